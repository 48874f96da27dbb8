/** The system's reason in the user's words; the path is said by whoever asks. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is no directory',
  EISDIR: 'this is a directory; name a file in it',
  EACCES: 'you may not open this file',
  EPERM: 'you may not open this file',
  ELOOP: 'links lead in a circle',
  ENAMETOOLONG: 'the path is too long',
  EMFILE: 'too many files are open',
  ENOSPC: 'there is no space left',
  EROFS: 'nothing can be written there',
};

/** Why a file cannot be opened or read. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const reason = code === undefined ? undefined : REASONS[code];
  return reason ?? (error instanceof Error ? error.message : String(error));
}

/** Why a file cannot be written; what is missing then is the folder around it. */
export function whyUnwritable(error: unknown): string {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing ? 'there is no such folder' : whyUnreadable(error);
}
