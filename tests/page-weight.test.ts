/** What a browser loads before a page can be used: under 250 kB of compressed script for each, in few files, known early. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb } from '../packages/server/src/platform/web/build-web.ts';

const measure = join(import.meta.dirname, '../packages/web/measure-bundle.ts');
const HOME = ['src/accounts/account-page.tsx', 'src/accounts/tabs/overview-tab.tsx'];

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] };

let folder: string;

beforeAll(async () => {
  const built = await buildWeb();
  if (!built.ok) throw new Error(built.refusal.sentence);
  folder = await mkdtemp(join(tmpdir(), 'tamarack-test-weight-'));
  await cp(built.value.folder, folder, { recursive: true });
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('no page loads more than its budget', async () => {
  const run = await promisify(execFile)(process.execPath, [measure, folder]).catch((failed: unknown) => failed);
  const { stdout, code } = run as { readonly stdout: string; readonly code?: number };
  const pages = stdout.split('\n').map((line) => /script +([\d.]+) kB in (\d+) files/.exec(line));
  const heavy = pages.filter((page) => page && (Number(page[1]) > 250 || Number(page[2]) > 25));
  expect(heavy).toEqual([]);
  expect(code ?? 0, stdout).toBe(0);
  expect(stdout).toContain('src/tickets/list/tickets-page.tsx');
});

test('the page itself names all that an account’s home is made of, and the font', async () => {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const needed = new Set<string>();
  const follow = (key: string) => {
    const { file, imports = [], css = [] } = manifest[key] ?? { file: `no ${key}` };
    if (needed.has(file)) return;
    for (const each of [file, ...css]) needed.add(each);
    imports.forEach(follow);
  };
  ['index.html', ...HOME].forEach(follow);
  expect([...needed].filter((file) => !page.includes(`/${file}`))).toEqual([]);
  expect(page).toMatch(/rel="preload" as="font"[^>]+figtree-latin-wght-normal/);
});
