/** What people ask of a desk with many tickets; whom and of what is drawn anew each time. */
import type { Client } from 'pg';
import { oneOf, type Random, seeded, wholeBetween } from '../measure/random.ts';
import type { Desk } from './desk.ts';
import type { Ask } from './http-clients.ts';
import { hostName } from './lives.ts';

export const ASKS = ['create', 'reply', 'show', 'list', 'list of a customer', 'search'] as const;
export type AskName = (typeof ASKS)[number];

/** Asks for each, over `tickets` that were loaded. */
export async function asksOf(
  owner: Client,
  { accounts, tokens }: Desk,
  tickets: number,
): Promise<Record<AskName, () => Ask>> {
  const { rows } = await owner.query<{ id: string; accountId: string }>(
    `select id, account_id as "accountId" from ticket where state = 'open' order by id limit 5000`,
  );
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const random: Random = seeded(tickets);
  // Once: copying a list takes as long as asking.
  const [everyone, opened] = [some(accounts), some(rows)];
  const account = () => oneOf(random, everyone);
  const open = () => {
    const { id, accountId } = oneOf(random, opened);
    const engineerId = byId.get(accountId)?.engineerId ?? '';
    return { path: `/api/v1/accounts/${accountId}/tickets/${id}`, token: tokens.get(engineerId) ?? '' };
  };
  return {
    create: () => {
      const { accountId, contractId, leadId } = account();
      const severity = wholeBetween(random, 1, 4);
      const body = { contractId, kind: 'incident', severity, subject: 'Nothing boots since the upgrade', body: SAID };
      return { path: `/api/v1/accounts/${accountId}/tickets`, token: tokens.get(leadId) ?? '', body };
    },
    reply: () => {
      const { path, token } = open();
      return { path: `${path}/messages`, token, body: { body: SAID } };
    },
    show: open,
    list: () => ({ path: '/api/v1/tickets?state=open&limit=50', token: tokens.get(account().engineerId) ?? '' }),
    'list of a customer': () => ({
      path: '/api/v1/tickets?state=open&limit=50',
      token: tokens.get(account().leadId) ?? '',
    }),
    search: () => {
      const host = hostName(wholeBetween(random, 0, tickets / 5 - 1));
      return { path: `/api/v1/tickets?search=${host}&limit=50`, token: tokens.get(account().engineerId) ?? '' };
    },
  };
}

const SAID = `We updated the *kernel* yesterday, and since then the node does not come up again:\n\n    panic: no root\n\nPlease look.`;

function some<T>(list: readonly T[]): [T, ...T[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('There is nothing to choose from.');
  return [first, ...rest];
}
