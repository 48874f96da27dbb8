import { expect, test } from 'vitest';
import { figure, isMet, ratios } from './figure.ts';
import { aimText, spreadText } from './figure-text.ts';

test('a figure is the median of its rounds, with the least and the most', () => {
  expect(figure('x', 'ms', [9, 1, 4])).toMatchObject({ median: 4, least: 1, most: 9, rounds: 3 });
  expect(figure('x', 'ms', [8, 2, 4, 6]).median).toBe(5);
});

test('ratios are taken round by round, so that a slow round is slow on both sides', () => {
  expect(ratios([10, 40], [5, 20])).toEqual([2, 2]);
});

test('an aim is held against the median, in both directions', () => {
  expect(isMet(figure('x', '×', [49], { atLeast: 50 }))).toBe(false);
  expect(isMet(figure('x', 'ms', [30], { atMost: 30 }))).toBe(true);
  expect(isMet(figure('x', 'ms', [30]))).toBeUndefined();
  expect(isMet(figure('x', 'ms', [], { atMost: 30 }))).toBe(false);
});

test('a figure without any round is shown as missing, and never as a number', () => {
  const none = figure('x', 'ms', [], { atMost: 30 });
  expect(spreadText(none)).toBe('–');
  expect(aimText(none)).toBe('≤ 30: MISSED');
  expect(spreadText(figure('x', '/s', [1_234_567, 1_000_000, 2_000_000]))).toBe('1,230,000 (1,000,000–2,000,000)');
});
