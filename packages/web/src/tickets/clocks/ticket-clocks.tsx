import { lazy, Suspense, useState } from 'react';
import type { Obligation } from '../../ledger/obligation-words.ts';
import type { TicketIds } from '../ticket.ts';
import { ClockChip } from './clock-chip.tsx';
import { cyclesOf } from './clock-words.ts';
import classes from './clocks.module.css';
import { useTicketClocks } from './use-ticket-clocks.ts';

const ExplainedClock = lazy(() =>
  import('./explained-clock.tsx').then((module) => ({ default: module.ExplainedClock })),
);

/** Every clock of a ticket, not only the nearest: those that run first, and those of past cycles below. */
export function TicketClocks({ accountId, ticketId }: TicketIds) {
  const [open, setOpen] = useState<Obligation>();
  const clocks = useTicketClocks({ accountId, ticketId });
  const { present, past } = cyclesOf(clocks.data?.rows ?? []);
  return (
    <section className={classes['clocks']} aria-label="Clocks">
      {present.length > 0 ? (
        <Chips rows={present} onOpen={setOpen} />
      ) : (
        clocks.data && <p className={classes['none']}>No promise of the contract has a clock on it.</p>
      )}
      {past.length > 0 && (
        <details className={classes['past']}>
          <summary>Clocks before it was reopened</summary>
          {past.map(([cycle, rows]) => (
            <div key={cycle}>
              <h2>Cycle {cycle}</h2>
              <Chips rows={rows} onOpen={setOpen} />
            </div>
          ))}
        </details>
      )}
      <Suspense>{open && <ExplainedClock clock={open} onClose={() => setOpen(undefined)} />}</Suspense>
    </section>
  );
}

function Chips({
  rows,
  onOpen,
}: {
  readonly rows: readonly Obligation[];
  readonly onOpen: (clock: Obligation) => void;
}) {
  return (
    <ul className={classes['chips']}>
      {rows.map((row) => (
        <li key={row.id}>
          <ClockChip clock={row} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}
