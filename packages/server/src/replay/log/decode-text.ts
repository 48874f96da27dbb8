import { firstInvalidByte } from '../../platform/invalid-byte.ts';
import { LogProblem } from './log-problem.ts';

const NEWLINE = 0x0a;

/** Bytes → text, chunk by chunk. Text in another encoding, and what is no text at all, is refused with its line. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let first = true;
  for await (const chunk of bytes) {
    if (first && chunk.length > 0) {
      refuseWide(chunk);
      first = false;
    }
    if (chunk.includes(0))
      throw new LogProblem(`line ${lineOf(chunk, chunk.indexOf(0), line)} holds a zero byte: this is no text`);
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      const invalid = firstInvalidByte(chunk) ?? 0;
      throw new LogProblem(`line ${lineOf(chunk, invalid, line)} is no UTF-8 text; save the log as UTF-8`);
    }
    line = lineOf(chunk, chunk.length, line);
    yield text;
  }
  try {
    yield decoder.decode();
  } catch {
    throw new LogProblem(`line ${line} is no UTF-8 text; the log ends inside a character`);
  }
}

function refuseWide([a, b]: Uint8Array): void {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw new LogProblem('the text is UTF-16; save the log as UTF-8');
  }
  if (a === 0x1f && b === 0x8b) throw new LogProblem('this is a gzip archive; give it a name that ends in .gz');
}

function lineOf(chunk: Uint8Array, offset: number, firstLine: number): number {
  let line = firstLine;
  for (let at = chunk.indexOf(NEWLINE); at !== -1 && at < offset; at = chunk.indexOf(NEWLINE, at + 1)) line += 1;
  return line;
}
