import { lstat, open, realpath, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { whyUnwritable } from './why-unreadable.ts';

/** All at once, or piece by piece as it is made. */
export type Content = string | Iterable<string> | AsyncIterable<string>;

export type Writing = { readonly ok: true } | { readonly ok: false; readonly sentence: string };

/**
 * Writes to standard output, or to the file `out` (`-` is standard output as well). A file is there whole or not at
 * all: it is written beside its place under another name and then takes its name.
 */
export async function writeOutput(content: Content, out?: string): Promise<Writing> {
  if (out === undefined || out === '-') return writeToStream(content, process.stdout);
  try {
    await writeToFile(content, out);
    return { ok: true };
  } catch (error) {
    return { ok: false, sentence: `${out}: ${whyUnwritable(error)}` };
  }
}

/** Standard error, for what is said beside the result. */
export async function writeMessage(text: string): Promise<void> {
  await writeToStream(`${text}\n`, process.stderr);
}

/** A reader that has seen enough (`| head`) closes the pipe: no error, and nothing more is made for it. */
export async function writeToStream(content: Content, stream: Writable): Promise<Writing> {
  for await (const piece of piecesOf(content)) {
    const error = await writePiece(piece, stream);
    if (error === undefined) continue;
    if (isClosedPipe(error) || stream.destroyed) return { ok: true };
    return { ok: false, sentence: `the result could not be written: ${whyUnwritable(error)}` };
  }
  return { ok: true };
}

/** Waits until the piece has been taken, so that making is never ahead of reading. */
async function writePiece(piece: string, stream: Writable): Promise<Error | undefined> {
  return new Promise((resolve) => {
    stream.write(piece, (error) => resolve(error ?? undefined));
  });
}

/** Whether nobody reads any more what is written. */
function isClosedPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}

function piecesOf(content: Content): Iterable<string> | AsyncIterable<string> {
  return typeof content === 'string' ? [content] : content;
}

async function writeToFile(content: Content, out: string): Promise<void> {
  const target = await realpath(out).catch(() => out);
  const there = await lstat(target).catch(() => undefined);
  // A device or a pipe (/dev/null, >(…)) is written to, not replaced; a directory refuses by itself.
  const inPlace = there !== undefined && !there.isFile();
  const path = inPlace ? target : `${target}.${process.pid}.tmp`;
  const file = await open(path, inPlace ? 'w' : 'wx', there?.mode ?? 0o666);
  try {
    for await (const piece of piecesOf(content)) await file.write(piece);
    await file.close();
    if (!inPlace) await rename(path, target);
  } catch (error) {
    await file.close().catch(() => undefined);
    if (!inPlace) await rm(path, { force: true });
    throw error;
  }
}
