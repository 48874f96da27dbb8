import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

test('what lies in the working directory, or above it, is neither run nor read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-planted-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const planted = `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'was-run'))}, '')`;
  mkdirSync(join(folder, 'below'));
  for (const name of ['.graphile-workerrc.cjs', 'graphile-worker.config.cjs', '.config.cjs'])
    for (const place of [folder, join(folder, 'below')]) writeFileSync(join(place, name), planted);
  writeFileSync(join(folder, 'below', 'package.json'), 'this is no JSON');
  const library = pathToFileURL(join(import.meta.dirname, 'worker-library.ts')).href;
  const script = `const { run } = await import(${JSON.stringify(library)}); console.log(typeof run, process.cwd());`;
  const args = ['--input-type=module', '--eval', script];
  const said = execFileSync(process.execPath, args, { cwd: join(folder, 'below'), encoding: 'utf8' });
  expect(said.trim()).toMatch(/^function .*tamarack-planted-\w+\/below$/);
  expect(readdirSync(folder)).not.toContain('was-run');
});
