import { fileAddress } from '../../api/upload-file.ts';
import { FileLinks } from '../../ledger/file-links.tsx';
import type { MessageFile } from './message.ts';
import classes from './message-files.module.css';

/** What the server answers as a picture and nothing else; it looked at the bytes. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Whether a file may be shown inside the page. */
export function isPicture(mediaType: string): boolean {
  return PICTURES.has(mediaType);
}

export type MessageFilesProps = {
  readonly accountId: string;
  readonly files: readonly MessageFile[];
  /** Pictures that it names stand in the text itself. */
  readonly body: string;
};

/** The files of a message: pictures small, and everything to be saved. */
export function MessageFiles({ accountId, files, body }: MessageFilesProps) {
  const pictures = files.filter(
    ({ name, mediaType }) => isPicture(mediaType) && !body.includes(`](${encodeURI(name)})`),
  );
  return (
    <>
      {pictures.length > 0 && (
        <div className={classes['pictures']}>
          {pictures.map(({ id, name }) => (
            <a key={id} href={fileAddress(accountId, id)} target="_blank" rel="noopener noreferrer">
              <img src={fileAddress(accountId, id)} alt={name} loading="lazy" />
            </a>
          ))}
        </div>
      )}
      <FileLinks accountId={accountId} files={files} />
    </>
  );
}
