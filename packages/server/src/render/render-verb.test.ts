import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const almacare = fileURLToPath(new URL('../../../../services/almacare.yaml', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tamarack-render-'));
});
afterAll(() => rm(folder, { recursive: true }));

const tamarack = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', input });

describe('tamarack render', () => {
  test('writes the page into a file, and prints nothing', async () => {
    const out = join(folder, 'almacare.html');
    expect(tamarack(['render', almacare, '--to', 'html', '--out', out])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(await readFile(out, 'utf8')).toMatch(/^<!doctype html>[\s\S]*AlmaCare[\s\S]*<\/html>\n$/);
  });

  test('prints Markdown of one level', () => {
    const { status, stdout } = tamarack(['render', almacare, '--to', 'md', '--level', 'essential']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# AlmaCare\n\n\*\*Service description, level Essential\*\*/);
    expect(stdout).not.toContain('Email to the desk');
  });

  test('an unknown level is a wrong call, with the nearest one', () => {
    const { status, stdout, stderr } = tamarack(['render', almacare, '--to', 'md', '--level', 'enhnaced']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('tamarack: the description has no level "enhnaced"; did you mean "enhanced"?\n');
  });

  test('a description with errors is not rendered: its findings are shown', async () => {
    const broken = join(folder, 'broken.yaml');
    await writeFile(broken, (await readFile(almacare, 'utf8')).replace('within: 1 week', 'within: 1 fortnight'));
    const { status, stdout, stderr } = tamarack(['render', broken, '--to', 'html']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('grammar.word');
    expect(stderr).toContain('fortnight');
  });

  test('no format, another format, no file: wrong calls', () => {
    expect(tamarack(['render', almacare]).status).toBe(2);
    expect(tamarack(['render', almacare, '--to', 'pdf']).status).toBe(2);
    expect(tamarack(['render', join(folder, 'none.yaml'), '--to', 'md']).status).toBe(2);
    expect(tamarack(['render', almacare, '--to', 'md', '--out', join(folder, 'no', 'such', 'folder')]).status).toBe(2);
  });
});
