/** Whoever asks the doctor before the first start is told so, and finds nothing made afterwards. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProcess } from '../packages/server/src/serve/oracles/server-process.ts';

test('a data folder in which there is no database yet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-test-nothing-'));
  const doctor = startProcess(['doctor'], { TAMARACK_DATA: folder });
  expect(await doctor.says('missing  database')).toContain(`There is none yet in the data folder ${folder}.`);
  expect(await doctor.ended).toBe(1);
  expect(existsSync(join(folder, 'database'))).toBe(false);
  rmSync(folder, { recursive: true });
});
