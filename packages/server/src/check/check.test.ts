import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const tamarack = join(root, 'packages/server/bin/tamarack.mjs');
const almacare = readFileSync(join(root, 'services/almacare.yaml'), 'utf8');
// Made at once, not in a hook: the verbs are asked for while tests are collected.
const folder = mkdtempSync(join(tmpdir(), 'tamarack-check-'));
writeFileSync(join(folder, 'good.yaml'), almacare);
writeFileSync(join(folder, 'bad.yaml'), 'tamarack: 1\n\tdocument: {}\n');
writeFileSync(join(folder, 'two.yaml'), almacare.replace('severity', 'severty').replace('    within:', '    witin:'));
// More than a pipe holds, so that the command still writes when its reader has gone.
writeFileSync(join(folder, 'many.yaml'), Array.from({ length: 3000 }, (_, i) => `unknown-key-${i}: 1\n`).join(''));
writeFileSync(join(folder, 'hostile.yaml'), 'a: "\\u001b[31m"\n"\\u001b]0;x\\u0007": 1\n');
afterAll(() => rmSync(folder, { recursive: true }));

interface Options {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command as a user does, in the folder with the files. */
function run(args: readonly string[], { input = '', env = {} }: Options = {}) {
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [tamarack, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...rest, ...env },
  });
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .+:\d+:\d+/m); // never a stack trace
  return { status, stdout, stderr };
}

describe('tamarack check', () => {
  test('a description without findings', () => {
    expect(run(['check', 'good.yaml'])).toEqual({ status: 0, stdout: '1 file: no findings\n', stderr: '' });
  });

  test('findings as compilers write them, and 1', () => {
    const { status, stdout, stderr } = run(['check', 'bad.yaml', './good.yaml']);
    expect(stdout).toBe(
      [
        'bad.yaml:2:1 error yaml.tab: a tab cannot indent',
        '   2 |     document: {}',
        '     | ^^^^',
        '       expected spaces',
        '',
        '2 files: 1 error',
        '',
      ].join('\n'),
    );
    expect([status, stderr]).toEqual([1, '']);
  });

  test('the nearest name, below the line', () => {
    const { stdout } = run(['check', 'two.yaml']);
    expect(stdout).toMatch(/two\.yaml:\d+:\d+ error grammar\.unknown-key: "witin" is not a key of this place\n/);
    expect(stdout).toMatch(/\n {5}\| {5}\^{5}\n/);
    expect(stdout).toContain('did you mean "within"?');
  });

  test('json for programs', () => {
    const { status, stdout } = run(['check', '--format', 'json', 'bad.yaml', 'good.yaml']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      files: [
        {
          file: 'bad.yaml',
          errors: 1,
          warnings: 0,
          diagnostics: [
            {
              code: 'yaml.tab',
              level: 'error',
              file: 'bad.yaml',
              line: 2,
              column: 1,
              endLine: 2,
              endColumn: 2,
              sentence: 'a tab cannot indent',
              expected: 'spaces',
              suggestion: null,
              source: '\tdocument: {}',
            },
          ],
        },
        { file: 'good.yaml', errors: 0, warnings: 0, diagnostics: [] },
      ],
      errors: 1,
      warnings: 0,
    });
  });

  test('- is standard input, once', () => {
    expect(run(['check', '-'], { input: almacare })).toMatchObject({ status: 0, stdout: '1 file: no findings\n' });
    expect(run(['check', '-'], { input: '' }).stdout).toContain('-:1:1 error file.empty: the file is empty');
    expect(run(['check', '-', '-'], { input: almacare })).toMatchObject({ status: 2, stdout: '' });
  });

  test('a file that cannot be opened is wrong usage; the others are checked all the same', () => {
    const { status, stdout, stderr } = run(['check', 'nothing.yaml', 'bad.yaml', '.']);
    expect(status).toBe(2);
    expect(stdout).toContain('1 file: 1 error');
    expect(stderr).toBe(
      'tamarack: nothing.yaml: there is no such file\ntamarack: .: this is a directory; name a file in it\n',
    );
  });

  test('colour only where it is asked for, since this is no terminal', () => {
    const escape = '\u001b[';
    expect(run(['check', 'bad.yaml']).stdout).not.toContain(escape);
    expect(run(['check', 'bad.yaml'], { env: { FORCE_COLOR: '1' } }).stdout).toContain(escape);
    expect(run(['check', 'bad.yaml'], { env: { NO_COLOR: '1' } }).stdout).not.toContain(escape);
    expect(run(['check', 'bad.yaml', '--format', 'json'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(escape);
  });

  test('what stands in a file or in a path cannot steer the terminal', () => {
    for (const args of [
      ['check', 'hostile.yaml'],
      ['check', '--format', 'json', 'hostile.yaml'],
      ['check', 'x\u001b[2J'],
      ['check', '--\u001b[2J'],
    ]) {
      const { stdout, stderr } = run(args);
      expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  test('a reader that has seen enough is no error', () => {
    const { stderr, stdout } = spawnSync(
      'sh',
      ['-c', `"$0" "$1" check many.yaml | head -n 1`, process.execPath, tamarack],
      { cwd: folder, encoding: 'utf8' },
    );
    expect([stdout.split('\n').length, stderr]).toEqual([2, '']);
  });
});

test.skipIf(!existsSync('/dev/full'))('a disk that is full is told, and is no success', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [tamarack, 'check', 'good.yaml'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  expect([status, stderr]).toEqual([2, 'tamarack: the result could not be written: there is no space left\n']);
});

describe('tamarack', () => {
  const { stdout: help } = run(['--help']);
  const verbs = [...help.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, verb]) => verb ?? '');

  test('has verbs', () => {
    expect(verbs).toContain('check');
    expect(help).toContain('Exit codes: 0 fine, 1 findings, 2 wrong usage.');
  });

  test.for(verbs.map((verb) => [verb]))('%s --help shows an example', ([verb = '']) => {
    const { status, stdout, stderr } = run([verb, '--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n {2}(?:\\S+ )*tamarack ${verb}\\b`));
    expect(run(['help', verb]).stdout).toBe(stdout);
  });

  test('--version is the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'packages/server/package.json'), 'utf8')) as {
      version: string;
    };
    expect(run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.for([
    ['nothing at all', [], 'Usage: tamarack'],
    ['an unknown verb', ['chek'], 'Did you mean check?'],
    ['an unknown option', ['check', '--fromat', 'json', 'good.yaml'], 'Did you mean --format?'],
    ['a value that is none', ['check', '--format', 'xml', 'good.yaml'], 'Allowed choices are text, json.'],
    ['no file', ['check'], "missing required argument 'file'"],
  ] as const)('%s is wrong usage', ([, args, says]) => {
    const { status, stdout, stderr } = run(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });
});
