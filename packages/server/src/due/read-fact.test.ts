import { describe, expect, it } from 'vitest';
import { terms } from './oracles/terms.ts';
import { readFact } from './read-fact.ts';

const sentenceOf = (fact: string, data?: object) => {
  const line = JSON.stringify({ at: '2026-11-20T15:00:00Z', fact, subject: '1', ...(data ? { data } : {}) });
  const read = readFact(line, terms());
  return read.ok ? 'read' : read.sentence;
};

describe('data that clocks could not use', () => {
  it.each<[string, object | undefined, string]>([
    ['hours.logged', undefined, '"hours.logged" has no "data.seconds". A limit of time counts them'],
    ['hours.logged', { hours: 2 }, 'has no "data.seconds"'],
    ['hours.logged', { seconds: 1.5 }, '"data.seconds" is 1.5, no whole number. Write 5400'],
    ['hours.logged', { seconds: '2 hours' }, '"data.seconds" is "2 hours", no whole number'],
    ['hours.logged', { seconds: 400_000_000 }, 'more than ten years. Are these milliseconds?'],
    ['hours.logged', { seconds: 1e300 }, 'no whole number'],
    ['incident.received', { severity: 'P1' }, 'There is no severity "P1"; there are 1, 2.'],
    ['incident.received', { severity: 9 }, 'There is no severity "9"'],
    ['incident.severity-changed', undefined, '"incident.severity-changed" has no "data.severity". Write the new one'],
    ['incident.level-changed', {}, '"incident.level-changed" has no "data.level". Write the new one'],
    ['incident.level-changed', { level: 'golden' }, 'There is no level "golden"; there are base, gold.'],
    ['launch.announced', { begins: 'next week' }, '"data.begins": "next week" is no moment that can be read. Write'],
    ['launch.announced', { begins: '2026-12-01T08:00' }, 'is no moment that can be read'],
    ['launch.announced', { begins: '2026-12-01T08:00[Europe/Berlin]' }, 'is no moment that can be read'],
    ['launch.announced', { begins: '2026-02-30' }, 'is no moment that can be read'],
    ['launch.announced', { begins: 1_796_083_200_000 }, 'no whole epoch second of the years 1800 to 2499'],
  ])('%s %j is refused', (fact, data, sentence) => expect(sentenceOf(fact, data)).toContain(sentence));

  it.each<[string, object | undefined]>([
    ['hours.logged', { seconds: 5400 }],
    ['hours.logged', { seconds: '5400' }],
    ['hours.logged', { seconds: -300 }],
    ['incident.received', undefined],
    ['incident.severity-changed', { severity: '2' }],
    ['launch.announced', undefined],
    ['launch.announced', { begins: '2026-12-01' }],
    ['launch.announced', { begins: '2026-12-01T08:00+01:00' }],
    ['launch.announced', { begins: 1_796_083_200 }],
  ])('%s %j is read', (fact, data) => expect(sentenceOf(fact, data)).toBe('read'));

  it.each([
    ['{"at": "2026-11-20T15:00Z", "fact": "incident.received", "subject": "1", "subject": "2"}', 'subject'],
    [
      String.raw`{"at": "2026-11-20T15:00Z", "fact": "incident.received", "subject": "\"1\":", "data": {"severity": 1, "sever\u0069ty": 2}}`,
      'severity',
    ],
  ])('a key twice in %s is refused', (line, key) =>
    expect(readFact(line, terms())).toMatchObject({ sentence: `"${key}" stands there twice. Leave one of them out` }),
  );
});
