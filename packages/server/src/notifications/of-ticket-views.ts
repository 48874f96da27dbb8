/** Which ticket a notification is about. */
import sql from 'sql-template-tag';

/**
 * Joins the ticket `t` to the fact `j`: an escalation is a fact about it. By its key, which takes a step of its own: in one step
 * PostgreSQL would read all tickets of the account.
 */
export const ofTicket = sql`left join lateral (
    select case when j.fact like 'escalation.%' then j.about_id else j.subject_id end as id offset 0
  ) of_ticket on true
  left join ticket t on t.account_id = j.account_id and t.id = of_ticket.id`;
