import { expect, test } from 'vitest';
import { safePath } from './safe-path.ts';

test('a path of our own is kept, with its query', () => {
  expect(safePath('/accounts/a?sort=name#top')).toBe('/accounts/a?sort=name#top');
});

test.for([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\t/evil.example',
  7,
  '',
])('%s leads nowhere', (path) => {
  expect(safePath(path)).toBeUndefined();
});

test('the sign-in does not lead back to itself', () => {
  expect(safePath('/sign-in?then=/sign-in')).toBeUndefined();
});
