/** Reads of descriptions and their versions, straight to the shapes of the contract. */
import sql, { raw } from 'sql-template-tag';
import type { FrozenHolidays } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { utcOf } from '../platform/database/written-shapes.ts';

type DescriptionList = Gives<'GET /descriptions'>['rows'];
type DescriptionDetail = Gives<'GET /descriptions/:descriptionId'>;
type VersionRow = DescriptionDetail['versions'][number];
export type StoredVersion = VersionRow & {
  readonly descriptionId: string;
  readonly reference: string;
  readonly source: string;
  readonly holidays: FrozenHolidays | null;
  readonly version: number;
};

/** Terms that hold now, or will: a move that was agreed for later counts for the version moved to. */
const ON_VERSION = raw(`select count(distinct (t.account_id, t.contract_id))::int from contract_terms t
  join contract c on c.account_id = t.account_id and c.id = t.contract_id
  where t.state = 'agreed' and t.until_at is null and c.ended_at is null and t.version_id`);

const PERSON = (alias: string) =>
  raw(`case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`);

const VERSION = sql`v.id, v.number, v.title, v.version as "documentVersion", v.state, v.owner, v.approver,
  v.change_note as "changeNote", v.created_at as "createdAt", v.submitted_at as "submittedAt", v.decided_at as "decidedAt",
  v.decision_note as "decisionNote", ${PERSON('made')} as "createdBy", ${PERSON('gave')} as "submittedBy",
  ${PERSON('said')} as "decidedBy", (${ON_VERSION} = v.id) as contracts`;
const PEOPLE = raw(`left join person made on made.id = v.created_by left join person gave on gave.id = v.submitted_by
  left join person said on said.id = v.decided_by`);

export function descriptionList(tx: Tx): Promise<DescriptionList> {
  return tx.rows<DescriptionList[number]>(sql`
    select d.id, d.reference, coalesce(p.title, w.title, '') as title,
      case when p.id is not null then jsonb_build_object('id', p.id, 'documentVersion', p.version, 'decidedAt', ${utcOf('p.decided_at')}) end as published,
      case when w.id is not null then jsonb_build_object('id', w.id, 'documentVersion', w.version, 'state', w.state) end as "inWork",
      coalesce(w.approver, p.approver, '') as approver,
      (select count(*)::int from description_version v where v.description_id = d.id) as versions,
      (${ON_VERSION} in (select v.id from description_version v where v.description_id = d.id)) as contracts
    from description d
      left join lateral (select * from description_version v where v.description_id = d.id and v.state = 'published' order by number desc limit 1) p on true
      left join lateral (select * from description_version v where v.description_id = d.id and v.state in ('draft', 'in-review')) w on true
    where exists (select from description_version v where v.description_id = d.id)
    order by d.reference`);
}

/** A description with its versions, the newest first. */
export async function descriptionById(tx: Tx, descriptionId: string): Promise<DescriptionDetail | undefined> {
  const found = await tx.first<{ id: string; reference: string; createdAt: string }>(
    sql`select id, reference, created_at as "createdAt" from description where id = ${descriptionId}`,
  );
  if (!found) return undefined;
  const versions = await tx.rows<VersionRow>(
    sql`select ${VERSION} from description_version v ${PEOPLE} where v.description_id = ${descriptionId} order by v.number desc`,
  );
  return { ...found, title: versions[0]?.title ?? found.reference, versions };
}

export function versionById(tx: Tx, descriptionId: string, versionId: string): Promise<StoredVersion | undefined> {
  return tx.first<StoredVersion>(
    sql`select ${VERSION}, d.id as "descriptionId", d.reference, v.source, v.holidays, v.edition as version
      from description_version v join description d on d.id = v.description_id ${PEOPLE}
      where v.description_id = ${descriptionId} and v.id = ${versionId}`,
  );
}

/** The version with which a version is compared: the last published one before it. */
export async function versionBefore(
  tx: Tx,
  { descriptionId, number }: Pick<StoredVersion, 'descriptionId' | 'number'>,
): Promise<string | undefined> {
  const row = await tx.first<{ id: string }>(sql`select id from description_version
    where description_id = ${descriptionId} and number < ${number} and state = 'published' order by number desc limit 1`);
  return row?.id;
}

/** Whether a published version of the description bears this version in its document control. */
export async function isVersionTaken(tx: Tx, descriptionId: string, documentVersion: string): Promise<boolean> {
  const row = await tx.first(sql`select from description_version
    where description_id = ${descriptionId} and version = ${documentVersion} and state = 'published'`);
  return row !== undefined;
}

/** Ids of all published versions, the newest of each description first. */
export function publishedIds(
  tx: Tx,
): Promise<{ id: string; descriptionId: string; reference: string; isNewest: boolean }[]> {
  return tx.rows(sql`select v.id, d.id as "descriptionId", d.reference,
      row_number() over (partition by d.id order by v.number desc) = 1 as "isNewest"
    from description_version v join description d on d.id = v.description_id
    where v.state = 'published' order by d.reference, v.number desc`);
}

/** Active staff in any of these roles. */
export function staffInRoles(tx: Tx, roles: readonly string[]): Promise<{ id: string; name: string }[]> {
  return tx.rows(sql`select p.id, p.name from person p where p.side = 'provider' and p.deactivated_at is null
    and exists (select from staff_role r where r.person_id = p.id and r.role = any(${roles}::text[])) order by p.name`);
}
