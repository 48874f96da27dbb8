import { beforeAll, describe, expect, test } from 'vitest';
import type { Terms } from '@tamarack/core';
import { mapOf, termsAt } from '../oracles/try-replay.ts';
import { rowWords } from './row-words.ts';
import { snapshotReader } from './snapshot-reader.ts';

const HEADER = ['id', 'at', 'state', 'severity', 'group', 'opened', 'resolved'];
const map = mapOf(`
tamarack-map: 1
log: csv
rows: snapshots
order: incident
incident: id
at: at
group: group
time: {format: iso}
empty: ["?"]
severity: {column: severity, values: {high: 1, low: 3}}
dated: {received: opened, resolved: resolved}
states:
  column: state
  means: {New: [], Work: [acknowledged, handed-to-provider], Wait: [acknowledged, handed-to-customer], Done: [acknowledged, resolved], Shut: [closed]}
changed: {assigned: group}
updates: {reported: [Work, Wait]}
`);
let terms: Terms;
beforeAll(async () => {
  terms = await termsAt('enhanced');
});

/** Rows as "12:00 state severity group resolved" of one day, opened at 09:00. */
function read(...rows: string[]) {
  if (map.rows !== 'snapshots') throw new Error('the map is of snapshots');
  const reader = snapshotReader(map, rowWords(map, HEADER, terms), terms);
  const draft = reader.begin('A1', 2);
  const refused = rows.map((row, i) => {
    const [time = '', state = '', severity = 'low', group = 'g', resolved = '?'] = row.split(' ');
    const cells = [
      'A1',
      instant(time),
      state,
      severity,
      group,
      instant('09:00'),
      resolved === '?' ? '?' : instant(resolved),
    ];
    return reader.take(draft, cells, i + 2)?.reason;
  });
  const facts = reader.finish(draft)?.facts.map(({ at, fact, data }) => {
    const time = Temporal.Instant.fromEpochMilliseconds(at * 1000)
      .toString()
      .slice(11, 16);
    return `${time} ${fact.replace('incident.', '')}${data ? ` ${JSON.stringify(data)}` : ''}`;
  });
  return {
    facts: facts?.filter((fact) => !fact.endsWith(' assigned')),
    all: facts,
    refused: refused.filter((reason) => reason !== undefined),
  };
}

const instant = (time: string) => (time.includes(':') ? `2026-06-01T${time}:00Z` : time);

describe('snapshots become facts', () => {
  test('states bring their facts once', () => {
    expect(read('09:05 New', '10:00 Work', '11:00 Wait', '12:00 Work', '13:00 Done').facts).toEqual([
      '09:00 received {"severity":3}',
      '10:00 acknowledged',
      '11:00 handed-to-customer',
      '11:00 reported',
      '12:00 handed-to-provider',
      '12:00 reported',
      '13:00 resolved',
    ]);
  });

  test('a severity that changes, also in the very row in which the state does', () => {
    expect(read('09:05 New low', '10:00 Work high').facts).toEqual([
      '09:00 received {"severity":3}',
      '10:00 severity-changed {"severity":1}',
      '10:00 acknowledged',
    ]);
  });

  test('back from an ending state is a reopening, with an answer of its own', () => {
    expect(read('09:05 Work', '10:00 Done', '11:00 Work', '12:00 Done', '13:00 Shut').facts).toEqual([
      '09:00 received {"severity":3}',
      '09:05 acknowledged',
      '10:00 resolved',
      '11:00 reopened',
      '11:00 acknowledged',
      '12:00 resolved',
      '13:00 closed',
    ]);
  });

  test('a dated column moves the last fact of its name, and adds one that no row brought', () => {
    expect(read('09:05 Work', '10:00 Done low g 10:20').facts?.at(-1)).toBe('10:20 resolved');
    expect(read('09:05 Work', '10:00 Work low g 10:20').facts?.at(-1)).toBe('10:20 resolved');
  });

  test('a dated column that speaks of the life before the reopening is not believed', () => {
    expect(
      read('09:05 Work', '10:00 Done low g 10:00', '11:00 Work low g 10:00', '12:00 Done low g 10:00').facts,
    ).toContain('12:00 resolved');
  });

  test('rows of the same second stay in order', () => {
    expect(read('09:05 New', '10:00 Work', '10:00 Done').facts).toEqual([
      '09:00 received {"severity":3}',
      '10:00 acknowledged',
      '10:00 resolved',
    ]);
  });

  test('who holds it: a fact for each change', () => {
    expect(read('09:05 New low a', '09:10 New low a', '09:20 New low b').all).toEqual([
      '09:00 received {"severity":3}',
      '09:05 assigned',
      '09:20 assigned',
    ]);
  });

  test('a refused row changes nothing', () => {
    const clean = read('09:05 New', '10:00 Work').facts;
    const rows = [
      '09:05 New',
      '09:01 Work',
      'noon Work',
      '09:30 Sleep',
      '09:30 Work huge',
      '09:30 Work low g never',
      '10:00 Work',
    ];
    const { facts, refused } = read(...rows);
    expect(refused).toEqual(['backwards', 'time', 'state', 'severity', 'time']);
    expect(facts).toEqual(clean);
  });

  test('a row before the incident was received', () => {
    expect(read('08:00 New')).toMatchObject({ facts: undefined, refused: ['unborn'] });
  });
});
