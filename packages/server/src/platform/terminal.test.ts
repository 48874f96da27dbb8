import { describe, expect, test } from 'vitest';
import { terminalOf } from './terminal.ts';

const red = '\u001b[31m';
const terminal = { isTTY: true, columns: 70 };
const pipe = {};

function isColoured(stream: { isTTY?: boolean }, env: Record<string, string>): boolean {
  return terminalOf(stream, env).paint('error', 'x').includes(red);
}

describe('colour', () => {
  test.for([
    ['on a terminal', terminal, {}, true],
    ['in a pipe', pipe, {}, false],
    ['on a terminal with NO_COLOR', terminal, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR says nothing', terminal, { NO_COLOR: '' }, true],
    ['in a pipe with FORCE_COLOR', pipe, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 forbids', terminal, { FORCE_COLOR: '0' }, false],
    ['both: asked for beats not wanted', pipe, { FORCE_COLOR: '3', NO_COLOR: '1' }, true],
    ['on a terminal that can do nothing', terminal, { TERM: 'dumb' }, false],
  ] as const)('%s', ([, stream, env, expected]) => {
    expect(isColoured(stream, env)).toBe(expected);
  });
});

test('a terminal is as wide as it says, a file as wide as reads well', () => {
  expect(terminalOf(terminal, {}).width).toBe(70);
  expect(terminalOf(pipe, {}).width).toBe(120);
  expect(terminalOf({ isTTY: true }, {}).width).toBe(120);
});
