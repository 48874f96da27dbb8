/** The one set of migrations: numbered SQL files, applied in their order, forward only. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../package-folder.ts';

export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** A server that does not know it must not work on the database: the file says `-- breaking`. */
  readonly breaking: boolean;
  readonly checksum: string;
};

const folder = join(packageFolder, 'migrations');

/** All migrations of this version of the program. Throws where two share a number or one is missing in between. */
export function knownMigrations(): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  return names.map((name, i) => {
    const number = Number(name.slice(0, 4));
    if (number !== i + 1) throw new TypeError(`Migration ${name} should have the number ${i + 1}.`);
    const sql = readFileSync(join(folder, name), 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    return { number, name, sql, breaking: /^-- breaking\b/m.test(sql), checksum };
  });
}
