import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { TimelineEntry } from '../../accounts/timeline/timeline-entry.tsx';
import classes from '../../accounts/timeline/timeline.module.css';
import { usePages } from '../../api/use-pages.ts';
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
            <ol className={classes['timeline']} aria-label="Facts, the latest first">
              {rows
                .filter(({ fact }) => SHOWN[shown](fact))
                .map((entry) => (
                  <TimelineEntry
                    key={entry.id}
                    accountId={accountId}
                    zone={accountZone}
                    entry={entry}
                    search={{}}
                    ofSubject={id}
                  />
                ))}
            </ol>
            <MoreRows pages={pages} />
          </>
        )}
      </QueryState>
    </>
  );
}
