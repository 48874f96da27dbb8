/**
 * Makes the demonstration: a provider with customers on every service that comes with the program, and half a year of their
 * history, lived through the real use cases under a moved clock; so journal, ledger and seals are what they would be.
 */
import { sealJournal } from '../journal/index.ts';
import { movableClock } from '../platform/clock/clock.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { progress } from '../platform/progress.ts';
import { agreeContract, type Versions } from './agree-contract.ts';
import type { CastCustomer } from './cast/customer.ts';
import { CUSTOMERS_IN_EUROPE } from './cast/customers-in-europe.ts';
import { CUSTOMERS_OVERSEAS } from './cast/customers-overseas.ts';
import { DEMO_PASSWORD } from './cast/house.ts';
import { chanceOf } from './chance.ts';
import { openDemoServer } from './demo-server.ts';
import { dropMailJobs, markDemo } from './demo-store.ts';
import { figuresOf, markOf, type DemoFigures } from './demo-views.ts';
import { planEvidence } from './evidence.ts';
import { joinCustomer } from './join-customer.ts';
import { planLeave } from './leave.ts';
import { wakeLedger } from './look.ts';
import { inviteNewcomer, openHouse } from './open-house.ts';
import { newPlan } from './plan.ts';
import { publishDescriptions, publishNext, submitNext } from './publish-descriptions.ts';
import { planTurn } from './turn-contract.ts';
import { DAY, HOUR, instantOf, secondsOf, workingMomentFrom } from './working-moment.ts';
import type { KnownAccount, World } from './world.ts';

type DemonstrationParts = {
  /** Prepared and empty. */
  readonly db: Database;
  /** The owner's connection string: what half a year would have mailed is taken from the queue. */
  readonly ownerUrl: string;
  /** Where the history ends. */
  readonly now: Temporal.Instant;
  readonly publicUrl: string;
  readonly files: FileStore;
  /** Told in a few words how far it has come. */
  readonly log?: (message: string) => void;
  /** Told what of the story could not be done; it goes on without. Left out, the first such thing is thrown. */
  readonly onProblem?: (error: unknown) => void;
  /** Days of history. */
  readonly days?: number;
  /** Only these customers, by name. */
  readonly customers?: readonly string[];
};

export type DemoPerson = {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** Absent for the provider's people. */
  readonly account?: string;
};
export type Demonstration = {
  readonly people: readonly DemoPerson[];
  /** Everybody's, and known to everybody. */
  readonly password: string;
  readonly figures: DemoFigures;
};

const HALF_A_YEAR = 183;

/** Makes it in one go. Interrupted, it leaves a mark that says so: `demonstrationState`. */
export async function makeDemonstration(parts: DemonstrationParts): Promise<Demonstration> {
  const { db, now, publicUrl, files, log = () => undefined, days = HALF_A_YEAR } = parts;
  const ends = secondsOf(now);
  const begins = secondsOf(now.toZonedDateTimeISO('UTC').startOfDay().subtract({ days }).toInstant()) + 8 * HOUR;
  const clock = movableClock(instantOf(begins));
  await mark(db, 'begun', now);
  const server = await openDemoServer({ db, clock, publicUrl, files });
  const world: World = {
    db,
    clock,
    server,
    plan: newPlan(),
    begins,
    ends,
    staff: [],
    accounts: new Map(),
    onOpened: (account, row) => planEvidence(world, account, row),
    wake: undefined,
  };
  try {
    log('The provider sets up.');
    await openHouse(world);
    const customers = [...CUSTOMERS_IN_EUROPE, ...CUSTOMERS_OVERSEAS].filter(
      ({ name }) => parts.customers?.includes(name) ?? true,
    );
    await planStory(world, customers);
    log(`${days} days with ${customers.length} customers are lived through.`);
    await live(world, parts.onProblem);
    await sealJournal(db, now);
  } finally {
    await server.close();
  }
  await dropMailJobs(parts.ownerUrl);
  const people = [
    ...world.staff.map(({ name, email, roles }) => ({ name, email, roles })),
    ...[...world.accounts.values()].flatMap((account) =>
      account.customers.map(({ name, email, roles }) => ({ name, email, roles, account: account.name })),
    ),
  ];
  await mark(db, 'complete', now, { password: DEMO_PASSWORD, people: oneOfEachRole(people) });
  return { people, password: DEMO_PASSWORD, figures: await db.read(SYSTEM, figuresOf) };
}

/** Enough to look at Tamarack with everybody's eyes. */
function oneOfEachRole(people: readonly DemoPerson[]): readonly DemoPerson[] {
  const roles = new Set(people.flatMap((person) => person.roles));
  return [...new Set([...roles].map((role) => people.find((person) => person.roles.includes(role))))].filter(
    (person) => person !== undefined,
  );
}

/** What a start has to do: nothing was ever made, it was interrupted (and has to be begun anew), or it is there. */
export async function demonstrationState(db: Database): Promise<'none' | 'interrupted' | 'complete'> {
  const state = await db.read(SYSTEM, markOf);
  return state === undefined ? 'none' : state === 'complete' ? 'complete' : 'interrupted';
}

async function mark(
  db: Database,
  state: 'begun' | 'complete',
  now: Temporal.Instant,
  signIn: object = {},
): Promise<void> {
  await db.write(SYSTEM, async (tx) => {
    await markDemo(tx, state, now, signIn);
    return { ok: true };
  });
}

async function planStory(world: World, customers: readonly CastCustomer[]): Promise<void> {
  const versions = new Map(await publishDescriptions(world));
  const span = world.ends - world.begins;
  // A short story has everybody join early.
  const pace = Math.min(1, span / (120 * DAY));
  for (const customer of customers) {
    const at = workingMomentFrom(
      world.begins + Math.round(customer.joins * pace * DAY),
      customer.zone,
      chanceOf('joins', customer.name),
    );
    world.plan.add({ at, key: customer.name, act: () => join(world, customer, versions, pace) });
  }
  planLeave(world);
  const issue = async () => void versions.set('almacare', await publishNext(world, 'almacare'));
  world.plan.add({ at: Math.round(world.begins + 0.6 * span), key: 'next issue', act: issue });
  world.plan.add({ at: world.ends - 3 * DAY, key: 'issue in review', act: () => submitNext(world, 'gitlab-tam') });
  world.plan.add({ at: world.ends - 2 * DAY, key: 'newcomer', act: () => inviteNewcomer(world) });
  for (let at = world.begins + 7 * DAY; at < world.ends; at += 7 * DAY)
    world.plan.add({ at, key: 'seal', act: async () => void (await sealJournal(world.db, world.clock.now())) });
  world.plan.add({ at: world.ends - 10 * DAY, key: 'notifications', act: () => readNotifications(world) });
}

async function join(world: World, customer: CastCustomer, versions: Versions, pace: number): Promise<void> {
  const account = await joinCustomer(world, customer);
  for (const cast of customer.contracts) {
    const sign = async () => {
      const contract = await agreeContract(world, account, customer, cast, versions);
      planTurn(world, account, contract, cast, (service) => versions.get(service)?.id ?? '');
    };
    const at = secondsOf(world.clock.now()) + Math.round((1 + (cast.after ?? 0) * pace) * DAY);
    world.plan.add({
      at: cast.ahead === undefined ? at : world.ends - 6 * DAY,
      key: `${customer.name} ${cast.service}`,
      act: sign,
    });
  }
}

/** People have read what they were told until some days ago. */
async function readNotifications(world: World): Promise<void> {
  const customers = [...world.accounts.values()].flatMap((account: KnownAccount) => account.customers);
  for (const person of [...world.staff, ...customers])
    await world.server.call(person, 'POST /me/notifications/read', { body: { all: true } });
}

/** Moves the clock from one thing to the next, whether somebody does it or it comes by itself. */
async function live(world: World, onProblem: DemonstrationParts['onProblem']): Promise<void> {
  const bar = progress(Math.ceil((world.ends - world.begins) / DAY), 'demonstration');
  let told = world.begins;
  try {
    for (;;) {
      const next = world.plan.next() ?? Infinity;
      const wake = world.wake ?? Infinity;
      const at = Math.min(next, wake);
      if (at > world.ends) break;
      if (wake < next) await wakeLedger(world, wake);
      else {
        world.clock.moveTo(instantOf(next));
        try {
          await world.plan.take()?.act();
        } catch (error) {
          if (!onProblem) throw error;
          onProblem(error);
        }
      }
      if (at - told >= DAY) bar.tick(Math.floor((at - told) / DAY));
      told += Math.max(0, Math.floor((at - told) / DAY)) * DAY;
    }
    world.clock.moveTo(instantOf(world.ends));
  } finally {
    bar.finish();
  }
}
