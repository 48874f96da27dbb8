import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CARRIED_BY_NO_DESCRIPTION,
  LEFT_TO_THE_PROGRAM,
  SERVICE_FILES,
  SERVICE_ROWS,
} from '../../scripts/generate/services-coverage-rows.ts';
import {
  servicesCoveragePage,
  type SourcedClause,
  sourcedClausesOf,
} from '../../scripts/generate/services-coverage.ts';

const root = join(import.meta.dirname, '..', '..');
const requirements = join(root, '..', 'shared', 'SERVICES.md');
const clauses = new Map<string, readonly SourcedClause[]>();
for (const file of SERVICE_FILES) clauses.set(file, await sourcedClausesOf(file));
const rows = SERVICE_FILES.flatMap((file) => Object.keys(SERVICE_ROWS[file]).map((id) => ({ id, file })));

describe('every row of the five services stands in a shipped description', () => {
  test('the rows known here are those of the requirements', (context) => {
    if (!existsSync(requirements)) {
      expect(process.env['CI'], 'on CI the requirements lie beside the repository').toBeUndefined();
      context.skip('the requirements do not lie beside this checkout');
      return;
    }
    const ids = readFileSync(requirements, 'utf8').matchAll(/^\| ([A-Z]{2}\d+) \|/gm);
    expect(rows.map(({ id }) => id)).toEqual(ids.map(([, id]) => id).toArray());
  });

  test.for(rows)('$id is carried by $file', ({ id, file }) => {
    const carrying = clauses.get(file)?.filter((clause) => clause.rows.includes(id));
    if (Object.hasOwn(CARRIED_BY_NO_DESCRIPTION, id)) expect(carrying).toEqual([]);
    else expect(carrying).not.toEqual([]);
  });

  test.for(SERVICE_FILES)('%s names no source that is not a row of its service', (file) => {
    const named = clauses.get(file)?.flatMap((clause) => clause.rows);
    expect(named?.filter((id) => !Object.hasOwn(SERVICE_ROWS[file], id))).toEqual([]);
  });

  test('what is left to the program speaks of known rows', () => {
    const known = new Set(rows.map(({ id }) => id));
    const spoken = [...Object.keys(LEFT_TO_THE_PROGRAM), ...Object.keys(CARRIED_BY_NO_DESCRIPTION)];
    expect(spoken.filter((id) => !known.has(id))).toEqual([]);
  });

  test('docs/services-coverage.md is current: if not, run `npm run generate`', async () => {
    for (const { path, text } of await servicesCoveragePage()) {
      const isCurrent = readFileSync(join(root, path), 'utf8') === text;
      expect(isCurrent).toBe(true);
    }
  });
});
