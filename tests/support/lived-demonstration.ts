/**
 * The demonstration in little, one customer on each service. To live it takes longer than anything that is asked of it, so
 * whichever test file comes first lives it for the whole run, and each has a copy.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Demonstration, makeDemonstration } from '../../packages/server/src/demo/index.ts';
import { diskStore } from '../../packages/server/src/platform/files/store-on-disk.ts';
import { DEMONSTRATION } from './global-database.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** When the story ends. */
export const ENDS = '2026-11-20T14:30:00Z';
/** Their contracts move, deviate, end, and have tickets on every service. */
export const CUSTOMERS = [
  'Alder & Finch Bank',
  'Quillback Robotics',
  'Brightwater Insurance',
  'Lumen Atelier',
  'Sunda Telecom',
];

export type Lived = { readonly database: TestDatabase; readonly made: Demonstration; readonly folder: string };

/** Lives it on a database of its own; whoever asks for it drops the database and removes the folder of its files. */
export async function liveDemonstration(): Promise<Lived> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'tamarack-demo-test-'));
  const { db, ownerUrl } = database;
  const made = await makeDemonstration({
    ...{ db, ownerUrl, now: Temporal.Instant.from(ENDS), customers: CUSTOMERS },
    ...{ days: 70, publicUrl: 'http://tamarack.test', files: diskStore(folder) },
  });
  return { database, made, folder };
}

/** A copy of the one that is lived once in a run; it is the caller's, as one that was lived. */
export async function copyOfDemonstration(): Promise<Lived> {
  const kept = inject('demonstrationFolder');
  const says = join(kept, 'made.json');
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  try {
    // Another key than that of cloning, which goes on meanwhile.
    await client.query('select pg_advisory_lock(7382003)');
    if (!existsSync(says)) {
      const { database, made, folder } = await liveDemonstration();
      await database.db.close();
      await client.query(`alter database ${database.name} rename to ${DEMONSTRATION}`);
      await cp(folder, join(kept, 'files'), { recursive: true });
      await writeFile(says, JSON.stringify(made));
    }
  } finally {
    await client.end();
  }
  const folder = await mkdtemp(join(tmpdir(), 'tamarack-demo-test-'));
  await cp(join(kept, 'files'), folder, { recursive: true });
  const made = JSON.parse(await readFile(says, 'utf8')) as Demonstration;
  return { database: await createTestDatabase(10, DEMONSTRATION), made, folder };
}
