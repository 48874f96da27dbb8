/** The provider sets up, and its people come by their links. */
import { makeLink, setUpLink } from '../identity/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { DEMO_PASSWORD, NEWCOMER, PRODUCTS, PROVIDER, STAFF } from './cast/house.ts';
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

/** Somebody who was invited these days has not come yet. */
export async function inviteNewcomer({ server, ...world }: World): Promise<void> {
  const { name, ...newcomer } = NEWCOMER;
  const body = { ...newcomer, name, email: emailOf(name, PROVIDER.domain), roles: [...newcomer.roles] };
  await server.call(staffWith(world, 'administrator'), 'POST /staff-invitations', { body });
}
