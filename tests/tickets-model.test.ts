/**
 * Random lives of tickets through the API, by several people at random instants and at the same one, around both changes of the clocks. After each
 * step the ledger is what core computes from the journal, and tickets are what the model says; at the end a second model, which
 * counts minutes, has found the very breaches that the ledger shows.
 */
import type { FastifyInstance } from 'fastify';
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount } from './support/agreed-account.ts';
import { startTestApplication, type Person, type TestApplication } from './support/test-application.ts';
import { wakeAccounts } from '../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../packages/server/src/platform/database/actor.ts';
import { EVERYBODY, settle, ticketAt, type Act, type Asked, type Known, type Who } from './tickets-model/acts.ts';
import {
  closeEscalation,
  decide,
  escalate,
  propose,
  takeFurther,
  takeUp,
  withdraw,
} from './tickets-model/asked-for.ts';
import { actOf, anySeverity, rush } from './tickets-model/arbitrary-acts.ts';
import { countBreaches } from './tickets-model/brute-force.ts';
import { officeTable } from './tickets-model/office-table.ts';
import { withIds } from './tickets-model/with-ids.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? (process.env['CI'] ? 60 : 20));
const ANSWER_SECONDS = 48 * 3600;

type Model = { readonly tickets: Known[] };
type Real = {
  readonly accountId: string;
  readonly contractId: string;
  readonly people: Readonly<Record<Who, Person>>;
  readonly begins: number;
};
type Command = fc.AsyncCommand<Model, Real>;

let server: TestApplication;
/** On the same database. */
let second: FastifyInstance;
let engineer: Person;
let colleague: Person;
let manager: Person;
/** What was done at all: a model in which nobody ever approves would prove nothing of it. */
const done = new Set<string>();
const ASKED_FOR = ['propose', 'approve', 'refuse', 'withdraw', 'escalate', 'next-step', 'taking', 'closing'] as const;
const noteDone = ({ says }: Act, outcome: string | undefined) => {
  if (outcome === 'done') done.add(says.split(' ')[0] ?? '');
};
/** How often several did something in the same moment. */
let together = 0;
/** Each life begins later than all before it. */
let lives = 0;
beforeAll(async () => {
  server = await startTestApplication('2026-01-05T08:00:00Z');
  second = await server.anotherServer();
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  colleague = await server.staff('Carl Colleague', 'senior-support-engineer');
  manager = await server.staff('Mara Manager', 'team-lead');
});
afterAll(async () => {
  await second.close();
  await server.stop();
});

const nowSeconds = () => Math.floor(server.clock.now().epochMilliseconds / 1000);
const instant = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

/** Nine days before the clocks of Berlin change: in spring and in autumn by turns. */
async function begin(): Promise<{ model: Model; real: Real }> {
  const month = lives % 2 === 0 ? 3 : 10;
  const last = Temporal.PlainDate.from({ year: 2026 + Math.floor(lives / 2), month, day: 31 });
  const begins = last
    .subtract({ days: (last.dayOfWeek % 7) + 9 })
    .toZonedDateTime({ timeZone: 'UTC', plainTime: '06:00' });
  lives += 1;
  const name = `Life ${String.fromCharCode(96 + Math.ceil(lives / 26), 97 + (lives % 26))}`;
  await passTo(Math.floor(begins.epochMilliseconds / 1000));
  const { accountId, contractId } = await agreedAccount(server.db, '../tests/tickets-model/desk', 'base', { name });
  const [lead, deputy] = [
    await server.customer(`Lena of ${name}`, accountId, 'technical-lead'),
    await server.customer(`Dora of ${name}`, accountId, 'technical-lead'),
  ];
  const people = { lead, deputy, engineer, colleague, manager };
  const begun = { model: { tickets: [] }, real: { accountId, contractId, people, begins: nowSeconds() } };
  // Without a first ticket most lives would pass with nothing done.
  await submit('lead', 2).run(begun.model, begun.real);
  return begun;
}

/** Time passes as the watcher lives through it: what changes by itself changes at its instant. */
async function passTo(target: number): Promise<void> {
  const wake = async () => {
    const woken = await wakeAccounts(server.db, server.clock.now(), (_account, error) => {
      throw error;
    });
    return woken.next;
  };
  for (let next = await wake(); next !== undefined && next <= target; next = await wake())
    server.clock.moveTo(instant(Math.max(next, nowSeconds())));
  server.clock.moveTo(instant(target));
  await wake();
}

/** Does it as the server and as the model do it, and holds answer, ticket and ledger against what is expected. */
const alone = (act: Act): Command => ({
  check: ({ tickets }) => tickets.length > 0,
  run: async ({ tickets }, real) => {
    const ticket = ticketAt(tickets, act.place);
    const asked = act.asks(ticket, tickets);
    if (!asked) return;
    const expected = act.plays(ticket, tickets, nowSeconds(), asked[3]);
    const outcome = await ask(server.app, real, act.who, await withIds(server.db, real.accountId, ticket.id, asked));
    expect([act.says, outcome]).toEqual([act.says, expected]);
    noteDone(act, outcome);
    await agree(tickets, real);
  },
  toString: () => act.says,
});

async function ask(app: FastifyInstance, { accountId, people }: Real, who: Who, asked: Asked) {
  const [method, path, payload] = asked;
  const url = `/api/v1/accounts/${accountId}${path}`;
  const headers = { authorization: `Test ${people[who].id}` };
  const answer = await app.inject({ method: method as 'POST', url, payload, headers });
  return answer.statusCode < 300 ? 'done' : answer.json<{ code: string }>().code;
}

/**
 * Several people in the same moment, at two servers: it is as if they had come one after the other, in the order in which the
 * journal has them.
 */
const atOnce = (acts: readonly Act[]): Command => ({
  check: ({ tickets }) => tickets.length > 0,
  run: async ({ tickets }, real) => {
    const possible: { act: Act; asked: Asked }[] = [];
    for (const act of acts) {
      const ticket = ticketAt(tickets, act.place);
      const asked = act.asks(ticket, tickets);
      if (asked) possible.push({ act, asked: await withIds(server.db, real.accountId, ticket.id, asked) });
    }
    const before = await lastPosition();
    const outcomes = await Promise.all(
      possible.map(({ act, asked }, i) => ask(i % 2 === 0 ? server.app : second, real, act.who, asked)),
    );
    const order = await whoWroteSince(before, real);
    const answered = possible.map(({ act, asked }, i) => ({ act, read: asked[3], outcome: outcomes[i] }));
    const says = answered.map(({ act, outcome }) => `${act.says}: ${outcome}`).join(', ');
    const after = permutations(answered)
      .map((each) => playedAfterEachOther(each, tickets, order))
      .find((played) => played !== undefined);
    expect(after, `${says}; in the journal ${order.join()}`).toBeDefined();
    tickets.splice(0, tickets.length, ...(after ?? []));
    for (const { act, outcome } of answered) noteDone(act, outcome);
    together += outcomes.filter((outcome) => outcome === 'done').length > 1 ? 1 : 0;
    await agree(tickets, real);
  },
  toString: () => `at once: ${acts.map(({ says }) => says).join(' | ')}`,
});

type Answered = { readonly act: Act; readonly read: number | undefined; readonly outcome: string | undefined };

/** The tickets as they are after it; undefined where one of them would have been answered otherwise, or not in this order. */
function playedAfterEachOther(
  answered: readonly Answered[],
  before: readonly Known[],
  order: readonly Who[],
): Known[] | undefined {
  const tickets = structuredClone(before) as Known[];
  for (const { act, read, outcome } of answered)
    if (act.plays(ticketAt(tickets, act.place), tickets, nowSeconds(), read) !== outcome) return undefined;
  const wrote = answered.flatMap(({ act }) => (order.includes(act.who) ? [act.who] : []));
  return wrote.join() === order.join() ? tickets : undefined;
}

function lastPosition(): Promise<number> {
  return server.db.read(SYSTEM, async (tx) => {
    const row = await tx.first<{ last: number }>(sql`select coalesce(max(position), 0)::int as last from journal`);
    return row?.last ?? 0;
  });
}

/** Each once, in the order of the journal. */
async function whoWroteSince(position: number, { people }: Real): Promise<Who[]> {
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ id: string }>(sql`select by_person as id from journal
      where position > ${position} and by_person is not null group by by_person order by min(position)`),
  );
  return rows.flatMap(({ id }) => EVERYBODY.filter((who) => people[who].id === id));
}

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((one, i) => permutations(list.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}

async function agree(tickets: readonly Known[], { accountId, people }: Real): Promise<void> {
  const proof = await server.call(people.engineer, 'POST', `/accounts/${accountId}/verification`);
  expect(proof.body.differences).toEqual([]);
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{
      id: string;
    }>(sql`select t.id, t.state, t.side, t.severity, t.acknowledged_at is not null as "isAcknowledged",
        t.escalated, t.escalated_openly as "isKnown", t.waits_for_approval as waits, p.severity as proposed
      from ticket t left join severity_proposal p on p.account_id = t.account_id and p.ticket_id = t.id
      where t.account_id = ${accountId}`),
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const { id, state, side, severity, isAcknowledged, proposal, escalations } of tickets) {
    const escalated = escalations.some((each) => each.state !== 'closed');
    const waits = proposal?.waits ?? false;
    const asked = { escalated, isKnown: escalated, waits, proposed: waits ? proposal?.severity : null };
    // Where it went on, nobody asks whose turn it was.
    const rest = state === 'open' ? { side, severity, isAcknowledged } : {};
    expect(found.get(id)).toMatchObject({ id, state, ...rest, ...asked });
  }
}

const submit = (who: Who, severity: number): Command => ({
  check: ({ tickets }) => tickets.length < 5,
  run: async (model, real) => {
    const body = { contractId: real.contractId, kind: 'incident', subject: 'Down', body: 'Since noon.', severity };
    const made = await server.call(real.people[who], 'POST', `/accounts/${real.accountId}/tickets`, { body });
    expect(made.status).toBe(201);
    model.tickets.push({
      ...{ id: made.body.id, state: 'open', side: 'provider', severity, isAcknowledged: false, handedAt: 0 },
      ...{ proposal: undefined, escalations: [] },
      happened: [{ at: nowSeconds(), what: 'received', severity }],
    });
    await agree(model.tickets, real);
  },
  toString: () => `submit by ${who} of severity ${severity}`,
});

const pass = (minutes: number): Command => ({
  check: () => true,
  run: async ({ tickets }, real) => {
    const target = nowSeconds() + minutes * 60;
    await passTo(target);
    for (const ticket of tickets) {
      const due = ticket.handedAt + ANSWER_SECONDS;
      if (ticket.state !== 'open' || ticket.side !== 'customer' || due >= target) continue;
      ticket.state = 'closed';
      settle(ticket);
      ticket.happened.push({ at: due + 1, what: 'ended' });
    }
    await agree(tickets, real);
  },
  toString: () => `pass ${minutes} minutes`,
});

/** One after the other: what is asked for is answered as well, alone or by several at once. */
const inTurn = (...each: readonly Command[]): Command => ({
  check: ({ tickets }) => tickets.length > 0,
  run: async (model, real) => {
    for (const command of each) if (command.check(model)) await command.run(model, real);
  },
  toString: () => each.map(String).join(', then '),
});
const customer = fc.constantFrom<Who[]>('lead', 'deputy');
const proposal = fc
  .record({
    asks: fc.constantFrom<Who[]>('lead', 'deputy', 'engineer', 'colleague'),
    place: fc.nat(4),
    severity: fc.constantFrom(1, 2),
    approve: fc.boolean(),
    isRead: fc.boolean(),
    answer: fc.constantFrom('decided', 'withdrawn', 'at once'),
  })
  .map(({ asks, place, severity: wanted, approve, isRead, answer }) => {
    const [back, decision] = [withdraw(asks, place, isRead), decide('manager', place, approve, isRead)];
    const then = answer === 'at once' ? atOnce([back, decision]) : alone(answer === 'decided' ? decision : back);
    return inTurn(alone(propose(asks, place, wanted)), then);
  });
const escalation = fc
  .record({
    asks: customer,
    place: fc.nat(4),
    takes: fc.constantFrom<Who[]>('engineer', 'colleague', 'manager'),
    waits: fc.integer({ min: 1, max: 600 }),
    isPushed: fc.boolean(),
    length: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ asks, place, takes, waits, isPushed, length }) => {
    const [up, further] = [takeUp(takes, place), takeFurther(asks, place)];
    const taken = isPushed ? atOnce([up, further]) : alone(up);
    return inTurn(
      ...[alone(escalate(asks, place)), pass(waits), taken, alone(closeEscalation(takes, place))].slice(0, length),
    );
  });
const commands = fc.commands(
  [
    fc.tuple(fc.constantFrom<Who[]>('lead', 'deputy'), anySeverity).map((args) => submit(...args)),
    fc.integer({ min: 1, max: 90 }).map(pass),
    fc.integer({ min: 60, max: 900 }).map(pass),
    fc.integer({ min: 1, max: 4 * 24 * 60 }).map(pass),
    ...Array.from({ length: 4 }, () => actOf(fc.constantFrom(...EVERYBODY), fc.nat(4)).map(alone)),
    ...Array.from({ length: 4 }, () => rush.map(atOnce)),
    proposal,
    escalation,
  ],
  { maxCommands: 40, size: 'max' },
);

test(
  'a ticket’s ledger is true whatever people do, and its breaches are those that a count of minutes finds',
  { timeout: 600_000 },
  async () => {
    let [broken, unanswered] = [0, 0];
    await fc.assert(
      fc.asyncProperty(commands, async (chosen) => {
        const { model, real } = await begin();
        await fc.asyncModelRun(() => ({ model, real }), chosen);
        const counted = await server.db.read(SYSTEM, (tx) =>
          tx.rows<{ promise: string; many: number }>(sql`select promise, count(*)::int as many from obligation
          where account_id = ${real.accountId} and state = 'breached' group by promise`),
        );
        const ledger = { 'first-response': 0, repair: 0, answers: 0, 'escalations-taken': 0 };
        for (const { promise, many } of counted) Object.assign(ledger, { [promise]: many });
        const until = nowSeconds();
        const office = officeTable(real.begins, until);
        expect(ledger).toEqual(
          countBreaches(
            model.tickets.map(({ happened }) => happened),
            model.tickets.flatMap(({ escalations }) => escalations.map(({ happened }) => happened)),
            office,
            until,
          ),
        );
        broken += ledger['first-response'] + ledger.repair + ledger.answers;
        unanswered += ledger['escalations-taken'];
      }),
      { numRuns: RUNS },
    );
    // A model in which nothing ever breaks would prove nothing.
    expect(broken).toBeGreaterThan(RUNS / 3);
    expect(together).toBeGreaterThan(RUNS / 2);
    expect(unanswered).toBeGreaterThan(RUNS / 10);
    // A third of the runs may leave one out by chance.
    if (RUNS >= 60) expect([...done].toSorted()).toEqual(expect.arrayContaining([...ASKED_FOR]));
  },
);
