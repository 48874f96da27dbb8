import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Lead } from '../../../ui/data-table/column.ts';
import type { TicketRow } from '../../ticket.ts';

export type Selection = {
  /** In the order of the list; what left the list is not chosen any more. */
  readonly chosen: readonly TicketRow[];
  readonly lead: Lead<TicketRow>;
  readonly toggle: (row: TicketRow) => void;
  readonly clear: () => void;
};

/** Which rows of a list are chosen, by boxes before them. */
export function useSelection(rows: readonly TicketRow[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids]);
  const toggle = ({ id }: TicketRow) =>
    setIds((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id])));
  const isAll = chosen.length === rows.length && rows.length > 0;
  return {
    chosen,
    toggle,
    clear: () => setIds(new Set()),
    lead: {
      header: (
        <Checkbox
          size="xs"
          aria-label="Choose all rows"
          checked={isAll}
          indeterminate={chosen.length > 0 && !isAll}
          onChange={() => setIds(isAll ? new Set() : new Set(rows.map(({ id }) => id)))}
        />
      ),
      cell: (row) => (
        <Checkbox
          size="xs"
          aria-label={`Choose #${row.reference}`}
          checked={ids.has(row.id)}
          onChange={() => toggle(row)}
        />
      ),
    },
  };
}
