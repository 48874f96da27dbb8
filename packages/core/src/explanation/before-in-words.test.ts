import { describe, expect, it } from 'vitest';
import { ask, wordsOf, type Happening } from './oracles/asked-clock.ts';

const announced = (at: string, begins: string): Happening => [`${at} launch.announced`, { begins }];
const words = (happened: readonly Happening[], now: string) => wordsOf(ask({}, 'support', happened, now)).join('\n');

describe('a promise that is due ahead of something announced', () => {
  it('says when that is, how far ahead, and which dates were counted back', () => {
    const said = words([announced('2026-11-17T09:00Z', '2026-12-01')], '2026-11-18T09:00Z');
    expect(said).toContain('Announced Tue 17 Nov 2026 10:00 CET (09:00 UTC): launch.begins Tue 1 Dec 2026 00:00 CET');
    expect(said).toContain('Due 2 business days ahead of it, Thu 26 Nov 2026 17:00 CET (16:00 UTC): 223 hours after');
    expect(said).toContain(
      '2 business days ahead: counted back from Tue 1 Dec 00:00 CET; business was last open Mon 30 Nov 17:00 CET; counted: Thu 26 Nov, Fri 27 Nov; left out: Sat 28 Nov, Sun 29 Nov; due Thu 26 Nov 17:00 CET.',
    );
  });

  it('says how late it was announced', () => {
    const said = words([announced('2026-11-27T09:00Z', '2026-12-01')], '2026-11-27T10:00Z');
    expect(said).toContain('17 hours before the announcement, which came too late.');
    expect(said).toContain(
      'Breached Fri 27 Nov 2026 10:00 CET (09:00 UTC), when it was announced, 17 hours after the deadline.',
    );
  });

  it('says that evidence came after a deadline which nobody knew', () => {
    const held: Happening = ['2026-11-27T08:00Z call.held', undefined, 'c1', { about: '1' }];
    const said = words([held, announced('2026-11-27T09:00Z', '2026-12-01')], '2026-11-27T10:00Z');
    expect(said).toContain(
      'Met Fri 27 Nov 2026 09:00 CET (08:00 UTC), 16 hours after the deadline, which nobody knew then: it was there before it was announced.',
    );
  });

  it('says that what came early was the last moment', () => {
    const said = words(
      [announced('2026-11-17T09:00Z', '2026-12-01'), ['2026-11-19T09:00Z launch.begins']],
      '2026-11-20T09:00Z',
    );
    expect(said).toContain('It came early, Thu 19 Nov 2026 10:00 CET (09:00 UTC): that was the last moment.');
  });
});
