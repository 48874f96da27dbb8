import { expect, test } from 'vitest';
import { ownName } from './own-name.ts';

test.for([
  ['image.png', [], 'image.png'],
  ['image.png', ['image.png'], 'image-2.png'],
  ['image.png', ['image.png', 'image-2.png'], 'image-3.png'],
  ['log', ['log'], 'log-2'],
  ['.env', ['.env'], '.env-2'],
] as const)('%s beside %j is %s', ([name, taken, own]) => {
  expect(ownName(name, (wanted) => (taken as readonly string[]).includes(wanted))).toBe(own);
});
