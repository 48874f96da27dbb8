/** CA15: what a contract gains and loses by a move, told promise by promise. */
import { describe, expect, test } from 'vitest';
import { compareAgreed, termsOf, type Agreed, type Difference, type ReadyDescription } from '@tamarack/core';
import { readService } from './read-service.ts';

async function move(service: string, from: Agreed, to: Agreed): Promise<Difference[]> {
  const { ready } = await readService(`services/${service}.yaml`);
  return compareAgreed(agreed(ready, from), agreed(ready, to));
}
function agreed(ready: ReadyDescription, wanted: Agreed) {
  const terms = termsOf(ready, wanted);
  if (!terms.ok) throw new Error(terms.refusal.sentence);
  return { terms: terms.value, agreed: wanted };
}
const told = (found: readonly Difference[]) => found.map(({ verdict, path }) => `${verdict}: ${path}`);

describe('a move', () => {
  test('AC1: from Essential to Enhanced and back is the same list, told the other way', async () => {
    const up = await move('almacare', { level: 'essential' }, { level: 'enhanced' });
    expect(told(up)).toEqual([
      'stronger: promises.first-response.within.agreed.1',
      'stronger: promises.first-response.within.agreed.2',
      // 2 business days may be fewer hours than 12, or more: a weekend decides.
      'cannot tell: promises.first-response.within.agreed.3',
      'stronger: promises.first-response.within.agreed.4',
      'stronger: scope.covered.applications',
      'stronger: scope.covered.service-lines',
      'weaker: scope.excluded.changes-to-software',
      'stronger: channels.email',
      'neutral: levels.agreed.name',
    ]);
    const turned = {
      stronger: 'weaker',
      weaker: 'stronger',
      neutral: 'neutral',
      'cannot tell': 'cannot tell',
    } as const;
    const down = await move('almacare', { level: 'enhanced' }, { level: 'essential' });
    expect(told(down)).toEqual(up.map(({ verdict, path }) => `${turned[verdict]}: ${path}`));
  });

  test('to other values names the promise that counts on them, and nothing else', async () => {
    const every = (interval: string): Agreed => ({
      level: 'enhanced',
      parameters: { 'standstill-report-interval': interval },
    });
    const [only, ...others] = await move('almacare', every('1 day'), every('2 days'));
    expect(only).toMatchObject({ verdict: 'weaker', before: '1 day', after: '2 days', clause: expect.any(String) });
    expect(others).toEqual([]);
    expect((await move('almacare', every('2 days'), every('1 day'))).map(({ verdict }) => verdict)).toEqual([
      'stronger',
    ]);
    expect(await move('almacare', { level: 'enhanced' }, every('1 day'))).toEqual([]);
  });

  test("TX6: to a calendar of the contract's own is told where it counts", async () => {
    const office = { zone: 'America/New_York', weekly: { 'mon-fri': ['09:00-17:00'] } };
    const own = (calendar: object): Agreed => ({
      level: 'tam',
      parameters: { 'manager-hours': 'lena' },
      calendars: { lena: calendar },
    });
    const away = await move('tuxcare-tam', { level: 'tam' }, own(office));
    expect(away.map(({ path }) => path)).toContain('promises.call-every-other-week.calendar');
    expect(away.filter(({ path }) => path.startsWith('calendars.'))).toEqual([]);
    expect(await move('tuxcare-tam', own(office), own(office))).toEqual([]);
    const shorter = { ...office, weekly: { 'mon-thu': ['09:00-17:00'] } };
    expect(told(await move('tuxcare-tam', own(office), own(shorter)))).toEqual(['cannot tell: calendars.lena']);
  });

  test('TX12: to the dedicated manager brings the promises of that level', async () => {
    const found = await move('tuxcare-tam', { level: 'tam' }, { level: 'dedicated-tam' });
    expect(told(found)).toContain('stronger: promises.site-visits');
    expect(found.filter(({ verdict }) => verdict === 'weaker')).toEqual([]);
  });
});
