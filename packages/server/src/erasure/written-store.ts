/** Erases what was written in one account: words of facts, and wherever they were repeated. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** What stands where a text cannot be absent. */
const ERASED = '(erased)';

/**
 * Titles and notes of facts that a person wrote or had written, or with `undefined` of all of the account; and what repeats
 * them: the ledger's words for a subject, notifications, waivers, decisions. Returns how many facts lost their words.
 */
export async function eraseWritten(tx: Tx, accountId: string, personId: string | undefined): Promise<number> {
  const person = personId ?? null;
  const facts = await tx.rows<{ journal: string; subject: string }>(
    sql`select journal_id as journal, subject_id as subject from erase_written(${accountId}, ${person})`,
  );
  const subjects = [...new Set(facts.map(({ subject }) => subject))];
  // The ledger calls a subject by the title of its first fact, or by its kind: "Cadence call". A title that somebody else
  // gave it later is no word of the ledger.
  await tx.run(sql`update obligation o set subject = upper(left(k.kind, 1)) || substr(k.kind, 2)
    from (select distinct on (subject_id) subject_id, title, replace(split_part(fact, '.', 1), '-', ' ') as kind from journal
      where account_id = ${accountId} and subject_id = any (${subjects}::uuid[]) order by subject_id, at, position) k
    where o.account_id = ${accountId} and o.subject_id = k.subject_id and k.title is null`);
  await eraseTold(tx, accountId, person, subjects);
  await tx.run(sql`delete from notification n where n.account_id = ${accountId}
    and (n.journal_id = any (${facts.map(({ journal }) => journal)}::uuid[])
      or exists (select from journal j where j.account_id = n.account_id and j.id = n.journal_id and j.subject_id = any (${subjects}::uuid[]))
      or exists (select from obligation o where o.account_id = n.account_id and o.id = n.obligation_id and o.subject_id = any (${subjects}::uuid[])))`);
  await eraseTickets(tx, accountId, person, subjects);
  await tx.run(
    sql`update waiver set reason = ${ERASED} where account_id = ${accountId} and (${person}::uuid is null or requested_by = ${person})`,
  );
  await tx.run(
    sql`update waiver set decision_note = null where account_id = ${accountId} and (${person}::uuid is null or decided_by = ${person})`,
  );
  await tx.run(
    sql`update contract_terms set decision_note = null where account_id = ${accountId} and (${person}::uuid is null or decided_by = ${person})`,
  );
  await tx.run(
    sql`update contract_terms set note = null where account_id = ${accountId} and (${person}::uuid is null or proposed_by = ${person})`,
  );
  await tx.run(
    sql`update eligibility_decision set note = ${ERASED} where account_id = ${accountId} and (${person}::uuid is null or decided_by = ${person})`,
  );
  await tx.run(
    sql`update contract set ending_note = null where account_id = ${accountId} and (${person}::uuid is null or ending_by = ${person})`,
  );
  return facts.length;
}

/**
 * What others were mailed of it, and what receivers of webhooks answered. A mail is known by its person and instant, which are
 * those of the notifications that it told; as far as it still has to be sent, it is not sent any more.
 */
async function eraseTold(tx: Tx, accountId: string, person: string | null, subjects: string[]): Promise<void> {
  const concerned = sql`(${person}::uuid is null or j.by_person = ${person} or j.on_behalf_of = ${person} or j.subject_id = any (${subjects}::uuid[]))`;
  const told = sql`exists (select from notification n
    left join obligation o on o.account_id = n.account_id and o.id = n.obligation_id
    left join journal j on j.account_id = n.account_id and j.id = n.journal_id
    where n.account_id = ${accountId} and n.person_id = m.person_id and n.mailed_at = m.created_at
      and (o.subject_id = any (${subjects}::uuid[]) or ${concerned}))`;
  await tx.run(sql`delete from mail m where m.state <> 'sent' and ${told}`);
  await tx.run(sql`update mail m set subject = ${ERASED}, text = null, html = null where ${told}`);
  await tx.run(sql`update webhook_delivery d set answer = null from journal j
    where d.account_id = ${accountId} and d.answer is not null and j.account_id = d.account_id and j.id = d.journal_id and ${concerned}`);
}

/** What tickets show of the facts that lost their words, and what was written on them. */
async function eraseTickets(tx: Tx, accountId: string, person: string | null, subjects: string[]): Promise<void> {
  await tx.run(sql`update ticket t set waits_for = null,
      -- Called by the title of its first fact, as in the ledger.
      subject = case when (select j.title from journal j where j.account_id = t.account_id and j.subject_id = t.id order by j.at, j.position limit 1) is not null
        then t.subject else upper(left(t.kind, 1)) || substr(replace(t.kind, '-', ' '), 2) end
    where t.account_id = ${accountId} and t.id = any (${subjects}::uuid[])`);
  await tx.run(
    sql`delete from ticket_draft where account_id = ${accountId} and (${person}::uuid is null or person_id = ${person})`,
  );
  await tx.run(
    sql`update severity_proposal set reason = ${ERASED} where account_id = ${accountId} and (${person}::uuid is null or proposed_by = ${person})`,
  );
  // Also what staff wrote down for the person: at the instant of the fact that they recorded on its behalf.
  await tx.run(sql`update ticket_message m set body = ${ERASED} where m.account_id = ${accountId}
    and (${person}::uuid is null or m.author_id = ${person} or (m.author_id, m.at) in (select j.by_person, j.recorded_at from journal j
      where j.account_id = ${accountId} and j.on_behalf_of = ${person}))`);
}

/** The files that a person uploaded to an account, or with `undefined` all of it; their bytes go once nobody else has them. */
export async function eraseFiles(tx: Tx, accountId: string, personId: string | undefined): Promise<void> {
  const person = personId ?? null;
  await tx.run(sql`delete from journal_file jf using file f where jf.account_id = ${accountId} and f.account_id = jf.account_id
    and f.id = jf.file_id and (${person}::uuid is null or f.uploaded_by = ${person})`);
  await tx.run(sql`delete from ticket_message_file mf using file f where mf.account_id = ${accountId} and f.account_id = mf.account_id
    and f.id = mf.file_id and (${person}::uuid is null or f.uploaded_by = ${person})`);
  const gone = await tx.rows<{ hash: string }>(
    sql`delete from file where account_id = ${accountId} and (${person}::uuid is null or uploaded_by = ${person}) returning hash`,
  );
  const hashes = [...new Set(gone.map(({ hash }) => hash))];
  if (hashes.length > 0) await tx.run(sql`select enqueue_job('forget-content', ${JSON.stringify({ hashes })}::jsonb)`);
}
