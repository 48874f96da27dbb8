import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { firstInvalidByte } from './invalid-byte.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** A text that was read, or why it was not. Sentences name the path as it was given. */
export type InputReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly because: 'unreadable'; readonly sentence: string }
  | { readonly ok: false; readonly because: 'too-large'; readonly sentence: string }
  | ({ readonly ok: false; readonly because: 'encoding'; readonly sentence: string } & PlaceInText);

/** Lines and columns from 1, and the line itself with U+FFFD where it is no text. */
type PlaceInText = { readonly line: number; readonly column: number; readonly source: string };

export interface InputOptions {
  /** A larger file is refused by its size; a longer stream once it has gone on for too long. */
  readonly maxBytes: number;
  readonly stdin?: Readable;
}

/** Reads a file, or standard input for `-`, as UTF-8 text. A byte-order mark stays for the reader to take off. */
export async function readInput(path: string, options: InputOptions): Promise<InputReading> {
  if (path === '-') return readBounded(options.stdin ?? process.stdin, options.maxBytes);
  if (path === '') return unreadable('"" names no file; give the path of one, or - for standard input');
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const found = await file.stat();
    if (found.isFile() && found.size > options.maxBytes) {
      return tooLarge(`the file has ${found.size} bytes`, options.maxBytes);
    }
    return await readBounded(file.createReadStream({ autoClose: false }), options.maxBytes);
  } catch (error) {
    return unreadable(`${path}: ${whyUnreadable(error)}`);
  } finally {
    await file?.close();
  }
}

function unreadable(sentence: string): InputReading {
  return { ok: false, because: 'unreadable', sentence };
}

async function readBounded(stream: Readable, maxBytes: number): Promise<InputReading> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
    length += bytes.length;
    if (length > maxBytes) return tooLarge(`there are more than ${maxBytes} bytes`, maxBytes);
    chunks.push(bytes);
  }
  return decode(Buffer.concat(chunks));
}

function tooLarge(found: string, maxBytes: number): InputReading {
  return { ok: false, because: 'too-large', sentence: `${found}, and at most ${maxBytes} are read` };
}

function decode(bytes: Uint8Array): InputReading {
  const wide = wideEncoding(bytes);
  const invalid = wide === undefined ? firstInvalidByte(bytes) : 0;
  if (invalid === undefined) return { ok: true, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  const found = wide ?? `the byte 0x${(bytes[invalid] ?? 0).toString(16).padStart(2, '0')} is no part of UTF-8 text`;
  return { ok: false, because: 'encoding', sentence: `${found}; save the file as UTF-8`, ...placeOf(bytes, invalid) };
}

/** UTF-32 first: its little-endian mark begins like that of UTF-16. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'the text is UTF-32' : 'the text is UTF-16';
  if (a === 0xfe && b === 0xff) return 'the text is UTF-16';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'the text is UTF-32' : undefined;
}

function placeOf(bytes: Uint8Array, offset: number): PlaceInText {
  const newline = 0x0a;
  const start = bytes.subarray(0, offset).lastIndexOf(newline) + 1;
  const end = bytes.indexOf(newline, offset);
  let line = 1;
  for (const byte of bytes.subarray(0, offset)) if (byte === newline) line += 1;
  const text = new TextDecoder('utf-8', { ignoreBOM: true });
  const column = text.decode(bytes.subarray(start, offset)).length + 1;
  return { line, column, source: text.decode(bytes.subarray(start, end === -1 ? undefined : end)) };
}
