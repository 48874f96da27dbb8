/** The provider sets up: its people come by their links, and its descriptions are written, approved and published. */
import type { Gives } from '@tamarack/contract';
import { makeLink, setUpLink } from '../identity/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { DEMO_PASSWORD, PRODUCTS, PROVIDER, STAFF } from './cast/house.ts';
import { personOfEmail } from './demo-views.ts';
import type { Person } from './person.ts';
import { staffWith, type World } from './world.ts';

export async function openHouse(world: World): Promise<void> {
  const { server, db, clock } = world;
  const [founder, ...others] = STAFF;
  const link = await setUpLink(db, 'http://localhost', clock.now());
  const email = emailOf(founder.name, PROVIDER.domain);
  const founding = { name: founder.name, email, zone: founder.zone };
  await server.call('nobody', 'POST /set-up/:token/completion', {
    params: { token: link?.split('/').at(-1) ?? '' },
    body: { ...founding, providerName: PROVIDER.name, password: DEMO_PASSWORD },
  });
  const id = (await db.read(SYSTEM, (tx) => personOfEmail(tx, email))) ?? '';
  const administrator: Person = { ...founding, id, side: 'provider', roles: founder.roles };
  world.staff.push(administrator);
  for (const { name, zone, roles } of others) {
    const person = { name, zone, email: emailOf(name, PROVIDER.domain) };
    const { personId } = await server.call(administrator, 'POST /staff-invitations', {
      body: { ...person, roles: [...roles] },
    });
    world.staff.push({ ...person, id: personId, side: 'provider', roles });
  }
  await accept(world, world.staff.slice(1));
  for (const person of world.staff) await sayWorkingHours(world, person);
  for (const name of PRODUCTS) await server.call(administrator, 'POST /products', { body: { name } });
}

async function sayWorkingHours({ server }: World, person: Person): Promise<void> {
  const { version } = await server.call(person, 'GET /me', {});
  const workingCalendar = { weekly: { 'mon-fri': ['09:00-12:30', '13:15-17:30'] } };
  await server.call(person, 'PATCH /me', { body: { workingCalendar }, version });
}

/** Each holds a connection while its password is hashed. */
const AT_ONCE = 4;

/** They follow the links that they were sent, which are made anew here because only their hash is kept; several at once, for hashing a password takes its time. */
export async function accept({ server, db, clock }: World, people: readonly Person[]): Promise<void> {
  const acceptOne = async ({ id, name, zone }: Person) => {
    const made = await db.write(SYSTEM, async (tx) => ({
      ok: true as const,
      value: await makeLink(tx, { kind: 'invitation', personId: id }, clock.now()),
    }));
    await server.call('nobody', 'POST /invitations/:token/acceptance', {
      params: { token: made.value.token },
      body: { name, password: DEMO_PASSWORD, zone },
    });
  };
  for (let at = 0; at < people.length; at += AT_ONCE) await Promise.all(people.slice(at, at + AT_ONCE).map(acceptOne));
}

/** "Renée Gagnon" → "renee.gagnon@maple-harbour.example" */
export function emailOf(name: string, domain: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
  return `${plain.replace(/[^a-z]+/g, '.')}@${domain}`;
}

type Published = Pick<Gives<'POST /descriptions'>, 'id' | 'descriptionId'>;

/** Publishes every description that comes with the program; by the name of its file. */
export async function publishDescriptions(world: World): Promise<ReadonlyMap<string, Published>> {
  const writer = staffWith(world, 'service-manager');
  const { rows } = await world.server.call(writer, 'GET /descriptions/examples', {});
  const published = new Map<string, Published>();
  for (const { name, source } of rows) published.set(name, await publish(world, source, 'First issue.'));
  return published;
}

/** Written by the service manager, approved by somebody else. */
export async function publish(world: World, source: string, changeNote: string): Promise<Published> {
  const { server } = world;
  const [writer, approver] = [staffWith(world, 'service-manager'), staffWith(world, 'executive')];
  const draft = await server.call(writer, 'POST /descriptions', { body: { source, changeNote } });
  const params = { descriptionId: draft.descriptionId, versionId: draft.id };
  const path = '/descriptions/:descriptionId/versions/:versionId';
  const submitted = await server.call(writer, `POST ${path}/submission`, { params, body: {}, version: draft.version });
  return server.call(approver, `POST ${path}/approval`, {
    params,
    body: { note: 'Reviewed with sales and support.' },
    version: submitted.version,
  });
}

/** The next issue of a description: the first response to minor incidents gets quicker, and reports rest while the customer is asked. Core's checker has the last word on the text. */
export function nextIssue(source: string): string {
  return source
    .replace(/version: "1\.0"/, 'version: "1.1"')
    .replace(
      /history:\n/,
      'history:\n    - {version: "1.1", date: 2026-11-21, author: Head of customer support, change: Quicker first response to minor impact}\n',
    )
    .replace(/(progress-reports:[^]*?\n)(    until: incident\.reported\n)/, '$1    pauses: side = customer\n$2')
    .replaceAll(/(enhanced: +\{1: 30 minutes, 2: 2 hours, +3: )12 hours/g, '$18 hours');
}
