import { textIn } from '../../ui/one-of.ts';

/** What the address of the audit log holds. */
export type AuditSearch = {
  readonly account?: string | undefined;
  readonly by?: string | undefined;
  /** "incident." finds all facts of incidents. */
  readonly fact?: string | undefined;
  /** Days of the viewer's own zone; both belong to what is shown. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads it from an address that anybody may have typed. */
export function readAuditSearch({ account, by, fact, from, to }: Readonly<Record<string, unknown>>): AuditSearch {
  return {
    account: fitting(ID, account),
    by: fitting(ID, by),
    fact: textIn(fact, 120),
    from: fitting(DAY, from),
    to: fitting(DAY, to),
  };
}

function fitting(pattern: RegExp, value: unknown): string | undefined {
  const text = textIn(value);
  return text !== undefined && pattern.test(text) ? text : undefined;
}
