/** Who acts: whoever plays the role in this contract, or has a like role in the team. */
import type { Terms } from '@tamarack/core';
import { chanceOf } from './chance.ts';
import type { Person } from './person.ts';
import { eventOf, latestTerms, nowOf, type KnownAccount, type World } from './world.ts';
import { isAtWork } from './working-moment.ts';

/** Roles of descriptions by the word in them, and who of ours takes them: the first that fits. */
const PROVIDER: readonly (readonly [RegExp, string])[] = [
  [/senior/, 'senior-support-engineer'],
  [/experience|leadership$/, 'executive'],
  [/architect/, 'solutions-architect'],
  [/account-leader/, 'account-executive'],
  [/support-manager|support-lead|change/, 'team-lead'],
  [/temporary|covering/, 'covering'],
  [/account-manager/, 'technical-account-manager'],
  [/service-manager|transition|onboarding/, 'service-manager'],
  [/support|desk/, 'support-engineer'],
];
const CUSTOMER: readonly (readonly [RegExp, string])[] = [
  [/sponsor|compliance/, 'approver'],
  [/stakeholder/, 'stakeholder'],
];

/** The role in our house that plays a role of a description. */
export function houseRole(side: 'provider' | 'customer', role: string): string {
  const found = (side === 'provider' ? PROVIDER : CUSTOMER).find(([pattern]) => pattern.test(role));
  return found?.[1] ?? (side === 'provider' ? 'technical-account-manager' : 'technical-lead');
}

/** Who owes a promise in this role; of several the one who is at work. */
export function ownerOf(
  world: World,
  account: KnownAccount,
  contractId: string,
  side: 'provider' | 'customer',
  role: string,
): Person {
  const house = houseRole(side, role);
  const named = account.contracts.find(({ id }) => id === contractId)?.players.get(`${side} ${role}`);
  if (named && house !== 'support-engineer') return named;
  const people = side === 'provider' ? [...account.team, ...world.staff] : account.customers;
  const alike = people.filter(({ roles }) => roles.includes(house));
  const [first, ...others] = alike;
  // An account knows its engineer; whoever else shares a role takes turns by the hour.
  const usual = first && chanceOf('duty', account.key, house).pick([first, ...others]);
  const awake = alike.find(({ zone }) => isAtWork(nowOf(world), zone));
  const found = (house === 'support-engineer' ? usual : awake) ?? first ?? people[0];
  if (!found) throw new Error(`${account.name} has nobody who is ${role}.`);
  return found;
}

/** Who states a fact that no promise asks of a role: the customer what it asks for or agrees to, as far as it may. */
export function playerOf(world: World, account: KnownAccount, contractId: string, fact: string): Person {
  const terms = latestTerms(account, contractId)?.terms;
  const side = terms && isOfCustomer(terms, fact) ? 'customer' : 'provider';
  const roles = terms?.description.roles[side] ?? {};
  const allowed = Object.entries(roles).find(([, { may }]) => may?.includes(fact))?.[0];
  const usual = side === 'provider' ? Object.keys(roles)[0] : eventOf(fact) === 'given' ? 'sponsor' : 'lead';
  return ownerOf(world, account, contractId, side, allowed ?? usual ?? 'account-manager');
}

const OF_CUSTOMERS: ReadonlySet<string> = new Set([
  'requested',
  'asked',
  'stated',
  'given',
  'set',
  'announced',
  'received',
  'agreed',
]);

/** As the route for facts has it: customers state what opens a promise, and what they owe themselves. */
function isOfCustomer({ promises }: Terms, fact: string): boolean {
  if (!OF_CUSTOMERS.has(eventOf(fact))) return false;
  const clauses = [...promises.values()].map(({ clause }) => clause);
  return clauses.some(
    (clause) =>
      ('when' in clause && clause.when.includes(fact)) ||
      (clause.by?.customer !== undefined && 'until' in clause && clause.until?.all.flat().includes(fact)),
  );
}
