import type { Gives } from '@tamarack/contract';
import { Fragment, type ReactNode } from 'react';
import classes from '../../accounts/timeline/timeline.module.css';
import type { Obligation } from '../../ledger/obligation-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Link } from '../../ui/link.tsx';
import { clockWords } from '../clocks/clock-words.ts';
import { useTicketClocks } from '../clocks/use-ticket-clocks.ts';
import type { Ticket } from '../ticket.ts';

type Fact = Gives<'GET /accounts/:accountId/facts'>['rows'][number];

export type ClocksDidProps = {
  readonly ticket: Pick<Ticket, 'accountId' | 'accountZone' | 'id'>;
  /** What clocks recorded: warnings, what was broken or waived. */
  readonly facts: readonly Fact[];
  readonly entryOf: (fact: Fact) => ReactNode;
};

/** What clocks recorded, and what was kept before they had to: no fact of its own says that. The latest first. */
export function ClocksDid({ ticket: { accountId, accountZone, id }, facts, entryOf }: ClocksDidProps) {
  const clocks = useTicketClocks({ accountId, ticketId: id });
  const kept = (clocks.data?.rows ?? []).flatMap((clock) =>
    clock.state === 'met' && clock.metAt !== null && clock.form !== 'gate'
      ? [{ id: clock.id, at: clock.metAt, shown: <Kept clock={clock} at={clock.metAt} zone={accountZone} /> }]
      : [],
  );
  const recorded = facts.map((fact) => ({ id: fact.id, at: fact.at, shown: entryOf(fact) }));
  const all = [...recorded, ...kept].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  if (all.length === 0 && clocks.data)
    return (
      <EmptyState title="Nothing yet">
        What is kept, comes near its deadline, breaks or is waived stands here. The clocks that run show above.
      </EmptyState>
    );
  return (
    <ol className={classes['timeline']} aria-label="What clocks did, the latest first">
      {all.map(({ id: key, shown }) => (
        <Fragment key={key}>{shown}</Fragment>
      ))}
    </ol>
  );
}

type KeptProps = { readonly clock: Obligation; readonly at: string; readonly zone: string };

function Kept({ clock, at, zone }: KeptProps) {
  return (
    <li className={classes['entry']} data-side="system">
      <div className={classes['says']}>
        <span className={classes['fact']}>The promise was kept</span>
      </div>
      <div className={classes['subject']}>
        <Link href={`/accounts/${clock.accountId}/ledger/${clock.id}`}>{clock.title}</Link>
        {' · '}
        {clockWords(clock, 0).says}
      </div>
      <div className={classes['who']}>
        <Instant at={at} accountZone={zone} as="short" />
      </div>
    </li>
  );
}
