/**
 * Published versions, read and ready to run. What is published never changes (CA1), so each is read once in a process:
 * reading takes 20 ms, and every recorded fact needs its contract's version.
 */
import { LRUCache } from 'lru-cache';
import { frozenLists, readDescription, type ReadyDescription } from '@tamarack/core';
import { readDescriptionText } from '../holidays/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { publishedRows, type PublishedRow } from './published-views.ts';

export type ReadyVersion = {
  readonly versionId: string;
  readonly descriptionId: string;
  readonly title: string;
  readonly version: string;
  readonly ready: ReadyDescription;
};

const known = new LRUCache<string, Promise<ReadyVersion>>({ max: 200 });

/**
 * These versions by id; one that does not exist or is not published is left out. Throws where a published version cannot
 * be read any more: that is a broken installation, and promises that silently stop would be worse.
 */
export async function readyVersions(tx: Tx, versionIds: readonly string[]): Promise<ReadonlyMap<string, ReadyVersion>> {
  const wanted = [...new Set(versionIds)];
  const missing = wanted.filter((id) => !known.has(id));
  const rows = missing.length > 0 ? await publishedRows(tx, missing) : [];
  for (const row of rows) known.set(row.id, remembered(row));
  const found = new Map<string, ReadyVersion>();
  for (const id of wanted) {
    const version = await known.get(id);
    if (version) found.set(id, version);
  }
  return found;
}

/** A failure is not remembered, so that a mended installation needs no restart. */
function remembered(row: PublishedRow): Promise<ReadyVersion> {
  const reading = readVersion(row);
  reading.catch(() => known.delete(row.id));
  return reading;
}

async function readVersion({
  id,
  descriptionId,
  title,
  version,
  source,
  holidays,
}: PublishedRow): Promise<ReadyVersion> {
  const { ready, diagnostics } = holidays
    ? readDescription(source, frozenLists(holidays))
    : await readDescriptionText(source);
  const [first] = diagnostics;
  if (!ready)
    throw new Error(
      `The published description "${title}" ${version} cannot be read any more: line ${first?.start.line ?? 0}: ${first?.sentence ?? 'no finding'}`,
    );
  return { versionId: id, descriptionId, title, version, ready };
}
