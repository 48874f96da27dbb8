/** What a backup says of itself before its first row. */
import { archiveHeader, HEADER, type ArchiveHeader } from './archive-format.ts';
import { refuseBackup, type BackupResult } from './backup-refusals.ts';
import { readArchive } from './read-archive.ts';

/** The header of a file that has no damage; refuses one that another program wrote. */
export async function readHeader(path: string): Promise<BackupResult<ArchiveHeader>> {
  for await (const { name, content } of readArchive(path, () => undefined)) {
    if (name !== HEADER) break;
    const read = archiveHeader.safeParse(await jsonOf(content));
    if (!read.success) break;
    return { ok: true, value: read.data };
  }
  return refuseBackup('backup.damaged', 'This is no backup of Tamarack.');
}

/** Undefined where it is no JSON. */
export async function jsonOf(content: AsyncIterable<Uint8Array>): Promise<unknown> {
  const text = Buffer.concat(await Array.fromAsync(content)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
