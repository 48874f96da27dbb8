/**
 * Parts of statements that write what the contract wants to read. What they are given is written into the statement as it is:
 * names of our own, and never anything that somebody sent.
 */
import { raw, type Sql } from 'sql-template-tag';

/** An instant as RFC 3339 in UTC, in whole seconds, so that no rounding is left to anybody. */
export function utcOf(column: string): Sql {
  return raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
}

/** Who it was, as id and name; null where nobody is joined under this alias. */
export function whoOf(alias: string): Sql {
  return raw(`case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`);
}
