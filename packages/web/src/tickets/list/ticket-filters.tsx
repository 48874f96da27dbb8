import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMe } from '../../api/me.ts';
import { KIND_WORDS, sideWords } from '../ticket.ts';
import { isFiltered, type TicketSearch } from '../ticket-search.ts';
import classes from './ticket-list.module.css';

export type TicketFiltersProps = {
  readonly search: TicketSearch;
  readonly onChange: (search: TicketSearch) => void;
};

const SEVERITIES = [1, 2, 3, 4].map((figure) => ({ value: String(figure), label: `Severity ${figure}` }));

/** Which tickets are listed, and in which order; each choice goes into the address. */
export function TicketFilters({ search, onChange }: TicketFiltersProps) {
  const { side } = useMe();
  const { show, whose, order, kind, severity, broken } = search;
  const set = (change: TicketSearch) => onChange({ ...search, ...change });
  const cleared: TicketSearch = { show, order, account: search.account };
  return (
    <div className={classes['filters']} role="group" aria-label="Filters">
      <SegmentedControl
        size="xs"
        aria-label="State"
        data={[
          { value: 'open', label: 'Open' },
          { value: 'ended', label: 'Ended' },
          { value: 'all', label: 'All' },
        ]}
        value={show ?? 'open'}
        onChange={(value) => set({ show: value === 'open' ? undefined : value })}
      />
      {side === 'provider' && (
        <NativeSelect
          size="xs"
          aria-label="Assignee"
          data={[
            { value: '', label: 'Anybody’s' },
            { value: 'me', label: 'Mine' },
            { value: 'nobody', label: 'Nobody’s yet' },
            ...(whose === undefined || whose === 'me' || whose === 'nobody'
              ? []
              : [{ value: whose, label: 'Somebody’s' }]),
          ]}
          value={whose ?? ''}
          onChange={({ currentTarget: { value } }) => set({ whose: value === '' ? undefined : value })}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label="Who acts next"
        data={[
          { value: '', label: 'With either side' },
          ...(['provider', 'customer'] as const).map((value) => ({ value, label: sideWords(value, side) })),
        ]}
        value={search.side ?? ''}
        onChange={({ currentTarget: { value } }) =>
          set({ side: value === 'provider' || value === 'customer' ? value : undefined })
        }
      />
      <NativeSelect
        size="xs"
        aria-label="Severity"
        data={[{ value: '', label: 'Any severity' }, ...SEVERITIES]}
        value={severity === undefined ? '' : String(severity)}
        onChange={({ currentTarget: { value } }) => set({ severity: value === '' ? undefined : Number(value) })}
      />
      <NativeSelect
        size="xs"
        aria-label="Kind"
        data={[
          { value: '', label: 'Any kind' },
          ...Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label })),
        ]}
        value={kind ?? ''}
        onChange={({ currentTarget: { value } }) =>
          set({ kind: value === 'incident' || value === 'service-request' ? value : undefined })
        }
      />
      <NativeSelect
        size="xs"
        aria-label="Promises"
        data={[
          { value: '', label: 'Kept or broken' },
          { value: 'broken', label: 'Broken' },
        ]}
        value={broken ? 'broken' : ''}
        onChange={({ currentTarget: { value } }) => set({ broken: value === '' ? undefined : true })}
      />
      <NativeSelect
        size="xs"
        aria-label="Order"
        data={[
          { value: 'next', label: 'Next to breach first' },
          { value: 'latest', label: 'Latest first' },
        ]}
        value={order ?? 'next'}
        onChange={({ currentTarget: { value } }) => set({ order: value === 'latest' ? 'latest' : undefined })}
      />
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
  );
}
