import { NativeSelect, Select } from '@mantine/core';
import type { Obligation } from '../obligation-words.ts';
import { nameWords } from '../obligation-words.ts';
import { type Draft, meeting, type RecordableFact } from './draft.ts';
import classes from './fact-field.module.css';
import { longList } from '../../ui/long-list.ts';

export type FactFieldProps = {
  readonly rows: readonly RecordableFact[];
  readonly obligation: Obligation | undefined;
  readonly draft: Draft;
  readonly onChoose: (contractId: string, fact: string) => void;
  readonly error: string | undefined;
};

/** The contract, where there are several, and what happened: found by typing, what keeps a promise first. */
export function FactField({ rows, obligation, draft, onChoose, error }: FactFieldProps) {
  const contracts = [...new Map(rows.map(({ contractId, contract }) => [contractId, contract]))];
  const own = rows.filter(({ contractId }) => contractId === draft.contractId);
  const meets = new Map(own.map((row) => [row.fact, row.meets]));
  return (
    <>
      {contracts.length > 1 && (
        <NativeSelect
          label="Contract"
          data={contracts.map(([value, label]) => ({ value, label }))}
          value={draft.contractId}
          onChange={({ currentTarget }) => onChoose(currentTarget.value, '')}
        />
      )}
      <Select
        label="What happened"
        placeholder="Type a part of it: call, report, hours…"
        required
        searchable
        data-autofocus={draft.fact === '' || undefined}
        autoFocus={draft.fact === ''}
        nothingFoundMessage="No such fact in this contract"
        {...longList}
        // Opened by the focus that it begins with, the list would not be told to screen readers as the field's own.
        openOnFocus={false}
        data={groupsOf(own, obligation)}
        value={draft.fact === '' ? null : draft.fact}
        onChange={(fact) => onChoose(draft.contractId, fact ?? '')}
        renderOption={({ option }) => (
          <span className={classes['option']}>
            {option.label}
            <KeptBy titles={meets.get(option.value) ?? []} />
          </span>
        )}
        error={error}
      />
    </>
  );
}

function KeptBy({ titles }: { readonly titles: readonly string[] }) {
  if (titles.length === 0) return null;
  return <span className={classes['keeps']}>keeps: {titles.join(', ')}</span>;
}

function groupsOf(rows: readonly RecordableFact[], obligation: Obligation | undefined) {
  const asked = new Set(meeting(rows, obligation));
  const keeping = rows.filter((row) => row.meets.length > 0 && !asked.has(row));
  const others = Map.groupBy(
    rows.filter((row) => row.meets.length === 0),
    ({ kind }) => nameWords(kind),
  );
  return [
    { group: 'Meets this promise', items: [...asked].map(optionOf) },
    { group: 'Keeps a promise', items: keeping.map(optionOf) },
    ...[...others].map(([group, items]) => ({ group, items: items.map(optionOf) })),
  ].filter(({ items }) => items.length > 0);
}

function optionOf({ fact, says }: RecordableFact) {
  return { value: fact, label: `${says.slice(0, 1).toUpperCase()}${says.slice(1)}` };
}
