import { Group, NativeSelect } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { ledgerHref, type LedgerSearch, readLedgerSearch } from './ledger-search.ts';
import { monthWords } from './month-stacks.ts';

export type ObligationFiltersProps = {
  readonly accountId: string;
  readonly search: LedgerSearch;
  readonly promises: readonly {
    readonly promise: string;
    readonly title: string;
    readonly contractId: string;
    readonly contract: string;
  }[];
  readonly months: readonly { readonly month: string }[];
};

const STATES = [
  { value: '', label: 'Any state' },
  { value: 'due', label: 'Due' },
  { value: 'settled', label: 'Settled' },
  { value: 'kept', label: 'Kept' },
  { value: 'broken', label: 'Broken' },
  { value: 'waived', label: 'Waived' },
  { value: 'void', label: 'Void' },
];
const OWED_BY = [
  { value: '', label: 'Owed by anybody' },
  { value: 'provider', label: 'Owed by the provider' },
  { value: 'customer', label: 'Owed by the customer' },
];

/** Which rows of the ledger are listed; each choice goes into the address. */
export function ObligationFilters({ accountId, search, promises, months }: ObligationFiltersProps) {
  const router = useRouter();
  const titles = new Map(promises.map(({ promise, title }) => [promise, title]));
  const named = [...titles].map(([value, label]) => ({ value, label }));
  const names = new Map(promises.map(({ contractId, contract }) => [contractId, contract]));
  const contracts = [...names].map(([value, label]) => ({ value, label }));
  const times = months.toReversed().map(({ month }) => ({ value: month, label: monthWords(month, false) }));
  const choose = (name: keyof LedgerSearch) => ({
    size: 'xs',
    value: search[name] ?? '',
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      router.history.push(ledgerHref(accountId, readLedgerSearch({ ...search, [name]: currentTarget.value }))),
  });
  return (
    <Group gap={6}>
      <NativeSelect aria-label="State" data={STATES} {...choose('show')} />
      <NativeSelect
        aria-label="Promise"
        maw={220}
        data={[{ value: '', label: 'Any promise' }, ...named]}
        {...choose('promise')}
      />
      {contracts.length > 1 && (
        <NativeSelect
          aria-label="Contract"
          maw={220}
          data={[{ value: '', label: 'Any contract' }, ...contracts]}
          {...choose('contract')}
        />
      )}
      <NativeSelect aria-label="Owed by" data={OWED_BY} {...choose('side')} />
      <NativeSelect aria-label="Month" data={[{ value: '', label: 'Any month' }, ...times]} {...choose('month')} />
    </Group>
  );
}
