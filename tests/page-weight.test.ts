/** What a browser loads before a page can be used: under 250 kB of compressed script for each. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { buildWeb } from '../packages/server/src/platform/web/build-web.ts';

const measure = join(import.meta.dirname, '../packages/web/measure-bundle.ts');

test('no page loads more than its budget', async () => {
  const built = await buildWeb();
  if (!built.ok) throw new Error(built.refusal.sentence);
  const folder = await mkdtemp(join(tmpdir(), 'tamarack-test-weight-'));
  await cp(built.value.folder, folder, { recursive: true });
  const run = await promisify(execFile)(process.execPath, [measure, folder]).catch((failed: unknown) => failed);
  await rm(folder, { recursive: true, force: true });
  const { stdout, code } = run as { readonly stdout: string; readonly code?: number };
  const heavy = stdout.split('\n').filter((line) => Number(/script +([\d.]+) kB/.exec(line)?.[1]) > 250);
  expect(heavy).toEqual([]);
  expect(code ?? 0, stdout).toBe(0);
  expect(stdout).toContain('src/tickets/list/tickets-page.tsx');
}, 120_000);
