/** How PostgreSQL's types come back: instants as RFC 3339 in UTC, dates as they are, 64-bit numbers as numbers. */
import pg from 'pg';

const { builtins } = pg.types;

/** "2026-11-21 13:38:06.5+00" → "2026-11-21T13:38:06.5Z"; the session's zone is always UTC. */
function instantText(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
}

function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is beyond the integers that are exact.`);
  return number;
}

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, instantText],
  [builtins.DATE, (text) => text],
  [builtins.INT8, safeInteger],
  [builtins.NUMERIC, Number],
]);

/** Given to every pool. */
export const typesOfRows: pg.CustomTypesConfig = {
  getTypeParser: (oid, format): unknown => parsers.get(oid) ?? pg.types.getTypeParser(oid, format),
};
