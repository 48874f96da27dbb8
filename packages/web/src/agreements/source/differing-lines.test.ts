import { expect, test } from 'vitest';
import fc from 'fast-check';
import { differingLines } from './differing-lines.ts';

const shown = (mine: string, theirs: string) =>
  differingLines(mine, theirs).map(
    ({ text, only }) => `${{ mine: '-', theirs: '+', both: ' ', gap: '~' }[only]}${text}`,
  );

test('two changes far apart are shown apart, with what lies around them', () => {
  const lines = Array.from({ length: 12 }, (_, index) => `line ${index}`);
  const mine = ['# mine', ...lines].join('\n');
  const theirs = lines.with(10, 'theirs').join('\n');
  expect(shown(mine, theirs)).toEqual([
    ...['-# mine', ' line 0', ' line 1', '~'],
    ...[' line 8', ' line 9', '-line 10', '+theirs', ' line 11'],
  ]);
});

test('equal texts differ in nothing', () => {
  expect(differingLines('a\nb', 'a\nb')).toEqual([]);
});

test('every line that only one of both has is shown, in its order', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(text, text, (mine, theirs) => {
      const lines = differingLines(mine.join('\n'), theirs.join('\n'));
      const own = lines.filter(({ only }) => only === 'mine').length;
      const other = lines.filter(({ only }) => only === 'theirs').length;
      expect(mine.length - own).toBe(theirs.length - other);
      expect(lines.length === 0).toBe(mine.join('\n') === theirs.join('\n'));
    }),
  );
});
