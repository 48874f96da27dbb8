import { useDebouncedValue } from '@mantine/hooks';
import { useGet } from '../../api/use-get.ts';

const SHOWN = 6;
/** Fewer letters find half of everything. */
const LEAST = 2;
/** Between two keys of somebody who types on. */
const TYPING_MS = 180;

type Found = { readonly id: string; readonly href: string; readonly name: string; readonly says: string };

/** The tickets that words or a reference find, the latest first. */
export function useFoundTickets(query: string): { readonly tickets: readonly Found[]; readonly isSearching: boolean } {
  const typed = query.trim();
  const [search] = useDebouncedValue(typed, TYPING_MS);
  const isAsked = search.length >= LEAST;
  const found = useGet('GET /tickets', { query: { search, order: 'latest', limit: SHOWN } }, { enabled: isAsked });
  if (typed.length < LEAST || !isAsked) return { tickets: [], isSearching: typed.length >= LEAST };
  const rows = found.data?.rows ?? [];
  const tickets = rows.map(({ id, accountId, reference, subject, account, state }) => ({
    id,
    href: `/accounts/${accountId}/tickets/${id}`,
    name: subject,
    says: `#${reference} · ${account} · ${state}`,
  }));
  return { tickets, isSearching: found.isFetching || search !== typed };
}
