import { expect, test } from 'vitest';
import { Refused } from '../../../api/refused.ts';
import { refusedAgreed } from './refused-agreed.ts';

const refused = (...paths: string[]) =>
  new Refused(422, { detail: 'No.', fields: paths.map((path) => ({ path, says: `${path} is wrong.` })) });

test('each refused parameter stands at its field', () => {
  expect(refusedAgreed(refused('parameters.a-b', 'parameters.c'), ['a-b', 'c', 'd'])).toEqual({
    fields: { 'a-b': 'parameters.a-b is wrong.', c: 'parameters.c is wrong.' },
    rest: null,
  });
});

test('a refused deviation stands at its promise, by its place in what was sent', () => {
  const sent = [{ promise: 'first-response' }, { promise: 'call' }];
  expect(refusedAgreed(refused('deviations.1.value'), ['first-response', 'call'], sent)).toEqual({
    fields: { call: 'deviations.1.value is wrong.' },
    rest: null,
  });
});

test('what belongs to no field of the form is shown above it', () => {
  for (const error of [refused(), refused('parameters.gone'), refused('deviations.7.value'), new Error('Lost.')])
    expect(refusedAgreed(error, ['account'])).toEqual({ fields: {}, rest: error });
  expect(refusedAgreed(null, [])).toEqual({ fields: {}, rest: null });
});
