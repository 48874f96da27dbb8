/** How much one account may keep. */

const MOST_FILES = 20_000;
const MOST_BYTES = 20 * 1024 ** 3;

/** Why an account takes no further file of this size; undefined where it does. As a sentence. */
export function noRoomFor(size: number, held: { readonly files: number; readonly bytes: number }): string | undefined {
  if (held.files >= MOST_FILES) return `This account keeps ${MOST_FILES} files already, and that is as many as it may.`;
  if (held.bytes + size > MOST_BYTES)
    return `This account keeps ${held.bytes} bytes already; with this file it would be more than ${MOST_BYTES}.`;
  return undefined;
}
