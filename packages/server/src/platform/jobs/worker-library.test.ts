import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const tamarack = join(import.meta.dirname, '../../../bin/tamarack.mjs');

test('what lies in the working directory, or above it, is neither run nor read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-planted-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const planted = `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'was-run'))}, '')`;
  mkdirSync(join(folder, 'below'));
  for (const name of ['.graphile-workerrc.cjs', 'graphile-worker.config.cjs', '.config.cjs'])
    for (const place of [folder, join(folder, 'below')]) writeFileSync(join(place, name), planted);
  writeFileSync(join(folder, 'below', 'package.json'), 'this is no JSON');
  const cwd = join(folder, 'below');
  const library = pathToFileURL(join(import.meta.dirname, 'worker-library.ts')).href;
  const script = `const { run } = await import(${JSON.stringify(library)}); console.log(typeof run, process.cwd());`;
  const args = ['--input-type=module', '--eval', script];
  const said = execFileSync(process.execPath, args, { cwd, encoding: 'utf8' });
  expect(said.trim()).toMatch(/^function .*tamarack-planted-\w+\/below$/);
  // As it is packed, where it is: a library that is loaded sooner than it stands in the sources would run them.
  expect(
    spawnSync(process.execPath, [tamarack, 'migrate'], { cwd, env: { DATABASE_URL: 'postgres://127.0.0.1:1/x' } })
      .status,
  ).toBe(1);
  expect(readdirSync(folder)).not.toContain('was-run');
});
