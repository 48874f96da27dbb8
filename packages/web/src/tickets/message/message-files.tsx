import { fileAddress } from '../../api/upload-file.ts';
import { FileLinks } from '../../ledger/file-links.tsx';
import { picturesBeside } from './inline-picture.ts';
import type { MessageFile } from './message.ts';
import classes from './message-files.module.css';

export type MessageFilesProps = {
  readonly accountId: string;
  readonly files: readonly MessageFile[];
  /** Pictures that it names stand in the text itself. */
  readonly body: string;
};

/** The files of a message: pictures small, and everything to be saved. */
export function MessageFiles({ accountId, files, body }: MessageFilesProps) {
  const pictures = picturesBeside(files, body);
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
