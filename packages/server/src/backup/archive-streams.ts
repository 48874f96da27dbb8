/** Puts the parts of each stream of a backup together again. */
import { createHash } from 'node:crypto';
import { readPartName } from './archive-format.ts';
import type { Entry } from './read-archive.ts';

/** A stream with what came through it, known at its end; or an entry of its own (header, manifest). */
export type ArchiveStream = {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly figures: () => { readonly bytes: number; readonly sha256: string };
};

/** Streams in their order; each has to be read to its end before the next. Throws where a part is not the one that follows. */
export async function* archiveStreams(entries: AsyncIterator<Entry>): AsyncGenerator<ArchiveStream> {
  let next = await entries.next();
  while (next.done !== true) {
    const first = next.value;
    const part = readPartName(first.name);
    const name = part?.stream ?? first.name;
    const hash = createHash('sha256');
    let bytes = 0;
    const content = async function* () {
      for (let number = 1; ; number++) {
        if (part && next.done !== true && readPartName(next.value.name)?.number !== number)
          throw new TypeError(`In the backup, ${next.value.name} is not the part that follows.`);
        if (next.done === true) return;
        for await (const chunk of next.value.content) {
          hash.update(chunk);
          bytes += chunk.byteLength;
          yield chunk;
        }
        next = await entries.next();
        if (!part || next.done === true || readPartName(next.value.name)?.stream !== name) return;
      }
    };
    yield { name, content: content(), figures: () => ({ bytes, sha256: hash.digest('hex') }) };
  }
}
