import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { TimelineEntry } from '../../accounts/timeline/timeline-entry.tsx';
import classes from '../../accounts/timeline/timeline.module.css';
import { usePages, type RowOf } from '../../api/use-pages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import type { Ticket } from '../ticket.ts';

const SHOWN = {
  all: () => true,
  people: (fact: string) => !fact.startsWith('obligation.'),
  clocks: (fact: string) => fact.startsWith('obligation.'),
} as const satisfies Record<string, (fact: string) => boolean>;

/** Everything that happened on it, the latest first, as the journal has it. */
export function TicketHistory({ ticket: { accountId, accountZone, id } }: { readonly ticket: Ticket }) {
  const [shown, setShown] = useState<keyof typeof SHOWN>('all');
  const pages = usePages('GET /accounts/:accountId/facts', {
    params: { accountId },
    query: { subjectId: id, limit: 100 },
  });
  return (
    <>
      <SegmentedControl
        size="xs"
        mb="sm"
        ml="xs"
        aria-label="Which facts"
        data={[
          { value: 'all', label: 'Everything' },
          { value: 'people', label: 'What people did' },
          { value: 'clocks', label: 'What clocks did' },
        ]}
        value={shown}
        onChange={setShown}
      />
      <QueryState query={pages}>
        {({ rows }) => (
          <>
            <Facts rows={rows.filter(({ fact }) => SHOWN[shown](fact))} zone={accountZone} ids={{ accountId, id }} />
            <MoreRows pages={pages} />
          </>
        )}
      </QueryState>
    </>
  );
}

type FactsProps = {
  readonly rows: readonly RowOf<'GET /accounts/:accountId/facts'>[];
  readonly zone: string;
  readonly ids: Pick<Ticket, 'accountId' | 'id'>;
};

function Facts({ rows, zone, ids: { accountId, id } }: FactsProps) {
  // A ticket begins with a fact of somebody: only what clocks did can be nothing.
  if (rows.length === 0)
    return (
      <EmptyState title="No clock had to say anything">
        What comes near its deadline, breaks, or is waived stands here. What was kept in time shows above, as a chip
        that opens how.
      </EmptyState>
    );
  return (
    <ol className={classes['timeline']} aria-label="Facts, the latest first">
      {rows.map((entry) => (
        <TimelineEntry key={entry.id} accountId={accountId} zone={zone} entry={entry} search={{}} ofSubject={id} />
      ))}
    </ol>
  );
}
