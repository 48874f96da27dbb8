import { expect, test } from 'vitest';
import { keepPlace, keepWalk, placeIn, rowToReturnTo } from './walk.ts';

const walk = { href: '/tickets', tickets: ['a', 'b', 'c'].map((id) => ({ accountId: 'x', id })) };

test('a ticket has neighbours, and none beyond both ends', () => {
  expect(placeIn(walk, 'b')).toEqual({ number: 2, before: walk.tickets[0], after: walk.tickets[2] });
  expect(placeIn(walk, 'a')?.before).toBeUndefined();
  expect(placeIn(walk, 'c')?.after).toBeUndefined();
});

test('a ticket that came by a link stands in no list', () => {
  expect(placeIn(walk, 'd')).toBeUndefined();
});

test('a list is come back to where the ticket stands, or where it stood, and only that list', () => {
  const rows = ['b', 'c', 'a'].map((id) => ({ id }));
  keepWalk(walk);
  expect(rowToReturnTo('/tickets', rows)).toBeUndefined();
  keepPlace('a');
  expect(rowToReturnTo('/tickets', rows)).toBe(2);
  expect(rowToReturnTo('/tickets', rows.slice(0, 2))).toBe(0);
  expect(rowToReturnTo('/tickets', [])).toBeUndefined();
  expect(rowToReturnTo('/tickets?show=ended', rows)).toBeUndefined();
  keepPlace('d');
  expect(rowToReturnTo('/tickets', rows)).toBeUndefined();
});
