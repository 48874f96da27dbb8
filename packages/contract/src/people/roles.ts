/** The roles of Tamarack: staff of the provider, and people of a customer in one account. */
export const STAFF_ROLES = {
  administrator: 'Administrator',
  'service-manager': 'Service manager',
  'team-lead': 'Team lead',
  'technical-account-manager': 'Technical account manager',
  'support-engineer': 'Support engineer',
  'senior-support-engineer': 'Senior support engineer',
  executive: 'Executive',
  'account-executive': 'Account executive',
  'solutions-architect': 'Solutions architect',
} as const;
export type StaffRole = keyof typeof STAFF_ROLES;

export const CUSTOMER_ROLES = {
  'technical-lead': 'Customer technical lead',
  stakeholder: 'Stakeholder',
  'customer-administrator': 'Customer administrator',
  approver: 'Approver',
} as const;
export type CustomerRole = keyof typeof CUSTOMER_ROLES;

export type Role = StaffRole | CustomerRole;

function namesOf<T extends object>(table: T): readonly [keyof T & string, ...(keyof T & string)[]] {
  // Object.keys is typed string[]; the tables above are never empty.
  return Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
}
export const STAFF_ROLE_NAMES = namesOf(STAFF_ROLES);
export const CUSTOMER_ROLE_NAMES = namesOf(CUSTOMER_ROLES);
