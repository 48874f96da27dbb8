/** How an obligation (o) is shown, with its ticket (t) if it is about one. */
import sql, { raw, type Sql } from 'sql-template-tag';

/** `at` writes an instant. */
export function shapeWith(at: (column: string) => Sql): Sql {
  return sql`o.id, o.account_id as "accountId", o.contract_id as "contractId", o.promise, o.title, o.form, o.side, o.role, o.subject_id as "subjectId", o.subject, o.cycle, o.turn, o.state,
  ${at('o.opened_at')} as "openedAt", ${at('o.due_at')} as "dueAt", ${at('o.warned_at')} as "warnedAt",
  ${at('o.met_at')} as "metAt", ${at('o.breached_at')} as "breachedAt", ${at('o.ended_at')} as "endedAt",
  o.because, o.severity, o.counted, o.least, o.most, o.unit`;
}

export const isEscalated = raw(
  'coalesce(case when (select scope_is_provider()) then t.escalated else t.escalated_openly end, false)',
);
export const waitsForApproval = raw('coalesce(t.waits_for_approval, false)');

export function withTicket(accountId: Sql): Sql {
  return sql`left join ticket t on t.account_id = ${accountId} and t.id = o.subject_id`;
}
