/** What the file store refuses, with the way out. Broken disks and buckets are no refusals: they throw. */
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

export type FileRefusalCode = keyof typeof FILE_REFUSALS;

/** Why a file was not taken. */
export type FileRefusal = { readonly code: FileRefusalCode; readonly sentence: string; readonly remedy: string };

/** Either a value or the refusal to give one. */
export type FileResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: FileRefusal };

/** A named refusal; `sentence` replaces the catalogue's general one with the case at hand. */
export function refuseFile(
  code: FileRefusalCode,
  sentence?: string,
): { readonly ok: false; readonly refusal: FileRefusal } {
  const entry = FILE_REFUSALS[code];
  return { ok: false, refusal: { code, sentence: sentence ?? entry.sentence, remedy: entry.remedy } };
}
