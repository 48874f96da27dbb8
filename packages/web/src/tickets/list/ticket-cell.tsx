import { KIND_WORDS, type TicketRow } from '../ticket.ts';
import { TicketMarks } from '../ticket-marks.tsx';
import classes from './ticket-list.module.css';

/** What tells a ticket apart: its subject, and below it reference, kind, and on a phone the account. */
export function TicketCell({ row, hasAccount }: { readonly row: TicketRow; readonly hasAccount: boolean }) {
  const { subject, reference, kind, account, product, escalated, waitsForApproval } = row;
  return (
    <span className={`${classes['cell']} ${classes['what']}`}>
      <span className={classes['subject']}>{subject}</span>
      <span className={classes['about']}>
        #{reference} · {KIND_WORDS[kind]}
        {product !== null && ` · ${product}`}
        {hasAccount && <span className={classes['narrow']}> · {account}</span>}
      </span>
      {(escalated || waitsForApproval) && (
        <span className={classes['marks']}>
          <TicketMarks {...row} />
        </span>
      )}
    </span>
  );
}
