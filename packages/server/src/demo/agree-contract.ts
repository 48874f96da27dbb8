/** A contract is signed: it begins some days later, and what has to happen before that is planned. */
import type { Gives } from '@tamarack/contract';
import type { CastContract, CastCustomer } from './cast/customer.ts';
import { look } from './look.ts';
import { planHours } from './hours.ts';
import { planIncidents } from './incidents.ts';
import { seatLeads } from './join-customer.ts';
import { planOccasions } from './occasions.ts';
import { planPresentTickets } from './present-tickets.ts';
import { planRequests } from './requests.ts';
import { planBeforeStart } from './plan-fact.ts';
import { houseRole, ownerOf } from './player.ts';
import { DAY, instantOf, localOf, midnight, secondsOf } from './working-moment.ts';
import {
  customerWith,
  latestTerms,
  nowOf,
  staffWith,
  type KnownAccount,
  type KnownContract,
  type World,
} from './world.ts';

export type Versions = ReadonlyMap<string, { readonly id: string; readonly descriptionId: string }>;

export async function agreeContract(
  world: World,
  account: KnownAccount,
  customer: CastCustomer,
  wanted: CastContract,
  versions: Versions,
): Promise<KnownContract> {
  const { server, clock } = world;
  const seller = staffWith(world, 'account-executive');
  const now = nowOf(world);
  const begins =
    wanted.ahead === undefined
      ? midnight(now, account.zone, wanted.lead ?? 0)
      : midnight(world.ends, account.zone, wanted.ahead);
  const startsAt = instantOf(begins);
  const ends =
    wanted.months === undefined ? undefined : localOf(begins, account.zone).add({ months: wanted.months }).toInstant();
  const { service, level, parameters = {}, deviations = [], calendars = {}, renewal = 'none' } = wanted;
  const version = versions.get(service);
  if (!version) throw new Error(`${service} was not published.`);
  const made = await server.call(seller, 'POST /accounts/:accountId/contracts', {
    params: { accountId: account.id },
    body: {
      ...{
        versionId: version.id,
        level,
        parameters: { ...parameters },
        deviations: [...deviations],
        calendars: { ...calendars },
      },
      name: NAMES[service],
      extendsId: wanted.isAddOn ? (account.contracts[0]?.id ?? null) : null,
      startsAt: startsAt.toString(),
      endsAt: ends?.toString() ?? null,
      renewal,
      renewalMonths: renewal === 'automatic' ? 12 : null,
      noticeDays: ends === undefined ? null : 60,
      signedForCustomerBy: customerWith(account, 'approver').name,
      signedAt: clock.now().toString(),
    },
  });
  const contract: KnownContract = {
    id: made.id,
    key: `${account.name} ${service}`,
    extendsId: made.extends?.id,
    players: new Map(),
  };
  account.contracts.push(contract);
  account.subjects.set(contract.id, {
    key: contract.key,
    kind: 'contract',
    title: made.name,
    contractId: contract.id,
    about: undefined,
    id: contract.id,
  });
  await look(world, account);
  await namePlayers(world, account, contract);
  planBeforeStart(world, account, contract, begins);
  planLife(world, account, contract, customer, made, begins);
  return contract;
}

const NAMES: Readonly<Record<CastContract['service'], string>> = {
  almacare: 'Linux support',
  'aws-enterprise': 'Cloud account management',
  'calligo-tam': 'Managed services',
  'gitlab-tam': 'DevOps account management',
  'tuxcare-tam': 'Technical account manager',
};

/** Says who plays each role of the description, on both sides. */
async function namePlayers(world: World, account: KnownAccount, contract: KnownContract): Promise<void> {
  const roles = latestTerms(account, contract.id)?.terms.description.roles;
  const manager = staffWith(world, 'service-manager');
  for (const side of ['provider', 'customer'] as const)
    for (const role of Object.keys(roles?.[side] ?? {})) {
      const person = ownerOf(world, account, contract.id, side, role);
      contract.players.set(`${side} ${role}`, person);
      const house = houseRole(side, role);
      const all =
        house === 'support-engineer' || house === 'technical-lead'
          ? [...account.team, ...account.customers].filter((one) => one.side === side && one.roles.includes(house))
          : [person];
      await world.server.call(manager, 'PUT /accounts/:accountId/contracts/:contractId/roles/:side/:role', {
        params: { accountId: account.id, contractId: contract.id, side, role },
        body: { personIds: all.map(({ id }) => id) },
      });
    }
}

function planLife(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  customer: CastCustomer,
  made: Gives<'POST /accounts/:accountId/contracts'>,
  begins: number,
): void {
  const milestones = async () => {
    await world.server.runTask('contract-milestones', { accountId: account.id });
    await look(world, account);
  };
  const begin = async () => {
    await milestones();
    if (account.contracts[0] === contract) await seatLeads(world, account);
    await look(world, account);
  };
  const now = nowOf(world);
  world.plan.add({ at: Math.max(begins, now + 1), key: `${contract.key} begins`, act: begin });
  if (made.endsAt !== null) {
    const at = secondsOf(Temporal.Instant.from(made.endsAt));
    world.plan.add({ at, key: `${contract.key} ends`, act: milestones });
  }
  // Somewhat beyond the end of the story: what begins later is simply never told.
  const to = world.ends + 30 * DAY;
  planOccasions(world, account, contract, Math.max(begins, now), to);
  planHours(world, account, contract, Math.max(begins, now), to);
  if (begins > world.ends) return;
  planRequests(world, account, contract, Math.max(begins, now), to);
  if (contract.extendsId !== undefined) return;
  planIncidents(world, account, contract, Math.max(begins, now), to, customer.incidents);
  planPresentTickets(world, account, contract);
}
