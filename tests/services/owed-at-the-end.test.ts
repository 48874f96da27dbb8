import { describe, expect, test } from 'vitest';
import { type ClauseOf, type Clock, type Fact, clocksOf, termsOf } from '@tamarack/core';
import { readService } from './read-service.ts';

/** Promises without a time, each shown kept and shown broken: still owed when the contract ended (decision 9). */
const SERVICES = ['tuxcare-tam', 'almacare', 'gitlab-tam', 'aws-enterprise', 'calligo-tam'];
const START = Temporal.Instant.from('2026-06-01T12:00:00Z').epochMilliseconds / 1000;
const DAY = 86_400;
/** Enough for every `if` of theirs. */
const DATA = { severity: 4, type: 'emergency' };
const ACCOUNT = { hosted: 'yes' };

/** What has a promise of its own to be shown, with the rows in its title. */
const requests: [title: string, service: string, promise: string, clause: ClauseOf<'request'>][] = [];
for (const service of SERVICES) {
  const { ready } = await readService(`services/${service}.yaml`);
  for (const [promise, clause] of Object.entries(ready.description.promises))
    if (clause.form === 'request')
      requests.push([`${clause.source?.join(', ')}: ${service} ${promise}`, service, promise, clause]);
}

async function outcome(service: string, promise: string, facts: readonly Fact[]): Promise<Clock | undefined> {
  const { ready } = await readService(`services/${service}.yaml`);
  for (const level of Object.keys(ready.description.levels)) {
    const terms = termsOf(ready, { level, account: ACCOUNT });
    const term = terms.ok ? terms.value.promises.get(promise) : undefined;
    if (terms.ok && term?.appliesTo(level)) return clocksOf(terms.value, term, facts, START + 90 * DAY)[0];
  }
  return undefined;
}

const kindOf = (fact: string) => fact.slice(0, fact.indexOf('.'));
const fact = (day: number, name: string, about?: string): Fact => ({
  at: START + day * DAY,
  fact: name,
  subject: kindOf(name),
  ...(about === undefined ? {} : { about }),
  data: DATA,
});

describe('a promise without a time', () => {
  test.for(requests)('%s is kept when it is done, and broken when the contract ends without it', async (given) => {
    const [, service, promise, { when, until }] = given;
    const [opening = ''] = when;
    const opened =
      kindOf(opening) === 'contract' ? [fact(1, opening)] : [fact(0, 'contract.started'), fact(1, opening)];
    const done = until.all.map(([first = '']) =>
      fact(2, first, kindOf(first) === kindOf(opening) ? undefined : kindOf(opening)),
    );
    const ended = fact(60, 'contract.ended');
    expect(await outcome(service, promise, [...opened])).toMatchObject({ state: 'running' });
    expect(await outcome(service, promise, [...opened, ...done, ended])).toMatchObject({ state: 'met' });
    expect(await outcome(service, promise, [...opened, ended])).toMatchObject({
      state: 'breached',
      breachedAt: ended.at,
      because: 'still owed when the contract ended',
    });
    expect(
      await outcome(service, promise, [...opened, ended, ...done.map((late) => ({ ...late, at: ended.at + DAY }))]),
    ).toMatchObject({ state: 'breached', breachedAt: ended.at, metAt: ended.at + DAY });
  });
});
