import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { TimelineEntry } from '../../accounts/timeline/timeline-entry.tsx';
import classes from '../../accounts/timeline/timeline.module.css';
import { usePages, type RowOf } from '../../api/use-pages.ts';
import { MoreRows } from '../../ui/more-rows.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import type { Ticket } from '../ticket.ts';
import { ClocksDid } from './clocks-did.tsx';

type Shown = 'all' | 'people' | 'clocks';
type Fact = RowOf<'GET /accounts/:accountId/facts'>;
const isOfClocks = ({ fact }: Fact): boolean => fact.startsWith('obligation.');

/** Everything that happened on it, the latest first, as the journal has it. */
export function TicketHistory({ ticket }: { readonly ticket: Ticket }) {
  const { accountId, accountZone, id } = ticket;
  const [shown, setShown] = useState<Shown>('all');
  const pages = usePages('GET /accounts/:accountId/facts', {
    params: { accountId },
    query: { subjectId: id, limit: 100 },
  });
  const entryOf = (entry: Fact) => (
    <TimelineEntry key={entry.id} accountId={accountId} zone={accountZone} entry={entry} search={{}} ofSubject={id} />
  );
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
            {shown === 'clocks' ? (
              <ClocksDid ticket={ticket} facts={rows.filter(isOfClocks)} entryOf={entryOf} />
            ) : (
              <ol className={classes['timeline']} aria-label="Facts, the latest first">
                {rows.filter((entry) => shown === 'all' || !isOfClocks(entry)).map(entryOf)}
              </ol>
            )}
            <MoreRows pages={pages} />
          </>
        )}
      </QueryState>
    </>
  );
}
