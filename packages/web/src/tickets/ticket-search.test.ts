import { expect, test } from 'vitest';
import {
  filterOf,
  isFiltered,
  isSameSearch,
  readTicketSearch,
  searchOf,
  ticketQuery,
  ticketsHref,
} from './ticket-search.ts';

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

test('what was asked on a ticket is in the address, and asked for as the API calls it', () => {
  const search = readTicketSearch({ escalated: 'true', approval: true });
  expect(ticketQuery(search)).toMatchObject({ escalated: 'true', waitsForApproval: 'true' });
  expect(ticketQuery(search)).not.toHaveProperty('approval');
  expect(ticketsHref(search)).toBe('/tickets?escalated=true&approval=true');
  expect(isFiltered(search)).toBe(true);
  expect(readTicketSearch({ escalated: 'no', approval: false })).toEqual(readTicketSearch({}));
});

test('what somebody typed and nobody knows is left out', () => {
  const search = readTicketSearch({ show: 'x', whose: 'everybody', severity: 'grave', account: '1', queue: ['a'] });
  expect(Object.values(search).every((value) => value === undefined)).toBe(true);
  expect(isFiltered(search)).toBe(false);
});

test('a saved view is the same list again', () => {
  const search = readTicketSearch({
    show: 'resolved',
    whose: 'me',
    severity: 2,
    broken: true,
    escalated: true,
    approval: true,
    search: 'disk "is full"',
  });
  expect(filterOf(search)).toEqual({
    ...{ state: 'resolved', assignee: 'me', severity: 2, breached: true },
    ...{ escalated: true, waitsForApproval: true },
    search: 'disk "is full"',
  });
  expect(isSameSearch(searchOf(filterOf(search)), search)).toBe(true);
  expect(isSameSearch(searchOf(filterOf({})), {})).toBe(true);
  expect(isSameSearch({ whose: 'me' }, {})).toBe(false);
});

test('a reference is searched for as a text', () => {
  expect(readTicketSearch({ search: 10_245 }).search).toBe('10245');
});

test('an address and back', () => {
  const search = readTicketSearch({ side: 'customer', kind: 'incident', search: 'a&b=c' });
  const parsed = Object.fromEntries(new URL(ticketsHref(search), 'http://x').searchParams);
  expect(isSameSearch(readTicketSearch(parsed), search)).toBe(true);
});

test('columns are of the list and of its view, and nothing that is asked for or filtered by', () => {
  const search = readTicketSearch({ columns: 'queue.next', view: '0196f000-0000-7000-8000-000000000000' });
  expect(search.columns).toBe('next.queue');
  expect(ticketQuery(search)).toEqual(ticketQuery({}));
  expect(isFiltered(search)).toBe(false);
  expect(filterOf(search)).toEqual({ state: 'open', columns: ['next', 'queue'] });
  expect(searchOf(filterOf(search)).columns).toBe('next.queue');
});

test('a list is the same wherever somebody came from, and another one with other columns', () => {
  const view = '0196f000-0000-7000-8000-000000000000';
  expect(isSameSearch({ whose: 'me', view }, { whose: 'me' })).toBe(true);
  expect(isSameSearch({ whose: 'me', columns: 'next' }, { whose: 'me' })).toBe(false);
});
