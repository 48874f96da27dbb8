/** Reads of an export: what of the account the actor may see, a few hundred rows at a time. */
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { Kind } from './kinds.ts';

const BATCH = 500;

type Row = Readonly<Record<string, unknown>>;

/** Whether the account is the actor's to see: row-level security answers. */
export async function isSeen(tx: Tx, accountId: string): Promise<boolean> {
  return (await tx.first(sql`select from account where account_id = ${accountId}`)) !== undefined;
}

/** All rows of a kind, in an order that stays. One kind at a time: the cursor of a transaction has one name. */
export async function* rowsOfKind(tx: Tx, kind: Kind, accountId: string): AsyncGenerator<readonly Row[]> {
  await tx.run(sql`declare export_rows no scroll cursor for ${selections[kind](accountId)}`);
  for (;;) {
    const rows = await tx.rows<Row>(sql`fetch 500 from export_rows`);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) break;
  }
  await tx.run(sql`close export_rows`);
}

/**
 * The ledger repeats the title of what it is about, and that may stand in an internal fact. Row-level security leaves only the
 * facts that the actor may see, so that a title is shown only if one of them has it, or it is no more than the kind.
 */
const subjectMayBeSeen = sql`((select scope_is_provider()) or o.subject_id in (o.terms_id, o.contract_id)
  or exists (select from journal j where j.account_id = o.account_id and j.subject_id = o.subject_id
    and (j.title = o.subject or replace(split_part(j.fact, '.', 1), '-', ' ') = lower(o.subject))))`;

const selections: Readonly<Record<Kind, (accountId: string) => Sql>> = {
  account: (accountId) => sql`select account_id as id, reference, name, segment,
    case when scope_is_provider() then annual_recurring_revenue end as "annualRecurringRevenue",
    currency, hosts, industry, zone, country, created_at as "createdAt", closed_at as "closedAt" from account where account_id = ${accountId}`,
  // Row-level security decides which of them the actor sees: of other customers' people nobody's.
  people: (accountId) => sql`
    with role as (
      select person_id, role, since from membership where account_id = ${accountId}
      union all select person_id, role, since from account_team where account_id = ${accountId}
    ), concerned as (
      select person_id from role union select by_person from journal where account_id = ${accountId} and by_person is not null
      union select person_id from role_assignment where account_id = ${accountId}
    )
    select p.id, p.name, case when r.role is not null or p.side = 'customer' or scope_is_provider() then p.email else '' end as email, p.zone, p.side, r.role, r.since from concerned c join person p on p.id = c.person_id
      left join role r on r.person_id = p.id order by p.side, p.name, p.id, r.role`,
  contracts: (
    accountId,
  ) => sql`select id, reference, name, extends_id as "extendsId", starts_at as "startsAt", ends_at as "endsAt", renewal,
    renewal_months as "renewalMonths", notice_days as "noticeDays", signed_for_customer_by as "signedForCustomerBy",
    signed_at as "signedAt", created_by as "createdBy", created_at as "createdAt", ending_at as "endingRecordedAt",
    ending_by as "endingRecordedBy", ending_note as "endingNote", ended_at as "endedAt" from contract
    where account_id = ${accountId} order by starts_at, id`,
  'contract-terms': (
    accountId,
  ) => sql`select t.id, t.contract_id as "contractId", t.number, t.version_id as "versionId",
    concat(d.reference, ' ', v.version) as description, t.level, t.state, t.parameters, t.deviations, t.calendars, t.from_at as "fromAt",
    t.until_at as "untilAt", t.verdict, t.note, t.proposed_by as "proposedBy", t.proposed_at as "proposedAt",
    t.decided_by as "decidedBy", t.decided_at as "decidedAt", t.decision_note as "decisionNote"
    from contract_terms t join description_version v on v.id = t.version_id join description d on d.id = v.description_id
    where t.account_id = ${accountId} order by t.contract_id, t.number`,
  'contract-roles': (
    accountId,
  ) => sql`select contract_id as "contractId", side, role, person_id as "personId", since from role_assignment
    where account_id = ${accountId} order by contract_id, side, role, person_id`,
  // The reasons are the provider's own.
  exceptions: (accountId) => sql`select e.id, d.reference as description, e.exception, e.role, e.grants,
    case when scope_is_provider() then e.note end as note, e.decided_by as "decidedBy", e.decided_at as "decidedAt"
    from eligibility_decision e join description d on d.id = e.description_id where e.account_id = ${accountId} order by e.decided_at, e.id`,
  licences: (
    accountId,
  ) => sql`select l.id, l.reference, p.name as product, l.quantity, l.valid_from as "validFrom", l.valid_until as "validUntil",
    l.revoked_at as "revokedAt", l.note from licence l join product p on p.id = l.product_id where l.account_id = ${accountId} order by l.id`,
  journal: (
    accountId,
  ) => sql`select j.id, j.position, j.fact, j.subject_id as "subjectId", j.about_id as "aboutId", j.contract_id as "contractId",
    j.at, j.recorded_at as "recordedAt", j.by_person as "byPerson", j.by_side as "bySide", j.on_behalf_of as "onBehalfOf", j.via, j.audience,
    j.data, j.title, j.note, encode(j.note_salt, 'hex') as "noteSalt", encode(j.note_digest, 'hex') as "noteDigest",
    s.seal_number as seal, s.place as "placeInSeal"
    from journal j left join sealed s on s.account_id = j.account_id and s.journal_id = j.id where j.account_id = ${accountId} order by j.position`,
  obligations: (
    accountId,
  ) => sql`select id, contract_id as "contractId", terms_id as "termsId", promise, form, title, side, role,
    subject_id as "subjectId",
    case when ${subjectMayBeSeen} then subject else '' end as subject, cycle, turn, state, opened_at as "openedAt", due_at as "dueAt", warned_at as "warnedAt",
    met_at as "metAt", breached_at as "breachedAt", ended_at as "endedAt", waived_at as "waivedAt", because, severity, counted, least, most,
    unit, evidence_id as "evidenceId" from obligation o where account_id = ${accountId} order by opened_at, id`,
  // Queues, and who of the staff follows, are the provider's own.
  tickets: (
    accountId,
  ) => sql`select t.id, t.reference, t.kind, t.contract_id as "contractId", p.name as product, t.subject, t.requester_id as requester,
    t.assignee_id as assignee, case when scope_is_provider() then t.queue end as queue, t.channel, t.state, t.severity, t.side, t.received_at as "receivedAt", t.acknowledged_at as "acknowledgedAt",
    t.ended_at as "endedAt", t.ended_because as "endedBecause", t.merged_into as "mergedInto",
    array(select f.person_id from ticket_follower f join person w on w.id = f.person_id where f.account_id = t.account_id and f.ticket_id = t.id
      and (w.side = 'customer' or scope_is_provider()) order by 1) as followers
    from ticket t left join product p on p.id = t.product_id where t.account_id = ${accountId} order by t.received_at, t.id`,
  'ticket-messages': (
    accountId,
  ) => sql`select m.id, m.ticket_id as "ticketId", m.author_id as author, m.author_side as "authorSide", m.audience, m.body, m.at, m.via,
    m.moved_to as "movedTo",
    array(select file_id from ticket_message_file f where f.account_id = m.account_id and f.message_id = m.id order by 1) as files
    from ticket_message m where m.account_id = ${accountId} order by m.ticket_id, m.at, m.id`,
  'ticket-relations': (
    accountId,
  ) => sql`select ticket_id as "ticketId", says, other_id as "otherId" from ticket_relation
    where account_id = ${accountId} order by ticket_id, other_id`,
  waivers: (
    accountId,
  ) => sql`select id, obligation_id as "obligationId", reason, requested_by as "requestedBy", requested_at as "requestedAt",
    state, decided_by as "decidedBy", decided_at as "decidedAt", decision_note as "decisionNote" from waiver
    where account_id = ${accountId} order by requested_at, id`,
  seals: (accountId) => sql`select number, facts, first_position as "firstPosition", last_position as "lastPosition",
    encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash, sealed_at as "sealedAt" from seal
    where account_id = ${accountId} order by number`,
  files: (
    accountId,
  ) => sql`select f.id, f.name, f.media_type as "mediaType", f.size, f.hash as sha256, f.uploaded_by as "uploadedBy",
    f.uploaded_at as "uploadedAt", array(select jf.journal_id from journal_file jf join journal j on j.account_id = jf.account_id and j.id = jf.journal_id
      where jf.account_id = f.account_id and jf.file_id = f.id order by 1) as facts
    from file f where f.account_id = ${accountId} order by f.uploaded_at, f.id`,
};

export type AgreedVersion = {
  readonly versionId: string;
  readonly reference: string;
  readonly version: string;
  readonly source: string;
  /** Levels that were agreed of it. */
  readonly levels: readonly string[];
};

/** The published versions of descriptions that contracts of the account agreed. */
export function agreedVersions(tx: Tx, accountId: string): Promise<AgreedVersion[]> {
  return tx.rows<AgreedVersion>(sql`select v.id as "versionId", d.reference, v.version, v.source, array_agg(distinct t.level order by t.level) as levels
    from contract_terms t join description_version v on v.id = t.version_id join description d on d.id = v.description_id
    where t.account_id = ${accountId} and v.state = 'published' group by v.id, d.reference, v.version order by d.reference, v.version, v.id`);
}
