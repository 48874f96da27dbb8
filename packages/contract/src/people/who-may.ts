/**
 * Who may do what: the one table. The server refuses by it before a handler runs, the web hides by it, the test walks
 * every route by it. Nobody who is not named may; an administrator is named like everybody else.
 *
 * For an action on an account, staff act where they see the account (all, or those they serve, as configured) and
 * customers with the role that they have in that very account.
 */
import { CUSTOMER_ROLE_NAMES, STAFF_ROLE_NAMES, type Role } from './roles.ts';

const staff = STAFF_ROLE_NAMES;
const everybody = [...STAFF_ROLE_NAMES, ...CUSTOMER_ROLE_NAMES] as const;
const managers = ['administrator', 'service-manager', 'team-lead'] as const;
const accountKeepers = [...managers, 'technical-account-manager', 'account-executive'] as const;
const workers = [...accountKeepers, 'support-engineer', 'senior-support-engineer', 'solutions-architect'] as const;

export const WHO_MAY = {
  // The provider's house
  'administration.read': ['administrator'],
  'administration.write': ['administrator'],
  'staff.read': staff,
  'audit.read': ['administrator', 'service-manager'],
  'today.read': staff,
  // Accounts
  'accounts.read': everybody,
  'accounts.create': ['administrator', 'service-manager', 'account-executive'],
  'accounts.write': accountKeepers,
  'accounts.export': ['administrator', 'customer-administrator'],
  'accounts.erase': ['administrator'],
  'people.read': everybody,
  'people.write': [...accountKeepers, 'customer-administrator'],
  'team.write': managers,
  'licences.write': accountKeepers,
  // Agreements
  'descriptions.read': staff,
  'descriptions.write': ['administrator', 'service-manager'],
  'descriptions.approve': ['administrator', 'service-manager', 'executive'],
  'contracts.read': everybody,
  'contracts.write': ['administrator', 'service-manager', 'account-executive'],
  'contracts.approve': ['approver'],
  // Journal and ledger
  'ledger.read': everybody,
  'facts.record': [...workers, 'technical-lead', 'customer-administrator', 'approver'],
  'facts.record-internal': workers,
  'obligations.waive': [...managers, 'executive'],
  'waivers.approve': ['approver'],
  // Tickets
  'tickets.read': everybody,
  'tickets.submit': [...workers, 'technical-lead', 'customer-administrator', 'approver'],
  'tickets.reply': [...workers, 'technical-lead', 'customer-administrator', 'approver'],
  // Whoever may begin it may end it, and whoever may reopen it can take that back: on each side the same people.
  'tickets.end': [...workers, 'technical-lead', 'customer-administrator', 'approver'],
  'tickets.work': workers,
  // Whose approval it needs, and who may escalate, says the description by its own roles.
  'tickets.approve': everybody,
  'tickets.escalate': everybody,
  'queues.read': staff,
  'escalations.take': staff,
  'files.read': everybody,
  'files.write': [...workers, 'technical-lead', 'customer-administrator', 'approver'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof WHO_MAY;
export const ACTIONS = Object.keys(WHO_MAY) as readonly Action[];

/** Whether any of these roles may do it. */
export function rolesMay(roles: Iterable<string>, action: Action): boolean {
  const allowed: readonly string[] = WHO_MAY[action];
  return [...roles].some((role) => allowed.includes(role));
}
