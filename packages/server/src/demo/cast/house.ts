/** The provider of the demonstration and its people. All of it is invented; the domain is one that never exists (RFC 2606). */

import type { StaffRole } from '@tamarack/contract';
export const PROVIDER = { name: 'Kestrel Ridge', domain: 'kestrel-ridge.example' } as const;

/** Everybody's. It stands in the program for all to read, so it protects nothing. */
export const DEMO_PASSWORD = 'only for this demonstration 0815';

export type CastStaff = { readonly name: string; readonly zone: string; readonly roles: readonly StaffRole[] };

/** The first one sets the house up. */
export const STAFF = [
  { name: 'Marta Lindqvist', zone: 'Europe/Stockholm', roles: ['administrator'] },
  { name: 'Ingrid Solheim', zone: 'Europe/Oslo', roles: ['service-manager'] },
  { name: 'Edward Okafor', zone: 'Europe/London', roles: ['executive'] },
  { name: 'Rafael Ocampo', zone: 'America/New_York', roles: ['team-lead'] },
  { name: 'Claire Fontaine', zone: 'Europe/Paris', roles: ['account-executive'] },
  { name: 'Hannah Brandt', zone: 'Europe/Berlin', roles: ['technical-account-manager'] },
  { name: 'Tomás Ferreira', zone: 'Europe/Lisbon', roles: ['technical-account-manager'] },
  { name: 'Dana Whitfield', zone: 'America/New_York', roles: ['technical-account-manager'] },
  { name: 'Luis Navarro', zone: 'America/Los_Angeles', roles: ['technical-account-manager'] },
  { name: 'Yuki Tanabe', zone: 'Asia/Tokyo', roles: ['technical-account-manager'] },
  { name: 'Priya Raman', zone: 'Asia/Kolkata', roles: ['support-engineer'] },
  { name: 'Jakub Wolny', zone: 'Europe/Warsaw', roles: ['support-engineer'] },
  { name: 'Noah Calloway', zone: 'America/Denver', roles: ['support-engineer'] },
  { name: 'Carmen Duarte', zone: 'America/Los_Angeles', roles: ['senior-support-engineer'] },
  { name: 'Samuel Reyes', zone: 'America/Chicago', roles: ['solutions-architect'] },
] as const satisfies readonly CastStaff[];

/** Has been invited, and has not accepted yet. */
export const NEWCOMER = {
  name: 'Oskar Nyman',
  zone: 'Europe/Stockholm',
  roles: ['support-engineer'],
} as const satisfies CastStaff;

export const PRODUCTS = [
  'AlmaLinux support',
  'Patch portal',
  'GitLab subscription',
  'Cloud platform',
  'Managed services',
] as const;
