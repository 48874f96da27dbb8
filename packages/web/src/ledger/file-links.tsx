import { IconPaperclip } from '@tabler/icons-react';
import { fileAddress } from '../api/upload-file.ts';
import classes from './file-links.module.css';
import { sizeWords } from './size-words.ts';

export type FileLinksProps = {
  readonly accountId: string;
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
};

/** Files to download. The browser fetches them itself; nothing of them is shown inside the page. */
export function FileLinks({ accountId, files }: FileLinksProps) {
  if (files.length === 0) return null;
  return (
    <ul className={classes['files']}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <IconPaperclip size={14} aria-hidden />
          <a href={fileAddress(accountId, id)} download={name}>
            {name}
          </a>
          <span>{sizeWords(size)}</span>
        </li>
      ))}
    </ul>
  );
}
