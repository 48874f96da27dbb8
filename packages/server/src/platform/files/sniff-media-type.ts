import { fileTypeFromBuffer } from 'file-type';

/** How much of the beginning decides: an Office file names its kind some kilobytes into its archive. */
export const SAMPLE_BYTES = 64 * 1024;

/** The type that says nothing: a browser saves it and does not interpret it. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** What a browser, or a program that it starts, would run. */
const EXECUTABLE =
  /^application\/(?:xml|x-shockwave-flash|wasm|x-xpinstall|x-google-chrome-extension)$|html|svg|\+xml$/;

/** `<!doctype`, `<svg`, `<?xml`, `</p>`: how markup begins, behind a byte order mark and white space. */
const MARKUP = /^[\s\ufeff]*<[!?/a-z]/i;

/** No text has these; terminals act on escape (0x1b), yet logs of colourful programs are text. */
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

/**
 * The media type of content by its first bytes (at most `SAMPLE_BYTES` are looked at). Plain UTF-8 is `text/plain`;
 * markup, whatever could be run, and whatever is not recognised is `application/octet-stream`.
 */
export async function sniffMediaType(content: Uint8Array): Promise<string> {
  const sample = content.subarray(0, SAMPLE_BYTES);
  const binary = await binaryType(sample);
  if (binary !== undefined) return EXECUTABLE.test(binary) ? UNKNOWN_TYPE : binary;
  const text = utf8Text(sample);
  return text === undefined || text === '' || NOT_TEXT.test(text) || MARKUP.test(text) ? UNKNOWN_TYPE : 'text/plain';
}

/** A hostile file may break the parser of the format it feigns: it is then not of that format. */
async function binaryType(sample: Uint8Array): Promise<string | undefined> {
  try {
    const found = await fileTypeFromBuffer(sample, { maxBufferSize: SAMPLE_BYTES });
    return found?.mime;
  } catch {
    return undefined;
  }
}

/** The sample as UTF-8; a character that its end cuts in two is left out. */
function utf8Text(sample: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
  } catch {
    return undefined;
  }
}
