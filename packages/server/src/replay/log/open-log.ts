import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LogProblem } from './log-problem.ts';

const CHUNK = 256 * 1024;

/** gzip makes a thousand bytes of one; a log that gains more than this was made to fill a disk, not to be read. */
const MOST_GAINED = 400;
const FREE_BYTES = 32 * 1024 * 1024;

/** The bytes of a log, and how many bytes of its file they come from. */
export interface OpenLog {
  /** Undefined for standard input. */
  readonly size: number | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Opens a file, or standard input for `-`; `.gz` is unpacked on the way. Throws the system's error where it cannot. */
export async function openLog(path: string, onRead: (bytes: number) => void): Promise<OpenLog> {
  const packed = path.endsWith('.gz');
  if (path === '-') return { size: undefined, bytes: counted(process.stdin, onRead), close: () => Promise.resolve() };
  const file = await open(path);
  const { size } = await file.stat().catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  await file.close();
  const source = createReadStream(path, { highWaterMark: CHUNK });
  await once(source, 'open');
  const close = async () => {
    source.destroy();
    // A reader that stopped half-way has aborted the stream; that is no error here.
    if (!source.closed) await once(source, 'close').catch(() => undefined);
  };
  return { size, bytes: packed ? unpacked(source, onRead) : counted(source, onRead), close };
}

async function* counted(source: Readable, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
    onRead(bytes.length);
    yield bytes;
  }
}

async function* unpacked(source: Readable, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let plain = 0;
  const counter = new Transform({
    transform(chunk: Uint8Array, _, done) {
      packed += chunk.length;
      onRead(chunk.length);
      done(null, chunk);
    },
  });
  const gunzip = createGunzip({ chunkSize: CHUNK });
  // The error reaches the loop below through `gunzip` itself.
  pipeline(source, counter, gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) {
      const bytes = chunk as Uint8Array;
      plain += bytes.length;
      if (plain > FREE_BYTES && plain > packed * MOST_GAINED) {
        throw new LogProblem(
          `the archive unpacks to more than ${MOST_GAINED} times its size; unpack it yourself if it is a log`,
        );
      }
      yield bytes;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_')) throw new LogProblem('this is no gzip archive, or it is cut off');
    throw error;
  }
}
