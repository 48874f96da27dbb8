import { expect, test } from 'vitest';
import { descriptionJsonSchema } from '@tamarack/core';
import { type JsonSchema, keysAt, valuesAt } from './schema-at.ts';

const schema = descriptionJsonSchema() as JsonSchema;
const labels = (offers: readonly { readonly label: string }[]) => offers.map(({ label }) => label);

test('at the top the parts of a description are offered, without those that are there', () => {
  const offered = labels(keysAt(schema, [], ['tamarack', 'service']));
  expect(offered).toContain('promises');
  expect(offered).not.toContain('service');
});

test('required keys say so, and every key says what it is for', () => {
  const offers = keysAt(schema, ['document'], []);
  expect(offers.find(({ label }) => label === 'approver')).toMatchObject({
    isRequired: true,
    says: expect.any(String),
  });
});

test('below a promise of any name only the form that fits its keys is offered', () => {
  const offered = labels(keysAt(schema, ['promises', 'first-response'], ['when', 'within']));
  expect(offered).toContain('until');
  expect(offered).not.toContain('every');
});

test('enumerated values are offered', () => {
  expect(labels(valuesAt(schema, ['parameters', 'x', 'is']))).toEqual(
    expect.arrayContaining(['duration', 'calendar', 'text']),
  );
});

test('a path that the language does not know has nothing to offer', () => {
  expect(keysAt(schema, ['nothing', 'here'], [])).toEqual([]);
});
