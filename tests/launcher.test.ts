import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pretendNode20 } from './support/pretend-node-20.ts';

const launcher = join(import.meta.dirname, '..', 'packages', 'server', 'bin', 'tamarack.mjs');
const main = 'console.log(JSON.stringify(process.argv.slice(2)), process.versions.node); process.exitCode = 7;\n';

/** A workspace as npm would leave it, with a main.ts that says what it was given. */
function workspace(options: { withNode: boolean }): { bin: string; linked: string } {
  const root = mkdtempSync(join(tmpdir(), 'tamarack-launcher-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const server = join(root, 'packages', 'server');
  for (const folder of ['bin', 'src']) mkdirSync(join(server, folder), { recursive: true });
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
  const bin = join(server, 'bin', 'tamarack.mjs');
  copyFileSync(launcher, bin);
  writeFileSync(join(server, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(server, 'src', 'main.ts'), main);
  const linked = join(root, 'node_modules', '.bin', 'tamarack');
  symlinkSync(bin, linked);
  if (options.withNode) symlinkSync(process.execPath, join(root, 'node_modules', '.bin', 'node'));
  return { bin, linked };
}

function run(...args: string[]) {
  const result = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status: result.status, output: result.stdout, complaint: result.stderr };
}

describe('npx tamarack', () => {
  test('runs main.ts under this Node when it is new enough', () => {
    const { bin } = workspace({ withNode: false });
    const { status, output } = run(bin, 'check', 'a file.yaml');
    expect({ status, output }).toEqual({ status: 7, output: `["check","a file.yaml"] ${process.versions.node}\n` });
  });

  test.for(['bin', 'linked'] as const)('started by an old Node as %s, finds the one of the workspace', (how) => {
    const started = workspace({ withNode: true })[how];
    const { status, output } = run(...pretendNode20, started, 'check', 'a file.yaml');
    expect({ status, output }).toEqual({ status: 7, output: `["check","a file.yaml"] ${process.versions.node}\n` });
  });

  test('without one, says what to do', () => {
    const { bin } = workspace({ withNode: false });
    const { status, complaint } = run(...pretendNode20, bin, 'check');
    expect(status).toBe(2);
    expect(complaint).toMatch(/^tamarack: this is Node .*needs Node 26 or newer\. Run npm install in .*\n$/);
  });
});
