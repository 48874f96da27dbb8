import { describe, expect, it } from 'vitest';
import { ask, seconds, wordsOf, type Happening } from './oracles/asked-clock.ts';

const received = (at: string, severity: number): Happening => [`${at} incident.received`, { severity }];

describe('an explanation in words', () => {
  it('tells each stretch until the deadline, the weekend as one', () => {
    const asked = ask({}, 'first-response', [received('2026-11-20T15:48Z', 1)], '2026-11-20T15:50Z');
    expect(wordsOf(asked)).toEqual([
      'First response, severity 1, level gold: due Mon 23 Nov 2026 09:18 CET (08:18 UTC); 2 minutes of 30 minutes used; running',
      'Target',
      '  Opened Fri 20 Nov 2026 16:48 CET (15:48 UTC): 30 minutes (severity 1, level gold). Due Mon 23 Nov 2026 09:18 CET (08:18 UTC).',
      'Which means',
      '  30 minutes of the open time of the calendar office: Monday to Friday 09:00–17:00; Saturday and Sunday closed, Europe/Berlin.',
      'Stretch by stretch',
      '  Fri 20 Nov 16:48 – 16:50 CET  counted: 2 minutes',
      '  Fri 20 Nov 16:50 – 17:00 CET  will count: 10 minutes',
      '  Fri 20 Nov 17:00 – Mon 23 Nov 09:00 CET  closed: outside hours, no hours on Saturday, Sunday',
      '  Mon 23 Nov 09:00 – 09:18 CET  will count: 18 minutes',
      'Outcome',
      '  It runs, and has 28 minutes of counted time left.',
      '  It is met when receipt of the incident is confirmed.',
    ]);
  });

  it('says where a target is what the contract agreed, and since when, and nothing where it is the description’s', () => {
    const agreed = { severity: 1, value: '15 minutes', from: '2026-01-01T00:00:00Z' };
    const at = (severity: number) =>
      wordsOf(ask({ agreed }, 'first-response', [received('2026-11-23T09:00Z', severity)], '2026-11-23T09:05Z'));
    expect(at(1)).toContain(
      "  Opened Mon 23 Nov 2026 10:00 CET (09:00 UTC): 15 minutes (severity 1, level gold). Since Thu 1 Jan 2026 the contract agrees 15 minutes instead of the description's 30 minutes. " +
        'Due Mon 23 Nov 2026 10:15 CET (09:15 UTC).',
    );
    expect(at(2).join()).not.toContain('contract agrees');
    const same = ask(
      { agreed: { ...agreed, value: '30 minutes' } },
      'first-response',
      [received('2026-11-23T09:00Z', 1)],
      '2026-11-23T09:05Z',
    );
    expect(wordsOf(same).join()).not.toContain('contract agrees');
  });

  it('shows both targets of a changed severity, the pause, and how late it is', () => {
    const facts: Happening[] = [
      received('2026-11-20T15:00Z', 3),
      ['2026-11-20T15:10Z incident.handed-to-customer', { message: 4 }],
      ['2026-11-23T09:10Z incident.handed-to-provider'],
      ['2026-11-23T09:12Z incident.severity-changed', { severity: 2 }],
    ];
    const words = wordsOf(ask({}, 'first-response', facts, '2026-11-23T15:50Z'));
    expect(words).toContain(
      '  Opened Fri 20 Nov 2026 16:00 CET (15:00 UTC): 2 business days (severity 3, level gold). Due Tue 24 Nov 2026 16:00 CET (15:00 UTC), pauses aside.',
    );
    expect(words).toContain(
      '  Since Mon 23 Nov 2026 10:12 CET (09:12 UTC): 2 hours (severity 2, level gold), because the severity changed from 3 to 2; counted from the opening all the same. ' +
        'Due Mon 23 Nov 2026 10:00 CET (09:00 UTC); with the pauses Mon 23 Nov 2026 12:00 CET (11:00 UTC).',
    );
    expect(words).toContain('  Fri 20 Nov 16:10 – 17:00 CET  paused: waiting for the customer since message 4');
    expect(words).toContain(
      '  Paused Fri 20 Nov 16:10 – Mon 23 Nov 10:10 CET: waiting for the customer since message 4; 2 hours not counted.',
    );
    expect(words).toContain('  Mon 23 Nov 12:00 – 16:50 CET  late: 4 hours 50 minutes past the deadline');
    expect(words).toContain('  Late by 4 hours 50 minutes of counted time so far.');
  });

  it('says what two business days meant: the dates counted and those left out', () => {
    const facts: Happening[] = [received('2026-11-24T18:00Z', 3), ['2026-11-26T09:12Z incident.acknowledged']];
    const words = wordsOf(ask({}, 'first-response', facts, '2026-11-27T15:50Z'));
    expect(words).toContain(
      '  2 business days: counted from Thu 26 Nov 09:00 CET, when business opens; counted: Fri 27 Nov, Mon 30 Nov; left out: Sat 28 Nov, Sun 29 Nov; due Mon 30 Nov 09:00 CET, the same time of day.',
    );
    expect(words).toContain("  Tue 24 Nov 19:00 – Thu 26 Nov 09:00 CET  closed: outside hours; holiday: Founders' day");
    expect(words).toContain(
      '  Met Thu 26 Nov 2026 10:12 CET (09:12 UTC), with 14 hours 48 minutes of counted time to spare.',
    );
  });

  it('tells the days that a zone makes longer, and the abbreviation that holds at each end', () => {
    const asked = ask({ within: '5 days' }, 'first-response', [received('2026-10-24T00:30Z', 1)], '2026-10-24T00:30Z');
    const words = wordsOf(asked);
    expect(words[0]).toBe(
      'First response, severity 1, level gold: due Thu 29 Oct 2026 02:30 CET (01:30 UTC); 0 seconds of 121 hours (5 days) used; running',
    );
    expect(words.join('\n')).toContain('the clocks change in between, so that it is 121 hours');
    expect(words).toContain('  Sat 24 Oct 02:30 CEST – Thu 29 Oct 02:30 CET  will count: 121 hours');
  });

  it('names an offset where British English knows no abbreviation, and nothing twice in UTC', () => {
    const at = (zone: string) =>
      wordsOf(ask({ zone }, 'first-response', [received('2026-11-20T15:48Z', 1)], '2026-11-20T15:50Z'))[1 + 1];
    expect(at('America/New_York')).toContain('Opened Fri 20 Nov 2026 10:48 UTC-5 (15:48 UTC)');
    expect(at('Etc/UTC')).toContain('Opened Fri 20 Nov 2026 15:48 UTC: 30');
    expect(at('Asia/Kathmandu')).toContain('Opened Fri 20 Nov 2026 21:33 UTC+5:45 (15:48 UTC)');
  });

  it('lists earlier cycles, and says why one ended', () => {
    const facts: Happening[] = [
      received('2026-11-23T09:00Z', 1),
      ['2026-11-23T09:12Z incident.acknowledged'],
      ['2026-11-23T10:00Z incident.resolved'],
      ['2026-11-24T09:00Z incident.reopened'],
      ['2026-11-24T09:10Z incident.merged'],
    ];
    const words = wordsOf(ask({}, 'first-response', facts, '2026-11-24T10:00Z'));
    expect(words[0]).toMatch(/^First response, severity 1, level gold, cycle 2: due/);
    expect(words).toContain(
      '  Ended Tue 24 Nov 2026 10:10 CET (09:10 UTC): merged. It counts neither as kept nor as broken.',
    );
    expect(words.at(-1)).toBe(
      '  Cycle 1: opened Mon 23 Nov 10:00 CET, due Mon 23 Nov 10:30 CET, met Mon 23 Nov 10:12 CET; 12 minutes of 30 minutes used',
    );
  });

  it('stands without a deadline while it is paused', () => {
    const facts: Happening[] = [received('2026-11-23T09:00Z', 1), ['2026-11-23T09:12Z incident.handed-to-customer']];
    const words = wordsOf(ask({}, 'first-response', facts, '2026-11-24T10:00Z'));
    expect(words[0]).toBe(
      'First response, severity 1, level gold: no deadline while it stands; 12 minutes of 30 minutes used; paused',
    );
    expect(words).toContain('  It stands, and goes on with 18 minutes of counted time left.');
  });

  it.each(['2 hours', '2 business days', '5 days'])('says that %s end after the year 2499', (within) => {
    const asked = ask({ within }, 'first-response', [received('2499-12-31T22:30Z', 1)], '2499-12-31T22:31Z');
    expect(asked.clock.due).toBeUndefined();
    expect(wordsOf(asked)[0]).toContain(`${within} promised; no deadline: it would lie after the year 2499; running`);
  });

  it.each(['calls', 'hours'])('shows no end after 2499 of the period of %s', (promise) => {
    const started: Happening = ['2499-12-30T09:00Z contract.started', undefined, 'contract'];
    expect(ask({}, promise, [started], '2499-12-31T09:00Z').clock.due).toBeUndefined();
  });

  it('says that a deadline lies beyond ten years', () => {
    const asked = ask(
      { within: '4000 business days' },
      'first-response',
      [received('2026-11-23T09:00Z', 1)],
      '2026-11-23T10:00Z',
    );
    expect(wordsOf(asked)[0]).toBe(
      'First response: 4000 business days promised; no deadline: it would lie more than 3,653 days ahead; running without a deadline',
    );
    expect(asked.segments).toEqual([]);
  });

  it('says that at-most moved the deadline, in the headline, the target and what is left', () => {
    const facts: Happening[] = [received('2026-11-23T09:00Z', 1), ['2026-11-23T10:00Z incident.reported']];
    const asked = ask({}, 'daily', facts, '2026-11-23T11:00Z');
    expect(asked.clock).toMatchObject({ movedFrom: seconds('2026-11-23T12:00Z'), due: seconds('2026-11-24T08:00Z') });
    const words = wordsOf(asked);
    expect(words[0]).toContain('due Tue 24 Nov 2026 09:00 CET (08:00 UTC) (moved because at most once a day);');
    expect(words.join('\n')).toContain(
      'level gold). Would be due Mon 23 Nov 2026 13:00 CET (12:00 UTC); moved to Tue 24 Nov 2026 09:00 CET (08:00 UTC) because at most once a day.',
    );
    expect(words).toContain('  It runs, and has 5 hours of counted time left.');
  });

  it('tells a long course by its beginning and its end', () => {
    const words = wordsOf(
      ask({ within: '200 business days' }, 'first-response', [received('2026-11-23T09:00Z', 1)], '2026-11-23T09:00Z'),
    );
    expect(words.filter((line) => line.includes(' CET  ') || line.includes(' CEST  '))).toHaveLength(60);
    expect(words.some((line) => /… and \d+ stretches between them, in which \d+ hours count/.test(line))).toBe(true);
    expect(words.join('\n')).toContain('counted: 200 dates from Tue 24 Nov to');
  });
});

describe('promises without working time', () => {
  const started: Happening = ['2026-11-16T09:00Z contract.started', undefined, 'contract'];

  it.each<[string, Happening[], string, RegExp[]]>([
    [
      'answers',
      [received('2026-11-20T15:00Z', 1)],
      '2026-11-20T16:00Z',
      [/^Answers: no time is promised; running$/, /it is broken only if it is still owed when the contract ends/],
    ],
    [
      'answers',
      [received('2026-11-20T15:00Z', 1), ['2026-11-21T00:00Z contract.ended', undefined, 'contract']],
      '2026-11-22T16:00Z',
      [
        /^Answers: no time is promised; breached$/,
        /Breached Sat 21 Nov .*: it was still owed when the contract ended\.$/,
      ],
    ],
    [
      'calls',
      [started],
      '2026-11-20T16:00Z',
      [
        /^Calls: due Mon 30 Nov 2026 00:00 CET .*; not done yet, at least once promised; running$/,
        /Period 1 of the contract/,
      ],
    ],
    [
      'calls',
      [started],
      '2026-12-01T16:00Z',
      [/^Calls, period 2/, /Period 1: .* breached; not done, at least once promised/],
    ],
    [
      'hours',
      [started, ['2026-11-17T09:00Z hours.logged', { seconds: 27_000 }]],
      '2026-11-20T16:00Z',
      [/^Hours: counted until Mon 23 Nov 2026 00:00 CET .*; 7 hours 30 minutes of at most 8 hours used; running$/],
    ],
    [
      'hours',
      [started, ['2026-11-17T09:00Z hours.logged', { seconds: -5 }]],
      '2026-11-20T16:00Z',
      [/^Hours: .*; −5 seconds of at most 8 hours used; running$/],
    ],
    [
      'hours',
      [started, ['2026-11-17T09:00Z hours.logged', { seconds: 37_000 }]],
      '2026-11-20T16:00Z',
      [/Broken Tue 17 Nov 2026 10:00 CET .*over the limit/],
    ],
    [
      'hours',
      [started, ['2026-11-17T09:00Z hours.logged', { seconds: 60 }]],
      '2026-11-24T16:00Z',
      [/^Hours, period 2: counted until/, /Period 1: .*counted until Mon 23 Nov 00:00 CET, kept; 1 minute of at most/],
    ],
    [
      'gate',
      [received('2026-11-20T15:00Z', 1), ['2026-11-20T15:30Z call.held'], received('2026-11-20T16:00Z', 1)],
      '2026-11-20T16:00Z',
      [/^Calls first: asked for/, /Kept Fri 20 Nov .*: the call had been held by then\./],
    ],
    [
      'support',
      [['2026-11-17T09:00Z launch.announced', { begins: '2026-12-01' }]],
      '2026-11-18T09:00Z',
      [/^Launch support: due Thu 26 Nov 2026 .*; running$/, /Announced Tue 17 Nov/],
    ],
    [
      'gate',
      [received('2026-11-20T15:00Z', 1)],
      '2026-11-20T16:00Z',
      [
        /^Calls first: asked for Fri 20 Nov 2026 .*; breached$/,
        /Broken Fri 20 Nov .*: the call had not been held by then\./,
      ],
    ],
    // One of the two had been there: the words must not say which was missing.
    [
      'gates',
      [['2026-11-20T15:30Z call.held'], received('2026-11-20T16:00Z', 1)],
      '2026-11-20T16:00Z',
      [/Broken Fri 20 Nov .*: it was not so by then that the call had been held and the licence had been issued\./],
    ],
    ['licensed', [received('2026-11-20T15:00Z', 1)], '2026-11-20T16:00Z', [/: the licence was not valid by then\./]],
  ])('%s %#', (promise, facts, now, expected) => {
    const words = wordsOf(ask({}, promise, facts, now)).join('\n');
    for (const pattern of expected) expect(words).toMatch(new RegExp(pattern, 'm'));
  });
});

describe('the whole way', () => {
  it.each([
    ['2026-11-20T15:48Z', '2026-11-20T15:48Z'],
    ['2026-11-20T15:48Z', '2026-11-23T08:10Z'],
    ['2026-11-21T03:00Z', '2026-11-23T08:10:07Z'],
    ['2026-11-20T15:48Z', '2026-11-25T15:00Z'],
  ])('from %s, asked %s: what counted adds up to what has elapsed, all of it to the target', (at, now) => {
    const { clock, segments } = ask({}, 'first-response', [received(at, 2)], now);
    const counted = (until: number) =>
      segments.reduce((sum, { from, to, counts }) => (counts && to <= until ? sum + to - from : sum), 0);
    expect(counted(seconds(now))).toBe(clock.elapsed);
    expect(counted(clock.due ?? 0)).toBe(7200);
    expect(segments.at(-1)?.to).toBe(Math.max(clock.due ?? 0, seconds(now)));
    expect(segments.slice(1).every((segment, i) => segment.from === segments[i]?.to)).toBe(true);
  });
});
