import { Button, NativeSelect } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { oneOf } from '../../ui/one-of.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { KIND_WORDS, sideWords } from '../ticket.ts';
import { isFiltered, SHOWN, type TicketSearch } from '../ticket-search.ts';
import { useQueues } from '../use-queues.ts';
import { ColumnChoice } from './columns/column-choice.tsx';
import classes from './ticket-list.module.css';

export type TicketFiltersProps = {
  readonly search: TicketSearch;
  readonly onChange: (search: TicketSearch) => void;
  readonly field?: Ref<HTMLInputElement>;
  /** The list is of one account, whose name nobody needs to read in each row. */
  readonly isOneAccount?: boolean;
};

const SEVERITIES = [1, 2, 3, 4].map((figure) => ({ value: String(figure), label: `Severity ${figure}` }));
const STATES = [
  { value: '', label: 'Open' },
  { value: 'ended', label: 'Ended' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'closed', label: 'Closed' },
  { value: 'declined', label: 'Declined' },
  { value: 'merged', label: 'Merged' },
  { value: 'all', label: 'In any state' },
];

/** Which tickets are listed, and in which order; each choice goes into the address. On a phone they unfold. */
export function TicketFilters({ search, onChange, field, isOneAccount = false }: TicketFiltersProps) {
  const { side } = useMe();
  const queues = useQueues();
  const [isUnfolded, setUnfolded] = useState(false);
  const { show, whose, queue, order, kind, severity, broken } = search;
  const set = (change: TicketSearch) => onChange({ ...search, ...change });
  const cleared: TicketSearch = { show, order, account: search.account, columns: search.columns };
  const choice = (label: string, data: readonly { value: string; label: string }[], value: string) => ({
    size: 'xs' as const,
    'aria-label': label,
    data: [...data],
    value,
  });
  return (
    <div className={classes['filters']} role="group" aria-label="Filters" data-unfolded={isUnfolded || undefined}>
      <SearchField
        label="Search in subjects and conversations"
        value={search.search}
        onChange={(words) => set({ search: words })}
        {...(field ? { ref: field } : {})}
      />
      <Button
        className={classes['unfold'] ?? ''}
        size="xs"
        variant="default"
        aria-expanded={isUnfolded}
        leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        Filters
      </Button>
      <div className={classes['choices']}>
        <NativeSelect
          {...choice('State', STATES, show ?? '')}
          onChange={({ currentTarget: { value } }) => set({ show: oneOf(SHOWN, value) })}
        />
        {side === 'provider' && (
          <NativeSelect
            {...choice('Assignee', assignees(whose), whose ?? '')}
            onChange={({ currentTarget: { value } }) => set({ whose: value === '' ? undefined : value })}
          />
        )}
        {side === 'provider' && (
          <NativeSelect
            {...choice('Queue', inQueues(queues, queue), queue ?? '')}
            onChange={({ currentTarget: { value } }) => set({ queue: value === '' ? undefined : value })}
          />
        )}
        <NativeSelect
          {...choice(
            'Who acts next',
            [
              { value: '', label: 'With either side' },
              ...(['provider', 'customer'] as const).map((value) => ({ value, label: sideWords(value, side) })),
            ],
            search.side ?? '',
          )}
          onChange={({ currentTarget: { value } }) => set({ side: oneOf(['provider', 'customer'], value) })}
        />
        <NativeSelect
          {...choice(
            'Severity',
            [{ value: '', label: 'Any severity' }, ...SEVERITIES],
            severity === undefined ? '' : String(severity),
          )}
          onChange={({ currentTarget: { value } }) => set({ severity: value === '' ? undefined : Number(value) })}
        />
        <NativeSelect
          {...choice(
            'Kind',
            [
              { value: '', label: 'Any kind' },
              ...Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label })),
            ],
            kind ?? '',
          )}
          onChange={({ currentTarget: { value } }) => set({ kind: oneOf(['incident', 'service-request'], value) })}
        />
        <NativeSelect
          {...choice(
            'Promises',
            [
              { value: '', label: 'Kept or broken' },
              { value: 'broken', label: 'Broken' },
            ],
            broken ? 'broken' : '',
          )}
          onChange={({ currentTarget: { value } }) => set({ broken: value === '' ? undefined : true })}
        />
        <NativeSelect
          {...choice('Asked for', askedFor(search), askedValue(search))}
          onChange={({ currentTarget: { value } }) =>
            set({
              escalated: value === 'escalated' || value === 'both' ? true : undefined,
              approval: value === 'approval' || value === 'both' ? true : undefined,
            })
          }
        />
        <NativeSelect
          {...choice(
            'Order',
            [
              { value: '', label: 'Next to breach first' },
              { value: 'latest', label: 'Latest first' },
            ],
            order ?? '',
          )}
          onChange={({ currentTarget: { value } }) => set({ order: oneOf(['latest'], value) })}
        />
        <ColumnChoice columns={search.columns} isOneAccount={isOneAccount} onChange={(columns) => set({ columns })} />
        {isFiltered(search) && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconX size={14} aria-hidden />}
            onClick={() => onChange(cleared)}
          >
            No filters
          </Button>
        )}
      </div>
    </div>
  );
}

function assignees(whose: string | undefined) {
  const isSomebody = whose !== undefined && whose !== 'me' && whose !== 'nobody';
  return [
    { value: '', label: 'Anybody’s' },
    { value: 'me', label: 'Mine' },
    { value: 'nobody', label: 'Nobody’s yet' },
    ...(isSomebody ? [{ value: whose, label: 'Somebody’s' }] : []),
  ];
}

/** One that is empty meanwhile still stands there while the address names it. */
function inQueues(queues: readonly string[] = [], chosen: string | undefined) {
  const names = chosen === undefined || queues.includes(chosen) ? queues : [...queues, chosen];
  return [{ value: '', label: 'Any queue' }, ...names.map((name) => ({ value: name, label: name }))];
}

function askedValue({ escalated, approval }: TicketSearch): string {
  if (escalated && approval) return 'both';
  return escalated ? 'escalated' : approval ? 'approval' : '';
}

/** Both at once is for addresses and saved views; it stands in the list where it is so. */
function askedFor(search: TicketSearch) {
  return [
    { value: '', label: 'Whatever was asked' },
    { value: 'escalated', label: 'Escalated' },
    { value: 'approval', label: 'Waits for approval' },
    ...(askedValue(search) === 'both' ? [{ value: 'both', label: 'Both of these' }] : []),
  ];
}
