/** A customer joins: the account is opened, its people come, and a team is named. */
import { v7 as newId } from 'uuid';
import type { CastCustomer, CastPerson } from './cast/customer.ts';
import { accept, emailOf } from './open-house.ts';
import { DAY, localOf } from './working-moment.ts';
import type { Person } from './person.ts';
import { nowOf, staffWith, type KnownAccount, type World } from './world.ts';

/** Everybody comes as a stakeholder and gets other roles after the training (AC5). */
export async function joinCustomer(world: World, customer: CastCustomer): Promise<KnownAccount> {
  const { server } = world;
  const seller = staffWith(world, 'account-executive');
  const { name, segment, revenue, currency, hosts, industry, zone, country } = customer;
  const body = { name, segment, annualRecurringRevenue: revenue, currency, hosts, industry, zone, country };
  const { id } = await server.call(seller, 'POST /accounts', { body });
  const customers: Person[] = [];
  for (const person of customer.people) customers.push(await invite(world, id, customer, person));
  await accept(world, customers);
  const team = teamOf(world, customer);
  const account: KnownAccount = {
    ...{
      id,
      key: name,
      name,
      zone,
      customers,
      team,
      contracts: [],
      subjects: new Map(),
      attached: new Map(),
      facts: [],
      agreed: [],
    },
    // Ids are in the order of time.
    lastRow: newId(),
  };
  world.accounts.set(id, account);
  for (const person of customers)
    account.subjects.set(person.id, {
      key: `${name} ${person.name}`,
      kind: 'person',
      title: person.name,
      contractId: '',
      about: undefined,
      id: person.id,
    });
  await nameTeam(world, account);
  await giveRoles(world, account, (person) => !isLead(person));
  await issueLicence(world, account, customer);
  return account;
}

async function invite(
  { server, ...world }: World,
  accountId: string,
  { domain, zone }: CastCustomer,
  person: CastPerson,
): Promise<Person> {
  const invited = { name: person.name, email: emailOf(person.name, domain), zone: person.zone ?? zone };
  const { personId } = await server.call(
    staffWith(world, 'account-executive'),
    'POST /accounts/:accountId/invitations',
    {
      params: { accountId },
      body: { ...invited, roles: ['stakeholder'] },
    },
  );
  return { ...invited, id: personId, side: 'customer', roles: person.roles };
}

/** Whoever manages the account, and those who serve everybody. */
function teamOf({ staff }: World, { manager }: CastCustomer): readonly Person[] {
  const shared: ReadonlySet<string> = new Set([
    'service-manager',
    'team-lead',
    'support-engineer',
    'senior-support-engineer',
    'solutions-architect',
    'account-executive',
  ]);
  const managers = staff.filter(({ name }) => name === manager);
  return [...managers, ...staff.filter(({ roles }) => roles.some((role) => shared.has(role)))];
}

async function nameTeam(world: World, { id, team }: KnownAccount): Promise<void> {
  for (const { id: personId, roles } of team)
    await world.server.call(staffWith(world, 'service-manager'), 'PUT /accounts/:accountId/team/:personId/roles', {
      params: { accountId: id, personId },
      body: { roles: [...roles] as [] },
    });
  world.server.forgetVisitors();
}

/** Technical leads take their seats once there is a contract that gives them, after the training. */
export function seatLeads(world: World, account: KnownAccount): Promise<void> {
  return giveRoles(world, account, isLead);
}

function isLead({ roles }: Person): boolean {
  return roles.includes('technical-lead');
}

async function giveRoles(
  world: World,
  { id, customers, team }: KnownAccount,
  whose: (person: Person) => boolean,
): Promise<void> {
  const manager = team[0] ?? staffWith(world, 'service-manager');
  for (const { id: personId, roles } of customers.filter(whose)) {
    const params = { accountId: id, personId };
    if (roles.includes('technical-lead'))
      await world.server.call(manager, 'POST /accounts/:accountId/people/:personId/training', {
        params,
        body: { note: 'Completed the product training.' },
      });
    await world.server.call(manager, 'PUT /accounts/:accountId/people/:personId/roles', {
      params,
      body: { roles: [...roles] as [] },
    });
  }
  world.server.forgetVisitors();
}

/** It is valid from the first day; one runs out after the end of the story. */
async function issueLicence(
  world: World,
  { id, team }: KnownAccount,
  { zone, product, hosts }: CastCustomer,
): Promise<void> {
  const manager = team[0] ?? staffWith(world, 'service-manager');
  const { rows } = await world.server.call(manager, 'GET /products', {});
  const productId = rows.find(({ name }) => name === product)?.id ?? '';
  const day = (at: number) => localOf(at, zone).toPlainDate().toString();
  const body = { productId, quantity: hosts, validFrom: day(nowOf(world)), validUntil: day(world.ends + 200 * DAY) };
  await world.server.call(manager, 'POST /accounts/:accountId/licences', { params: { accountId: id }, body });
}
