/**
 * Random lives of tickets through the API, by several people at random instants, around both changes of the clocks. After each
 * step the ledger is what core computes from the journal, and tickets are what the model says; at the end a second model, which
 * counts minutes, has found the very breaches that the ledger shows.
 */
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount } from './support/agreed-account.ts';
import { startTestApplication, type Person, type TestApplication } from './support/test-application.ts';
import { wakeAccounts } from '../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../packages/server/src/platform/database/actor.ts';
import { countBreaches, type Happening } from './tickets-model/brute-force.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? (process.env['CI'] ? 60 : 15));
const ANSWER_SECONDS = 48 * 3600;

type Who = 'lead' | 'deputy' | 'engineer' | 'colleague';
type Known = {
  readonly id: string;
  state: 'open' | 'resolved' | 'closed' | 'declined' | 'merged';
  side: 'provider' | 'customer';
  severity: number;
  isAcknowledged: boolean;
  handedAt: number;
  readonly happened: Happening[];
};
type Model = { readonly tickets: Known[] };
type Real = {
  readonly accountId: string;
  readonly contractId: string;
  readonly people: Readonly<Record<Who, Person>>;
  readonly begins: number;
};
type Command = fc.AsyncCommand<Model, Real>;

let server: TestApplication;
let engineer: Person;
let colleague: Person;
/** Each life begins later than all before it. */
let lives = 0;
beforeAll(async () => {
  server = await startTestApplication('2026-01-05T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  colleague = await server.staff('Carl Colleague', 'senior-support-engineer');
});
afterAll(() => server.stop());

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
  const people = { lead, deputy, engineer, colleague };
  return { model: { tickets: [] }, real: { accountId, contractId, people, begins: nowSeconds() } };
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

const isStaff = (who: Who) => who === 'engineer' || who === 'colleague';
const happen = (ticket: Known, what: Happening['what'], severity?: number) =>
  ticket.happened.push({ at: nowSeconds(), what, ...(severity === undefined ? {} : { severity }) });

function acknowledge(ticket: Known): void {
  if (ticket.isAcknowledged || ticket.state !== 'open') return;
  ticket.isAcknowledged = true;
  happen(ticket, 'acknowledged');
}
function hand(ticket: Known, side: Known['side']): void {
  if (ticket.side === side) return;
  ticket.side = side;
  ticket.handedAt = nowSeconds();
  happen(ticket, side === 'customer' ? 'to-customer' : 'to-provider');
}
function reopen(ticket: Known): void {
  ticket.state = 'open';
  ticket.side = 'provider';
  ticket.isAcknowledged = false;
  happen(ticket, 'reopened');
}

/** Does it, and holds the answer, every ticket and the ledger against what is expected. */
async function step(
  { tickets }: Model,
  real: Real,
  who: Who,
  [method, path, body]: readonly [string, string, object?],
  expected: 'done' | 'state.not-possible' | 'access.denied',
): Promise<any> {
  const reply = await server.call(real.people[who], method, `/accounts/${real.accountId}${path}`, { body });
  expect([path, reply.status < 300 ? 'done' : reply.body.code]).toEqual([path, expected]);
  await agree(tickets, real);
  return reply.body;
}

async function agree(tickets: readonly Known[], { accountId, people }: Real): Promise<void> {
  const proof = await server.call(people.engineer, 'POST', `/accounts/${accountId}/verification`);
  expect(proof.body.differences).toEqual([]);
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows<
      Omit<Known, 'handedAt' | 'happened'>
    >(sql`select id, state, side, severity, acknowledged_at is not null as "isAcknowledged"
      from ticket where account_id = ${accountId}`),
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const { handedAt: _at, happened: _happened, ...ticket } of tickets)
    // Where it went on, nobody asks whose turn it was.
    expect(found.get(ticket.id)).toMatchObject(
      ticket.state === 'open' ? ticket : { id: ticket.id, state: ticket.state },
    );
}

/** A command about one of the tickets there are, by its place. */
function about(name: string, place: number, work: (ticket: Known, model: Model, real: Real) => Promise<void>): Command {
  return {
    check: ({ tickets }) => tickets.length > 0,
    run: (model, real) => {
      const ticket = model.tickets[place % model.tickets.length];
      if (!ticket) throw new Error('There is no ticket.');
      return work(ticket, model, real);
    },
    toString: () => `${name} #${place}`,
  };
}

const submit = (who: Who, severity: number): Command => ({
  check: ({ tickets }) => tickets.length < 5,
  run: async (model, real) => {
    const body = { contractId: real.contractId, kind: 'incident', subject: 'Down', body: 'Since noon.', severity };
    const made = await step(model, real, who, ['POST', '/tickets', body], 'done');
    const ticket: Known = {
      ...{ id: made.id, state: 'open', side: 'provider', severity, isAcknowledged: false, handedAt: 0 },
      happened: [],
    };
    happen(ticket, 'received', severity);
    model.tickets.push(ticket);
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
      ticket.happened.push({ at: due + 1, what: 'ended' });
    }
    await agree(tickets, real);
  },
  toString: () => `pass ${minutes} minutes`,
});

const reply = (who: Who, place: number, audience: 'shared' | 'internal', handTo?: Known['side']): Command =>
  about(`reply by ${who} ${audience} ${handTo ?? ''}`, place, async (ticket, model, real) => {
    const isInternal = audience === 'internal';
    const refused =
      isInternal && !isStaff(who)
        ? 'access.denied'
        : ticket.state === 'merged' || (handTo !== undefined && (!isStaff(who) || ticket.state !== 'open'))
          ? 'state.not-possible'
          : undefined;
    if (refused === undefined && !isInternal) {
      if (isStaff(who)) {
        acknowledge(ticket);
        if (handTo !== undefined) hand(ticket, handTo);
      } else if (ticket.state !== 'open') reopen(ticket);
      else hand(ticket, 'provider');
    }
    const body = { body: 'Words.', audience, ...(handTo === undefined ? {} : { handTo }) };
    await step(model, real, who, ['POST', `/tickets/${ticket.id}/messages`, body], refused ?? 'done');
  });

const confirm = (who: Who, place: number): Command =>
  about(`acknowledge by ${who}`, place, async (ticket, model, real) => {
    const isRefused = ticket.state !== 'open' || ticket.isAcknowledged;
    if (isStaff(who)) acknowledge(ticket);
    const expected = isStaff(who) ? (isRefused ? 'state.not-possible' : 'done') : 'access.denied';
    await step(model, real, who, ['POST', `/tickets/${ticket.id}/acknowledgement`], expected);
  });

const handOver = (who: Who, place: number, side: Known['side']): Command =>
  about(`hand to ${side} by ${who}`, place, async (ticket, model, real) => {
    const isPossible = ticket.state === 'open' && ticket.side !== side;
    if (isStaff(who) && isPossible) hand(ticket, side);
    const expected = isStaff(who) ? (isPossible ? 'done' : 'state.not-possible') : 'access.denied';
    await step(model, real, who, ['POST', `/tickets/${ticket.id}/side`, { side, reason: 'Because.' }], expected);
  });

const judge = (place: number, severity: number): Command =>
  about(`severity ${severity}`, place, async (ticket, model, real) => {
    const isPossible = ticket.state === 'open' && ticket.severity !== severity;
    if (isPossible) {
      ticket.severity = severity;
      happen(ticket, 'severity', severity);
    }
    const body = { severity, reason: 'On the facts.' };
    const path = `/tickets/${ticket.id}/severity`;
    await step(model, real, 'engineer', ['POST', path, body], isPossible ? 'done' : 'state.not-possible');
  });

const end = (who: Who, place: number, how: 'resolved' | 'closed' | 'declined'): Command =>
  about(`${how} by ${who}`, place, async (ticket, model, real) => {
    const isPossible = ticket.state === 'open' || (ticket.state === 'resolved' && how === 'closed');
    const expected = how !== 'closed' && !isStaff(who) ? 'access.denied' : isPossible ? 'done' : 'state.not-possible';
    if (expected === 'done') {
      if (ticket.state === 'open') happen(ticket, how === 'resolved' ? 'resolved' : 'ended');
      ticket.state = how;
    }
    await step(model, real, who, ['POST', `/tickets/${ticket.id}/ending`, { how, note: 'So it is.' }], expected);
  });

const comeBack = (who: Who, place: number): Command =>
  about(`reopen by ${who}`, place, async (ticket, model, real) => {
    const isPossible = ticket.state !== 'open' && ticket.state !== 'merged';
    if (isPossible) reopen(ticket);
    const path = `/tickets/${ticket.id}/reopening`;
    await step(model, real, who, ['POST', path, { reason: 'It is back.' }], isPossible ? 'done' : 'state.not-possible');
  });

const merge = (place: number, into: number): Command =>
  about(`merge into #${into}`, place, async (ticket, model, real) => {
    const other = model.tickets[into % model.tickets.length];
    if (!other || other === ticket) return;
    const isPossible = ticket.state === 'open' && other.state === 'open';
    if (isPossible) {
      ticket.state = 'merged';
      happen(ticket, 'merged');
    }
    const path = `/tickets/${ticket.id}/merging`;
    await step(
      model,
      real,
      'colleague',
      ['POST', path, { intoId: other.id }],
      isPossible ? 'done' : 'state.not-possible',
    );
  });

const anybody = fc.constantFrom<Who[]>('lead', 'deputy', 'engineer', 'colleague');
const place = fc.nat(4);
const severity = fc.integer({ min: 1, max: 3 });
const side = fc.constantFrom<Known['side'][]>('provider', 'customer');
const commands = fc.commands(
  [
    fc.tuple(fc.constantFrom<Who[]>('lead', 'deputy'), severity).map((args) => submit(...args)),
    fc.integer({ min: 1, max: 90 }).map(pass),
    fc.integer({ min: 60, max: 900 }).map(pass),
    fc.integer({ min: 1, max: 4 * 24 * 60 }).map(pass),
    fc
      .tuple(
        anybody,
        place,
        fc.constantFrom<('shared' | 'internal')[]>('shared', 'shared', 'internal'),
        fc.option(side, { nil: undefined }),
      )
      .map((args) => reply(...args)),
    fc.tuple(anybody, place).map((args) => confirm(...args)),
    fc.tuple(anybody, place, side).map((args) => handOver(...args)),
    fc.tuple(place, severity).map((args) => judge(...args)),
    fc
      .tuple(anybody, place, fc.constantFrom<('resolved' | 'closed' | 'declined')[]>('resolved', 'closed', 'declined'))
      .map((args) => end(...args)),
    fc.tuple(anybody, place).map((args) => comeBack(...args)),
    fc.tuple(place, place).map((args) => merge(...args)),
  ],
  { maxCommands: 40, size: 'max' },
);

/** Whether the office of desk.yaml is open, asked of wall time for each minute; the first minute of the table is `from`. */
function officeTable(from: number, until: number): (minute: number) => boolean {
  const first = Math.floor(from / 60);
  const table = Array.from({ length: Math.ceil(until / 60) - first + 1 }, (_, i) => {
    const { dayOfWeek, hour, minute } = instant((first + i) * 60).toZonedDateTimeISO('Europe/Berlin');
    const at = hour * 60 + minute;
    if (dayOfWeek === 7) return at >= 60 && at < 240;
    return dayOfWeek <= 5 && ((at >= 540 && at < 750) || (at >= 780 && at < 1050));
  });
  return (minute) => table[minute - first] ?? false;
}

test(
  'a ticket’s ledger is true whatever people do, and its breaches are those that a count of minutes finds',
  { timeout: 600_000 },
  async () => {
    let broken = 0;
    await fc.assert(
      fc.asyncProperty(commands, async (chosen) => {
        const { model, real } = await begin();
        await fc.asyncModelRun(() => ({ model, real }), chosen);
        const counted = await server.db.read(SYSTEM, (tx) =>
          tx.rows<{ promise: string; many: number }>(sql`select promise, count(*)::int as many from obligation
          where account_id = ${real.accountId} and state = 'breached' group by promise`),
        );
        const ledger = { 'first-response': 0, repair: 0, answers: 0 };
        for (const { promise, many } of counted) Object.assign(ledger, { [promise]: many });
        const until = nowSeconds();
        const office = officeTable(real.begins, until);
        expect(ledger).toEqual(
          countBreaches(
            model.tickets.map(({ happened }) => happened),
            office,
            until,
          ),
        );
        broken += ledger['first-response'] + ledger.repair + ledger.answers;
      }),
      { numRuns: RUNS },
    );
    // A model in which nothing ever breaks would prove nothing.
    expect(broken).toBeGreaterThan(RUNS / 3);
  },
);
