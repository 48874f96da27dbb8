import { expect, test } from 'vitest';
import { isFiltered, readTicketSearch, ticketQuery } from './ticket-search.ts';

test('an address that says nothing lists what is open, by the next clock to breach', () => {
  expect(ticketQuery(readTicketSearch({}))).toMatchObject({ state: 'open', order: 'next' });
});

test('filters become what the API is asked for', () => {
  const search = readTicketSearch({ show: 'all', whose: 'me', severity: '1', broken: 'true', order: 'latest' });
  const query = ticketQuery(search);
  expect(query).toMatchObject({ assignee: 'me', severity: 1, breached: 'true', order: 'latest' });
  expect(query).not.toHaveProperty('state');
  expect(isFiltered(search)).toBe(true);
});

test('what somebody typed and nobody knows is left out', () => {
  const search = readTicketSearch({ show: 'x', whose: 'everybody', severity: 'grave', account: '1', queue: ['a'] });
  expect(Object.values(search).every((value) => value === undefined)).toBe(true);
  expect(isFiltered(search)).toBe(false);
});
