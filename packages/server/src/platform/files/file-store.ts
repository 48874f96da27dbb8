import type { Readable } from 'node:stream';
import type { FileResult } from './refusals.ts';

/** What is known of content once it is stored. */
export type StoredFile = {
  /** SHA-256 of the content: 64 lower-case hex digits. Its name in the store. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  /** Told from the first bytes, never from the name. */
  readonly mediaType: string;
};

/**
 * A store of bytes by their hash. It knows no names, accounts or rights: those are rows of the database. Every method
 * throws when the disk or the bucket fails; a hash that is none names no file and reaches neither.
 */
export type FileStore = {
  /**
   * Takes content in, counting and hashing as it streams; at most `maxBytes` of it. The same content is stored once.
   * Durable when it returns; refused, failed or killed on the way, nothing of it is ever visible.
   */
  readonly put: (
    content: AsyncIterable<Uint8Array>,
    limits: { readonly maxBytes: number },
  ) => Promise<FileResult<StoredFile>>;
  /** The content from its beginning, or undefined where there is none of this hash. */
  readonly open: (hash: string) => Promise<Readable | undefined>;
  readonly has: (hash: string) => Promise<boolean>;
  /**
   * Erases content for good; nothing happens if it is gone already. Whoever calls holds the lock that keeps a `put` of
   * the same content from coming between the last reference and this.
   */
  readonly remove: (hash: string) => Promise<void>;
  /** Every hash in ascending order, for backup. What is put or removed meanwhile may be in it or not. */
  readonly list: () => AsyncIterable<string>;
  /** Deletes what killed processes left half written before `before`; says how many. Safe beside running servers. */
  readonly sweep: (before: Temporal.Instant) => Promise<number>;
};
