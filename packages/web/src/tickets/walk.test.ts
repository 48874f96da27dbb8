import { expect, test } from 'vitest';
import { placeIn } from './walk.ts';

const walk = { href: '/tickets', tickets: ['a', 'b', 'c'].map((id) => ({ accountId: 'x', id })) };

test('a ticket has neighbours, and none beyond both ends', () => {
  expect(placeIn(walk, 'b')).toEqual({ number: 2, before: walk.tickets[0], after: walk.tickets[2] });
  expect(placeIn(walk, 'a')?.before).toBeUndefined();
  expect(placeIn(walk, 'c')?.after).toBeUndefined();
});

test('a ticket that came by a link stands in no list', () => {
  expect(placeIn(walk, 'd')).toBeUndefined();
});
