import { expect, test } from 'vitest';
import { isCostly } from './costly-text.ts';

test.for([
  ['>', 1000],
  ['- ', 500],
  ['1. ', 400],
  ['[', 5000],
  ['*a_', 700],
  ['**a', 600],
  ['<', 300],
  ['x\n', 12_000],
  ['```\n', 20_001],
] as const)('%j, %i times, costs time and says nothing', ([piece, times]) => {
  expect(isCostly(piece.repeat(times))).toBe(true);
});

test('what people write is laid out', () => {
  expect(isCostly('>> twice quoted\n\n- a\n  - b\n\n----------\n')).toBe(false);
  expect(isCostly(`log: ${'='.repeat(500)}\n${'-'.repeat(500)}\n${'#'.repeat(300)}`)).toBe(false);
  const log = '[warn] some_snake_case_name * 2\n'.repeat(2000);
  expect(isCostly(`\`\`\`\n${log}\`\`\`\n\nThat is the log.`)).toBe(false);
});

test('judging costs no time itself', () => {
  const begun = performance.now();
  for (const piece of ['>', '- ', '```\n', '``` x\n', '*a_', '\t', '> ', '1) '])
    isCostly(piece.repeat(100_000 / piece.length));
  expect(performance.now() - begun).toBeLessThan(1000);
});
