import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pretendNode20 } from './support/pretend-node-20.ts';

const launcher = join(import.meta.dirname, '..', 'packages', 'server', 'bin');
const main = 'console.log(JSON.stringify(process.argv.slice(2)), process.versions.node); process.exitCode = 7;\n';

/** A workspace as npm would leave it, with a main.ts that says what it was given. */
function workspace(options: { withNode: boolean }): { bin: string; linked: string } {
  const root = mkdtempSync(join(tmpdir(), 'tamarack-launcher-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const server = join(root, 'packages', 'server');
  for (const name of ['core', 'contract', 'server']) {
    mkdirSync(join(root, 'packages', name, 'src'), { recursive: true });
    writeFileSync(join(root, 'packages', name, 'package.json'), '{ "type": "module" }');
  }
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
  const bin = join(server, 'bin', 'tamarack.mjs');
  cpSync(launcher, join(server, 'bin'), { recursive: true });
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

  test('runs what was packed of these very sources, and the sources once they are others', async () => {
    const { bin } = workspace({ withNode: false });
    const server = join(bin, '..', '..');
    const { packingFolder } = (await import(pathToFileURL(join(server, 'bin', 'packed-program.mjs')).href)) as {
      packingFolder: () => string;
    };
    mkdirSync(packingFolder(), { recursive: true });
    writeFileSync(join(packingFolder(), 'main.js'), "console.log('packed')");
    expect(run(bin).output).toBe('packed\n');
    // Neither what is no source of the program, nor who wrote it and when a folder was made.
    mkdirSync(join(server, 'src', 'oracles'));
    writeFileSync(join(server, 'src', 'oracles', 'case.ts'), '');
    writeFileSync(join(server, 'src', 'main.test.ts'), '');
    expect(run(bin).output).toBe('packed\n');
    for (const change of ['main.ts', 'another.ts']) {
      const before = packingFolder();
      writeFileSync(join(server, 'src', change), `${main}// ${change}\n`);
      expect(packingFolder()).not.toBe(before);
      expect(run(bin).status).toBe(7);
    }
  });

  test('without one, says what to do', () => {
    const { bin } = workspace({ withNode: false });
    const { status, complaint } = run(...pretendNode20, bin, 'check');
    expect(status).toBe(2);
    expect(complaint).toMatch(/^tamarack: this is Node .*needs Node 26 or newer\. Run npm install in .*\n$/);
  });
});
