/** Who owes something, and what roles, levels and calendars are called. */
import type { Description } from '../grammar/description.ts';
import { capital, inSentence, spaced } from './wording.ts';

type Roles = Pick<Description, 'roles'>;
type Owner = { readonly provider?: string | undefined; readonly customer?: string | undefined };

/** "the provider's support engineer", "the customer's technical lead". */
export function ownerInWords(owner: Owner, description: Roles): string {
  const side = owner.customer === undefined ? 'provider' : 'customer';
  return `the ${side}'s ${inSentence(roleName(owner[side] ?? '', description, side))}`;
}

/** The side that owes; undefined where nobody does. */
export function sideOf(owner: Owner | undefined): 'provider' | 'customer' | undefined {
  if (owner === undefined) return undefined;
  return owner.customer === undefined ? 'provider' : 'customer';
}

/** The name of a role as its title stands in the description. */
export function roleName(role: string, { roles }: Roles, side: 'provider' | 'customer'): string {
  return roles[side][role]?.name ?? capital(spaced(role));
}

/** "the team lead", or "the customer's sponsor": a role of either side, where no side is written. */
export function anyRoleInWords(role: string, description: Roles): string {
  const ofCustomer =
    !Object.hasOwn(description.roles.provider, role) && Object.hasOwn(description.roles.customer, role);
  return ownerInWords(ofCustomer ? { customer: role } : { provider: role }, description);
}

/** The name of a level. */
export function levelName(level: string, { levels }: Pick<Description, 'levels'>): string {
  return levels[level]?.name ?? capital(spaced(level));
}

/** A calendar has no title; its name is made one: "office-hours" → "Office hours". */
export function calendarTitle(name: string): string {
  return capital(spaced(name));
}

/** "the calendar “Office hours”", or the one that the contract names. */
export function calendarInWords(calendar: string | { readonly parameter: string }): string {
  if (typeof calendar === 'string') return `the calendar “${calendarTitle(calendar)}”`;
  return `the calendar that the contract names (“${capital(spaced(calendar.parameter))}”)`;
}
