import { describe, expect, it } from 'vitest';
import { clock, clocks, fact, outline, written } from './oracles/clocks.ts';

const received = (severity: number, when = '2026-06-01T09:00') =>
  fact(when, 'incident.received', 'i1', { data: { severity } });
const happened = (when: string, event: string, data?: Record<string, number | string>) =>
  fact(when, `incident.${event}`, 'i1', data ? { data } : {});

describe('a response', () => {
  it('runs until its deadline, counting working time', () => {
    const one = clock('answer', [received(2)], '2026-06-01T10:30');
    expect(outline(one)).toBe('running · due 2026-06-01T13:00');
    expect(one).toMatchObject({ cycle: 1, turn: 1, form: 'response', subject: 'i1', elapsed: 5400, remaining: 9000 });
    expect(one.targets).toMatchObject([{ severity: 2, level: 'beam', seconds: 14_400 }]);
  });
  it('is met in time, and stops counting there', () => {
    const one = clock('answer', [received(2), happened('2026-06-01T12:00', 'acknowledged')], '2026-06-09T00:00');
    expect(outline(one)).toBe('met · due 2026-06-01T13:00 · met 2026-06-01T12:00');
    expect(one).toMatchObject({ elapsed: 10_800, remaining: 3600 });
  });
  it('is in time in the very second of the deadline, and late in the next', () => {
    const met = (when: string) =>
      outline(clock('answer', [received(2), happened(when, 'acknowledged')], '2026-06-02T00:00'));
    expect(met('2026-06-01T13:00:00')).toBe('met · due 2026-06-01T13:00 · met 2026-06-01T13:00');
    expect(met('2026-06-01T13:00:01')).toBe(
      'breached · due 2026-06-01T13:00 · breached 2026-06-01T13:00 · met 2026-06-01T13:00:01',
    );
    const asked = (when: string) => clock('answer', [received(2)], when).state;
    expect([asked('2026-06-01T13:00:00'), asked('2026-06-01T13:00:01')]).toEqual(['running', 'breached']);
  });
  it('stays breached when it is met late', () => {
    const one = clock('answer', [received(2), happened('2026-06-02T09:30', 'acknowledged')], '2026-06-09T00:00');
    expect(outline(one)).toBe('breached · due 2026-06-01T13:00 · breached 2026-06-01T13:00 · met 2026-06-02T09:30');
    expect(one).toMatchObject({ elapsed: 8 * 3600 + 1800, remaining: 0 });
  });
  it('takes its target from the level, or from the level that it includes, and promises nothing elsewhere', () => {
    const due = (level: string, severity: number) =>
      clocks('answer', [received(severity)], '2026-06-01T09:00', { level }).map(outline);
    expect(due('beam', 1)).toEqual(['running · due 2026-06-01T09:30']);
    expect(due('lamp', 1)).toEqual(['running · due 2026-06-01T10:00']);
    expect(due('beam', 3)).toEqual(['running · due 2026-06-03T09:00']);
    expect(due('lamp', 4)).toEqual([]);
    expect(due('beam', 4)).toEqual(['running']);
  });
  it('belongs to the levels that it names', () => {
    expect(clocks('beam-contact', [received(1)], '2026-06-01T09:00', { level: 'lamp' })).toEqual([]);
    expect(clock('beam-contact', [received(1)], '2026-06-01T09:00').form).toBe('request');
  });
  it('counts business days past a holiday, and calendar days through it', () => {
    const due = (severity: number) =>
      written(clock('repair', [received(severity, '2026-06-02T15:00')], '2026-06-02T15:00').due);
    expect(due(2)).toBe('2026-06-05T15:00:00Z');
    expect(due(3)).toBe('2026-06-05T15:00:00Z');
    expect(written(clock('repair', [received(3, '2026-06-05T20:00')], '2026-06-05T20:00').due)).toBe(
      '2026-06-08T20:00:00Z',
    );
  });
});

describe('a pause', () => {
  const handed = happened('2026-06-01T10:00', 'handed-to-customer', { message: 4 });
  it('stops the clock, says why, and pushes the deadline by the working time that it lasted', () => {
    const paused = clock('repair', [received(1), handed], '2026-06-01T16:00');
    expect(outline(paused)).toBe('paused');
    expect(paused).toMatchObject({ elapsed: 3600, remaining: 3 * 3600 });
    expect(paused.pauses).toEqual([{ from: handed.at, because: 'waiting for the customer since message 4' }]);
    const on = clock(
      'repair',
      [received(1), handed, happened('2026-06-02T09:30', 'handed-to-provider')],
      '2026-06-02T10:00',
    );
    expect(outline(on)).toBe('running · due 2026-06-02T12:30');
    expect(on).toMatchObject({ elapsed: 5400, remaining: 9000 });
  });
  it('that begins in the second of the deadline comes too late, though the one before it took the night only', () => {
    const evening = [received(2), happened('2026-06-02T18:00', 'handed-to-customer')];
    const again = [
      happened('2026-06-03T09:00', 'handed-to-provider'),
      happened('2026-06-03T09:00', 'handed-to-customer'),
    ];
    const now = '2026-06-03T09:01';
    expect(outline(clock('repair', evening, now))).toBe('paused');
    expect(outline(clock('repair', [...evening, ...again], now))).toBe(
      'breached · due 2026-06-03T09:00 · breached 2026-06-03T09:00',
    );
  });
  it('at night changes nothing', () => {
    const night = [
      happened('2026-06-01T17:00', 'handed-to-customer'),
      happened('2026-06-02T09:00', 'handed-to-provider'),
    ];
    expect(written(clock('repair', [received(1, '2026-06-01T15:00'), ...night], '2026-06-02T09:30').due)).toBe(
      '2026-06-02T11:00:00Z',
    );
  });
  it('of no length leaves no trace', () => {
    const facts = [received(1), handed, { ...handed, fact: 'incident.handed-to-provider' }];
    expect(clock('repair', facts, '2026-06-01T11:00')).toMatchObject({ state: 'running', pauses: [] });
  });
  it('that begins when the time has run out comes too late, even in the very second', () => {
    const late = [received(1), happened('2026-06-01T13:00', 'handed-to-customer')];
    expect(outline(clock('repair', late, '2026-06-01T13:00'))).toBe('paused · due 2026-06-01T13:00');
    const back = [...late, happened('2026-06-01T15:00', 'handed-to-provider')];
    expect(clock('repair', back, '2026-06-01T16:00')).toMatchObject({
      state: 'breached',
      due: late[0] && late[0].at + 4 * 3600,
    });
    expect(outline(clock('repair', late, '2026-06-01T13:01'))).toBe(
      'breached · due 2026-06-01T13:00 · breached 2026-06-01T13:00',
    );
  });
  it('over the opening at which business days end moves that end', () => {
    // From before the office opens: two business days later at the same wall time, which is closed, so at the closing before.
    const facts = [
      received(2, '2026-06-01T09:00'),
      happened('2026-06-02T18:00', 'handed-to-customer'),
      happened('2026-06-03T09:30', 'handed-to-provider'),
    ];
    expect(written(clock('repair', facts.slice(0, 1), '2026-06-01T09:00').due)).toBe('2026-06-03T09:00:00Z');
    expect(written(clock('repair', facts, '2026-06-03T09:30').due)).toBe('2026-06-03T09:30:00Z');
  });
  it('ends with the evidence', () => {
    const one = clock('repair', [received(1), handed, happened('2026-06-01T11:00', 'resolved')], '2026-06-01T12:00');
    expect(outline(one)).toBe('met · due 2026-06-01T14:00 · met 2026-06-01T11:00');
    expect(one.pauses).toMatchObject([{ from: handed.at, to: handed.at + 3600 }]);
  });
});

describe('what ends without being kept or broken', () => {
  it.each([
    ['declined', 'declined'],
    ['merged', 'merged'],
    ['closed', 'closed'],
    ['resolved', 'resolved'],
  ])('%s', (event, because) => {
    const one = clock('answer', [received(2), happened('2026-06-01T10:00', event)], '2026-07-01T10:00');
    expect(outline(one)).toBe(`ended · due 2026-06-01T13:00 · ended 2026-06-01T10:00 · ${because}`);
    expect(one).toMatchObject({ elapsed: 3600 });
  });
  it('a breach before the end stays a breach', () => {
    const one = clock('answer', [received(2), happened('2026-06-01T15:00', 'merged')], '2026-07-01T10:00');
    expect(outline(one)).toBe(
      'breached · due 2026-06-01T13:00 · breached 2026-06-01T13:00 · ended 2026-06-01T15:00 · merged',
    );
  });
  it('what was opened before the subject itself was', () => {
    const facts = [
      fact('2026-06-01T09:00', 'leave.requested', 'l1'),
      fact('2026-06-01T12:00', 'leave.cancelled', 'l1'),
    ];
    expect(outline(clock('leave-decided', facts, '2026-07-01T00:00'))).toContain('ended · due 2026-06-03T09:00');
  });
});

describe('several openings', () => {
  it('reopening begins a new cycle; the past one stays', () => {
    const facts = [
      received(2),
      happened('2026-06-01T10:00', 'acknowledged'),
      happened('2026-06-01T11:00', 'resolved'),
      happened('2026-06-02T10:00', 'reopened'),
    ];
    expect(
      clocks('answer', facts, '2026-06-02T11:00').map((one) => `${one.cycle}/${one.turn} ${outline(one)}`),
    ).toEqual(['1/1 met · due 2026-06-01T13:00 · met 2026-06-01T10:00', '2/2 running · due 2026-06-02T14:00']);
  });
  it('a second receipt opens nothing', () => {
    const again = [received(2), happened('2026-06-01T10:00', 'acknowledged'), received(2, '2026-06-01T11:00')];
    expect(clocks('answer', again, '2026-06-01T12:00')).toHaveLength(1);
  });
  it('each hand-over asks for an answer', () => {
    const facts = [
      received(2),
      happened('2026-06-01T10:00', 'handed-to-customer'),
      happened('2026-06-02T10:00', 'handed-to-provider'),
      happened('2026-06-03T10:00', 'handed-to-customer'),
      happened('2026-06-03T10:00', 'handed-to-customer'),
    ];
    expect(clocks('customer-answers', facts, '2026-06-11T10:00').map(outline)).toEqual([
      'met · due 2026-06-08T10:00 · met 2026-06-02T10:00',
      'breached · due 2026-06-10T10:00 · breached 2026-06-10T10:00',
    ]);
  });
  it('what is resolved and then closed asks for one report', () => {
    const facts = [
      received(1),
      happened('2026-06-01T10:00', 'resolved'),
      fact('2026-06-02T10:00', 'report.delivered', 'r1', { about: 'i1' }),
      happened('2026-06-02T11:00', 'reviewed'),
      happened('2026-06-03T11:00', 'closed'),
    ];
    expect(clocks('after-word', facts, '2026-07-01T00:00').map(outline)).toEqual([
      'met · due 2026-06-09T10:00 · met 2026-06-02T11:00',
    ]);
    expect(
      clocks('after-word', [received(1), happened('2026-06-03T11:00', 'closed')], '2026-06-04T00:00'),
    ).toHaveLength(1);
  });
  it('what the resolution opened ends when it is reopened, and begins anew with the next', () => {
    const facts = [
      received(1),
      happened('2026-06-01T10:00', 'resolved'),
      happened('2026-06-01T11:00', 'reopened'),
      happened('2026-06-01T12:00', 'resolved'),
    ];
    expect(clocks('after-word', facts, '2026-06-01T13:00').map(outline)).toEqual([
      'ended · due 2026-06-09T10:00 · ended 2026-06-01T11:00 · reopened',
      'running · due 2026-06-09T12:00',
    ]);
  });
  it('a kind that nothing reopens begins anew when it is asked for again', () => {
    const errand = (when: string, event: string) => fact(when, `errand.${event}`, 'e1');
    const facts = [
      errand('2026-06-01T09:00', 'requested'),
      errand('2026-06-01T10:00', 'completed'),
      errand('2026-06-02T09:00', 'requested'),
    ];
    expect(clocks('errands', facts, '2026-06-02T10:00').map((one) => `${one.cycle} ${one.state}`)).toEqual([
      '1 met',
      '2 running',
    ]);
  });
});

describe('evidence', () => {
  const resolved = [received(1), happened('2026-06-01T10:00', 'resolved')];
  it('of several kinds is complete with the last', () => {
    const half = [...resolved, happened('2026-06-01T12:00', 'reviewed')];
    expect(clock('after-word', half, '2026-06-02T00:00').state).toBe('running');
  });
  it('that is about something else does not count', () => {
    const facts = [
      ...resolved,
      happened('2026-06-01T12:00', 'reviewed'),
      fact('2026-06-02T10:00', 'report.delivered', 'r1', { about: 'i2' }),
    ];
    expect(clock('after-word', facts, '2026-06-03T00:00').state).toBe('running');
  });
  it('of the same kind has to be of the same subject', () => {
    const other = fact('2026-06-01T09:10', 'incident.acknowledged', 'i2', { about: 'i1' });
    expect(clocks('answer', [received(2), other], '2026-06-01T10:00').map((one) => one.state)).toEqual(['running']);
  });
  it('with the same number but of another kind changes nothing about the subject', () => {
    const facts = [received(2), fact('2026-06-01T09:10', 'service-request.resolved', 'i1')];
    expect(clock('repair', facts, '2026-06-01T10:00').state).toBe('running');
    const graver = fact('2026-06-01T09:10', 'problem.opened', 'i1', { data: { severity: 1 } });
    expect(clock('repair', [received(2), graver], '2026-06-01T10:00').targets).toHaveLength(1);
  });
  it('of the account, about nothing in particular, is about every incident; about one, about that one', () => {
    const asked = (subject: string) => fact('2026-06-01T09:00', 'incident.access-requested', subject);
    const granted = (about?: string) =>
      fact('2026-06-01T10:00', 'account.asset-access-granted', 'a', about === undefined ? {} : { about });
    const states = (...facts: ReturnType<typeof fact>[]) =>
      clocks('access', [asked('i1'), asked('i2'), ...facts], '2026-06-02T00:00').map(({ state }) => state);
    expect([states(), states(granted()), states(granted('i2'))]).toEqual([
      ['running', 'running'],
      ['met', 'met'],
      ['running', 'met'],
    ]);
  });
  it('of the account is evidence for a promise about the account', () => {
    const marked = fact('2026-06-01T09:00', 'account.marked-notable', 'a1', { data: { hosted: 'yes' } });
    expect(
      outline(clock('notable', [marked, fact('2026-06-01T18:00', 'beacon.lit', 'b1')], '2026-06-03T00:00')),
    ).toContain('met');
    expect(clock('notable', [marked], '2026-06-03T00:00').state).toBe('breached');
    expect(clocks('notable', [{ ...marked, data: { hosted: 'no' } }], '2026-06-03T00:00')).toEqual([]);
    expect(
      clocks('notable', [{ ...marked, data: {} }], '2026-06-03T00:00', { account: { hosted: 'yes' } }),
    ).toHaveLength(1);
  });
});

describe('a change of severity or level', () => {
  const changed = (when: string, severity: number) => happened(when, 'severity-changed', { severity });
  it('counts the new target from the same start, keeps the pauses, and shows both targets', () => {
    const facts = [
      received(1),
      happened('2026-06-01T10:00', 'handed-to-customer'),
      happened('2026-06-01T12:00', 'handed-to-provider'),
      changed('2026-06-01T12:30', 2),
    ];
    const one = clock('repair', facts, '2026-06-01T13:00');
    expect(outline(one)).toBe('running · due 2026-06-03T11:00');
    expect(one).toMatchObject({ elapsed: 7200, targets: [{ severity: 1 }, { severity: 2, since: facts[3]?.at }] });
  });
  it('misses a target that was already missed when it came into force, then and not earlier', () => {
    const facts = [received(2), changed('2026-06-01T12:00', 1)];
    expect(outline(clock('answer', facts, '2026-06-01T12:00'))).toBe(
      'breached · due 2026-06-01T09:30 · breached 2026-06-01T12:00',
    );
  });
  it('does not cure a breach', () => {
    const facts = [received(1), changed('2026-06-01T10:00', 2), happened('2026-06-01T10:30', 'acknowledged')];
    expect(outline(clock('answer', facts, '2026-06-01T11:00'))).toBe(
      'breached · due 2026-06-01T13:00 · breached 2026-06-01T09:30 · met 2026-06-01T10:30',
    );
  });
  it('in the very second of the deadline is in time to move it', () => {
    expect(outline(clock('answer', [received(1), changed('2026-06-01T09:30', 2)], '2026-06-01T10:00'))).toBe(
      'running · due 2026-06-01T13:00',
    );
  });
  it('to what is not promised ends the clock; back again, it counts from the change', () => {
    const lamp = { level: 'lamp' };
    const facts = [received(2), changed('2026-06-01T10:00', 4), changed('2026-06-01T11:00', 2)];
    expect(clocks('answer', facts, '2026-06-01T12:00', lamp).map(outline)).toEqual([
      'ended · due 2026-06-01T13:00 · ended 2026-06-01T10:00 · no longer promised at this severity or level',
      'running · due 2026-06-01T15:00',
    ]);
  });
  it('between a time and "on request" ends the one and begins the other', () => {
    const facts = [received(2), changed('2026-06-01T10:00', 4), changed('2026-06-01T11:00', 1)];
    expect(clocks('answer', facts, '2026-06-01T11:10').map(outline)).toEqual([
      'ended · due 2026-06-01T13:00 · ended 2026-06-01T10:00 · no longer promised at this severity or level',
      'ended · ended 2026-06-01T11:00 · no longer promised at this severity or level',
      'running · due 2026-06-01T11:30',
    ]);
  });
  it('that changes nothing about the target leaves one target, and one request', () => {
    const level = happened('2026-06-01T09:10', 'level-changed', { level: 'lamp' });
    expect(clock('answer', [received(2), level], '2026-06-01T09:20').targets).toHaveLength(1);
    expect(
      clocks('beam-contact', [received(2), changed('2026-06-01T10:00', 1)], '2026-06-01T11:00').map(outline),
    ).toEqual(['running']);
  });
  it('of level does the same', () => {
    const facts = [received(1), happened('2026-06-01T09:10', 'level-changed', { level: 'lamp' })];
    expect(outline(clock('answer', facts, '2026-06-01T09:20'))).toBe('running · due 2026-06-01T10:00');
    expect(clock('answer', facts, '2026-06-01T09:20').targets.map(({ level }) => level)).toEqual(['beam', 'lamp']);
  });
  it('from no severity at all is none: the promise counts from the receipt, with the pauses since', () => {
    const facts = [
      fact('2026-06-01T09:00', 'incident.received', 'i1'),
      happened('2026-06-01T10:00', 'handed-to-customer'),
      happened('2026-06-01T11:00', 'handed-to-provider'),
    ];
    expect(clocks('repair', facts, '2026-06-01T11:00')).toEqual([]);
    expect(outline(clock('repair', [...facts, changed('2026-06-01T12:00', 1)], '2026-06-01T12:00'))).toBe(
      'running · due 2026-06-01T14:00',
    );
  });
  it('to what is no severity leaves the last one', () => {
    const odd = happened('2026-06-01T10:00', 'severity-changed', { severity: 'P1' });
    const one = clock(
      'answer',
      [received(2), odd, { ...odd, data: { severity: 0 } }, { ...odd, data: { severity: 1.5 } }],
      '2026-06-01T11:00',
    );
    expect(one.targets).toHaveLength(1);
    expect(outline(one)).toBe('running · due 2026-06-01T13:00');
  });
});

describe('a contract that moves to another level', () => {
  const moved = fact('2026-06-01T12:00', 'contract.moved', 'c1', { data: { level: 'lamp' } });
  it('brings it to what begins afterwards, and leaves what is running', () => {
    const later = { ...received(1, '2026-06-01T13:00'), subject: 'i2' };
    const open = clocks('repair', [received(1, '2026-06-01T11:30'), moved, later], '2026-06-01T13:00');
    expect(open.map(({ targets }) => targets.map(({ level }) => level))).toEqual([['beam'], ['lamp']]);
  });
});

describe('the end of the contract', () => {
  const ended = (when = '2026-06-03T00:00') => fact(when, 'contract.ended', 'c1');
  const assigned = (when: string) => happened(when, 'assigned');
  const contact = (...facts: ReturnType<typeof fact>[]) =>
    clocks('beam-contact', [received(1), ...facts], '2026-06-09T00:00').map(outline);

  it('breaks what is owed without a time, in that very second', () => {
    expect(contact()).toEqual(['running']);
    expect(contact(ended())).toEqual(['breached · breached 2026-06-03T00:00 · still owed when the contract ended']);
    expect(contact(assigned('2026-06-03T00:00'), ended())).toEqual(['met · met 2026-06-03T00:00']);
  });
  it('is final: what comes later is shown, and changes nothing', () => {
    const late = [ended(), assigned('2026-06-04T00:00')];
    const broken = 'breached · met 2026-06-04T00:00 · breached 2026-06-03T00:00 · still owed when the contract ended';
    expect(
      contact(...late)[0]
        ?.split(' · ')
        .toSorted(),
    ).toEqual(broken.split(' · ').toSorted());
    expect(contact(ended(), happened('2026-06-04T00:00', 'closed'))).toEqual(contact(ended()));
    expect(contact(ended(), ended('2026-06-05T00:00'))).toEqual(contact(ended()));
  });
  it('lets what is opened again begin anew, whatever becomes of the old one', () => {
    const facts = [
      ended(),
      happened('2026-06-04T00:00', 'severity-changed', { severity: 3 }),
      happened('2026-06-04T00:00', 'closed'),
      happened('2026-06-05T00:00', 'reopened'),
    ];
    expect(contact(...facts)).toEqual([...contact(ended()), 'running']);
  });
  it('leaves alone what was called off before, and what opens after it', () => {
    expect(contact(happened('2026-06-02T00:00', 'declined'), ended())[0]).toMatch(/^ended .* declined$/);
    expect(
      clocks('beam-contact', [ended(), fact('2026-06-04T00:00', 'incident.received', 'i2')], '2026-06-09T00:00').map(
        outline,
      ),
    ).toEqual(['running']);
  });
  it('breaks "on request" as well, but nothing that has a deadline', () => {
    expect(clocks('answer', [received(4), ended()], '2026-06-09T00:00').map(({ state }) => state)).toEqual([
      'breached',
    ]);
    const graver = happened('2026-06-04T00:00', 'severity-changed', { severity: 1 });
    expect(clocks('answer', [received(4), ended(), graver], '2026-06-09T00:00').map(outline)).toEqual([
      'breached · breached 2026-06-03T00:00 · still owed when the contract ended',
    ]);
    const facts = [received(3), ended('2026-06-01T10:00')];
    expect(clocks('answer', facts, '2026-06-01T12:00').map(({ state }) => state)).toEqual(['running']);
    expect(clocks('epoch', [received(3), ended()], '2026-06-09T00:00')[0]).toMatchObject({ state: 'running' });
  });
  it('ends what stands for the other side', () => {
    const waiting = happened('2026-06-02T00:00', 'handed-to-customer');
    expect(clocks('repair', [received(4), waiting, ended()], '2026-06-09T00:00').map(outline)).toEqual([
      'ended · ended 2026-06-03T00:00 · the contract ended',
    ]);
    const back = happened('2026-06-02T12:00', 'handed-to-provider');
    expect(clocks('repair', [received(4), waiting, back, ended()], '2026-06-09T00:00')[0]?.state).toBe('breached');
    const resolved = happened('2026-06-04T00:00', 'resolved');
    expect(clocks('repair', [received(4), waiting, ended(), resolved], '2026-06-09T00:00')[0]?.state).toBe('ended');
  });
});
