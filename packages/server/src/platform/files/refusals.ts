/** What the file store refuses, with the way out. Broken disks and buckets are no refusals: they throw. */
import { type Refusable, refusingBy } from '../refusing.ts';

export const FILE_REFUSALS = {
  'file.too-large': {
    sentence: 'The file is larger than allowed.',
    remedy: 'Send a smaller file, or split it; an administrator can raise the limit.',
  },
  'file.bad-store-url': {
    sentence: 'The place for files cannot be read.',
    remedy: 'Write file:///var/lib/tamarack/files or s3+https://key:secret@host/bucket?region=eu-central-1.',
  },
} as const satisfies Record<string, { sentence: string; remedy: string }>;

/** Either a value or why a file was not taken. */
export type FileResult<T> = Refusable<T, keyof typeof FILE_REFUSALS>;

export const refuseFile = refusingBy(FILE_REFUSALS);
