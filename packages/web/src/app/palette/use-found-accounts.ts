import { useDebouncedValue } from '@mantine/hooks';
import type { Me } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { nameWords } from '../../ledger/obligation-words.ts';

const SHOWN = 6;
/** Between two keys of somebody who types on. */
const TYPING_MS = 180;

type Found = { readonly id: string; readonly name: string; readonly says: string };

/** The accounts that a word finds; without a word those of the person. */
export function useFoundAccounts(
  query: string,
  me: Me,
): { readonly accounts: readonly Found[]; readonly isSearching: boolean } {
  const [search] = useDebouncedValue(query.trim(), TYPING_MS);
  const found = useGet('GET /accounts', { query: { search, limit: SHOWN } }, { enabled: search !== '' });
  if (query.trim() === '') {
    const own = me.accounts.slice(0, SHOWN).map(({ id, name, reference }) => ({ id, name, says: `#${reference}` }));
    return { accounts: own, isSearching: false };
  }
  const rows = found.data?.rows ?? [];
  const accounts = rows.map(({ id, name, reference, levels }) => ({
    id,
    name,
    says: [`#${reference}`, ...levels.map((level) => nameWords(level))].join(' · '),
  }));
  return { accounts, isSearching: found.isFetching || search !== query.trim() };
}
