import {
  IconBuilding,
  IconCalendarCheck,
  IconCertificate,
  IconDatabaseExport,
  IconFileText,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconScale,
  IconSettings,
  IconTicket,
  IconUsers,
} from '@tabler/icons-react';
import type { Action } from '@tamarack/contract';
import { hasRoute } from '../api/contract-tables.ts';
import { type Me, mayDo } from '../api/me.ts';

export type Destination = {
  readonly label: string;
  /** What the portal calls it. */
  readonly portalLabel?: string;
  readonly href: string;
  readonly Icon: typeof IconScale;
  /** The keys that lead there, one after the other. */
  readonly keys: string;
  /** The route of the API without which the page would be empty; until it exists nobody is led there. */
  readonly needs: string;
  readonly may: Action;
  /** Whoever may this finds the page inside another one. */
  readonly unless?: Action;
};

const console: readonly Destination[] = [
  { label: 'Today', href: '/today', Icon: IconCalendarCheck, keys: 'g t', needs: 'GET /today', may: 'today.read' },
  {
    label: 'Tickets',
    href: '/tickets',
    Icon: IconTicket,
    keys: 'g k',
    needs: 'GET /tickets',
    may: 'tickets.work',
  },
  {
    label: 'Accounts',
    href: '/accounts',
    Icon: IconBuilding,
    keys: 'g a',
    needs: 'GET /accounts',
    may: 'accounts.read',
  },
  {
    label: 'Agreements',
    href: '/agreements',
    Icon: IconFileText,
    keys: 'g d',
    needs: 'GET /descriptions',
    may: 'descriptions.read',
  },
  {
    label: 'Administration',
    href: '/administration',
    Icon: IconSettings,
    keys: 'g x',
    needs: 'GET /people',
    may: 'administration.read',
  },
  {
    label: 'Audit',
    href: '/administration/audit',
    Icon: IconHistory,
    keys: 'g x',
    needs: 'GET /journal',
    may: 'audit.read',
    unless: 'administration.read',
  },
];

/** The parts of an account: tabs in the console, the rail in the portal. `href` is below the account's own. */
const parts: readonly Destination[] = [
  {
    label: 'Overview',
    portalLabel: 'Home',
    href: '',
    Icon: IconLayoutDashboard,
    keys: 'g o',
    needs: 'GET /accounts/:accountId',
    may: 'accounts.read',
  },
  {
    label: 'Tickets',
    href: '/tickets',
    Icon: IconTicket,
    keys: 'g k',
    needs: 'GET /tickets',
    may: 'tickets.read',
  },
  {
    label: 'Ledger',
    portalLabel: 'Promises',
    href: '/ledger',
    Icon: IconScale,
    keys: 'g l',
    needs: 'GET /accounts/:accountId/ledger',
    may: 'ledger.read',
  },
  {
    label: 'Contracts',
    href: '/contracts',
    Icon: IconCertificate,
    keys: 'g c',
    needs: 'GET /accounts/:accountId/contracts',
    may: 'contracts.read',
  },
  {
    label: 'People',
    href: '/people',
    Icon: IconUsers,
    keys: 'g p',
    needs: 'GET /accounts/:accountId/people',
    may: 'people.read',
  },
  {
    label: 'Licences',
    href: '/licences',
    Icon: IconKey,
    keys: 'g i',
    needs: 'GET /accounts/:accountId/licences',
    may: 'accounts.read',
  },
  {
    label: 'Timeline',
    href: '/timeline',
    Icon: IconHistory,
    keys: 'g h',
    needs: 'GET /accounts/:accountId/facts',
    may: 'ledger.read',
  },
  {
    label: 'Data',
    portalLabel: 'Your data',
    href: '/data',
    Icon: IconDatabaseExport,
    keys: 'g e',
    needs: 'GET /accounts/:accountId/export',
    may: 'accounts.export',
  },
];

/** Where staff can go. */
export function consoleDestinations(me: Me): readonly Destination[] {
  return console.filter(
    ({ needs, may, unless }) => hasRoute(needs) && mayDo(me, may) && !(unless && mayDo(me, unless)),
  );
}

/** The parts of an account that this person may see. */
export function accountDestinations(me: Me, accountId: string): readonly Destination[] {
  return parts
    .filter(({ needs, may }) => hasRoute(needs) && mayDo(me, may, accountId))
    .map((part) => ({
      ...part,
      label: me.side === 'customer' ? (part.portalLabel ?? part.label) : part.label,
      href: `/accounts/${accountId}${part.href}`,
    }));
}

/** Where a fact of the account is recorded, for those who may. */
export function recordingAddress(me: Me, accountId: string | undefined): string | undefined {
  if (accountId === undefined || !mayDo(me, 'facts.record', accountId)) return undefined;
  return `/accounts/${accountId}/record`;
}

/** Where a ticket of the account is submitted, for those who may. */
export function submittingAddress(me: Me, accountId: string | undefined): string | undefined {
  if (accountId === undefined || !mayDo(me, 'tickets.submit', accountId)) return undefined;
  return `/accounts/${accountId}/tickets/new`;
}
