import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { comparisonText } from './comparison-text.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const almacare = fileURLToPath(new URL('../../../../services/almacare.yaml', import.meta.url));
const text = readFileSync(almacare, 'utf8');

const diff = (input: string, ...options: string[]) =>
  spawnSync(process.execPath, [main, 'diff', almacare, '-', ...options], { encoding: 'utf8', input });

describe('tamarack diff', () => {
  test('the same description: 0', () => {
    expect(diff(text)).toMatchObject({ status: 0, stdout: 'Nothing changed.\n', stderr: '' });
  });

  test('a difference: 1, under its clause, with a verdict and both values', () => {
    const { status, stdout } = diff(
      text.replace('1: 30 minutes, 2: 2 hours,  3: 12 hours, ', '1: 20 minutes, 2: 2 hours,  3: 12 hours, '),
    );
    expect(status).toBe(1);
    expect(stdout).toBe(
      'Promise: First response\n  + stronger     Changed: Enhanced, severity 1: 30 minutes → 20 minutes\n\n1 difference for the customer: 1 stronger\n',
    );
  });

  test('JSON has the differences and the counts', () => {
    const { status, stdout } = diff(
      text.replace('within: 1 week', 'within: 2 weeks').replace('means: A way round', 'means: Some way round'),
      '--format',
      'json',
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      differences: [
        {
          path: 'promises.customer-answers.within',
          clause: "Promise: The customer's answer",
          verdict: 'stronger',
          sentence: 'Changed: the time: 1 week → 2 weeks',
          before: '1 week',
          after: '2 weeks',
        },
        expect.objectContaining({ path: 'terms.workaround.means', verdict: 'cannot tell' }),
      ],
      stronger: 1,
      weaker: 0,
      neutral: 0,
      cannotTell: 1,
    });
  });

  test('a description with errors: its findings and 1; one that cannot be opened, or standard input twice: 2', () => {
    expect(diff('tamarack: 2')).toMatchObject({ status: 1, stdout: '' });
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [main, 'diff', ...args], { encoding: 'utf8', input: '' }).status;
    expect(run(almacare, 'no-such-file.yaml')).toBe(2);
    expect(run('-', '-')).toBe(2);
    expect(run(almacare)).toBe(2);
  });
});

test('long sentences are wrapped below themselves, and steering characters shown', () => {
  const long = {
    path: 'a',
    clause: 'Promise: A\u001b[2J',
    verdict: 'neutral',
    sentence: 'word '.repeat(30).trim(),
    before: null,
    after: null,
  } as const;
  const shown = comparisonText([long], { width: 60, paint: (_, words) => words });
  expect(shown.split('\n').every((line) => line.length <= 60)).toBe(true);
  expect(shown).toContain(String.raw`Promise: A\u001b[2J`);
});
