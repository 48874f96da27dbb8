import type { MouseEvent } from 'react';
import { AboutLink } from '../ledger/about-link.tsx';
import { type Obligation, roleWords } from '../ledger/obligation-words.ts';
import frame from '../ui/data-table/data-table.module.css';
import { Instant } from '../ui/instant.tsx';
import { Link } from '../ui/link.tsx';
import { useNow } from '../ui/now.ts';
import { TicketMarks } from '../tickets/ticket-marks.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import classes from './due-table.module.css';

export type DueRowProps = {
  readonly row: Obligation;
  readonly index: number;
  /** One row of the table is reached by Tab, the others by keys. */
  readonly isActive: boolean;
  readonly onFocus: () => void;
};

/** One obligation: when, what, for whom, by whom. */
export function DueRow({ row, index, isActive, onFocus }: DueRowProps) {
  const now = useNow();
  const { id, accountId, account, accountZone, title, dueAt, role, state, warnedAt } = row;
  const { ticketEscalated: escalated, ticketWaitsForApproval: waitsForApproval } = row;
  const isLate = dueAt !== null && Date.parse(dueAt) < now;
  const isNear = warnedAt !== null || isLate;
  return (
    <tr data-index={index} data-link onClick={follow}>
      <td className={classes['when']} data-near={isNear || undefined}>
        {dueAt === null ? (
          '–'
        ) : (
          <>
            <Instant at={dueAt} accountZone={accountZone} />
            <span className={classes['small']}>
              <Instant at={dueAt} accountZone={accountZone} as="short" />
            </span>
          </>
        )}
      </td>
      <th scope="row">
        <Link
          href={`/accounts/${accountId}/ledger/${id}`}
          className={frame['link']}
          tabIndex={isActive ? 0 : -1}
          onFocus={onFocus}
        >
          {title}
        </Link>
        <span className={classes['small']}>
          <span className={classes['narrow']}>{account} · </span>
          <AboutLink row={row} tabIndex={isActive ? 0 : -1} />
        </span>
        {(escalated || waitsForApproval) && (
          <span className={classes['marks']}>
            <TicketMarks escalated={escalated} waitsForApproval={waitsForApproval} />
          </span>
        )}
      </th>
      <td data-wide>{account}</td>
      <td data-wide>{roleWords(role)}</td>
      <td>
        <StateBadge state={state} {...(state === 'open' && isNear ? { says: isLate ? 'Late' : 'Soon' } : {})} />
      </td>
    </tr>
  );
}

/** A click beside the link follows it too, unless it is on something else to use, or marks a text. */
function follow({ currentTarget, target }: MouseEvent<HTMLTableRowElement>): void {
  const isControl = target instanceof Element && target.closest('a, button, input, label') !== null;
  if (isControl || (getSelection()?.toString() ?? '') !== '') return;
  currentTarget.querySelector<HTMLAnchorElement>('th a')?.click();
}
