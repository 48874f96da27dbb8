import type { FileStore } from '../file-store.ts';

/** The chunks one after another, as an upload brings them. */
export async function* streamOf(...chunks: readonly (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** All that a store holds under a hash. */
export async function contentOf(store: FileStore, hash: string): Promise<string | undefined> {
  const stream = await store.open(hash);
  if (stream === undefined) return undefined;
  return Buffer.concat(await stream.toArray()).toString();
}
