import { getOptions } from '../../api/use-get.ts';

const SHOWN = 6;

/** The open tickets that the portal's home begins with; read before its scripts are there. */
export function openTicketsOptions(accountId: string) {
  return getOptions('GET /tickets', { query: { accountId, state: 'open', limit: SHOWN } });
}
