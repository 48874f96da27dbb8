import { expect, test } from 'vitest';
import { Refused } from '../../../api/refused.ts';
import { refusedAgreed } from './refused-agreed.ts';

const refused = (code: string, detail: string) => new Refused(422, { code, detail });

test('a refused value stands at its field, without its name', () => {
  const error = refused('parameter.invalid', 'call-interval: "5 weeks" lies outside: between 1 week and 4 weeks.');
  expect(refusedAgreed(error, ['call', 'call-interval'])).toEqual({
    fields: { 'call-interval': '"5 weeks" lies outside: between 1 week and 4 weeks.' },
    rest: null,
  });
});

test('each missing parameter is marked', () => {
  const error = refused('parameter.missing', 'The contract has to agree on a-b (a duration: x); c (a text: y).');
  expect(Object.keys(refusedAgreed(error, ['a-b', 'c', 'd']).fields)).toEqual(['a-b', 'c']);
});

test('what belongs to no field is shown above the form', () => {
  const error = refused('state.not-possible', 'The account is closed.');
  expect(refusedAgreed(error, ['account'])).toEqual({ fields: {}, rest: error });
});
