import { TextInput } from '@mantine/core';
import { AccountFilter } from '../../today/account-filter.tsx';
import type { AuditSearch } from './audit-search.ts';
import classes from './audit.module.css';
import { PersonFilter } from './person-filter.tsx';

export type AuditFiltersProps = {
  readonly search: AuditSearch;
  readonly onChange: (change: AuditSearch) => void;
};

/** Which facts are listed; each choice goes into the address. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const { account, by, fact, from, to } = search;
  const text = (value: string) => (value === '' ? undefined : value);
  return (
    <div className={classes['filters']}>
      <AccountFilter value={account} onChange={(next) => onChange({ account: next })} />
      <PersonFilter value={by} onChange={(next) => onChange({ by: next })} />
      <TextInput
        size="xs"
        className={classes['fact'] ?? ''}
        type="search"
        aria-label="Fact, or its beginning"
        placeholder="Fact: incident."
        defaultValue={fact ?? ''}
        onChange={({ currentTarget }) => onChange({ fact: text(currentTarget.value) })}
      />
      <TextInput
        size="xs"
        type="date"
        label="From"
        value={from ?? ''}
        max={to}
        onChange={({ currentTarget }) => onChange({ from: text(currentTarget.value) })}
      />
      <TextInput
        size="xs"
        type="date"
        label="To"
        value={to ?? ''}
        min={from}
        onChange={({ currentTarget }) => onChange({ to: text(currentTarget.value) })}
      />
    </div>
  );
}
