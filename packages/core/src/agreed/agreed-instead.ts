/** What a contract agreed in the place of what its description says, in words: why a target is not the one of the clause. */
import type { Description } from '../agreement/grammar/description.ts';
import { durationInWords, type Duration } from '../agreement/words/duration.ts';
import { timesInWords, type Times } from '../agreement/words/times.ts';
import { sentence } from '../agreement/in-words/wording.ts';
import { listInWords } from '../calendar/describe-hours.ts';
import { localDay, zoneTable } from '../calendar/zone-table.ts';
import type { Settled, Term } from '../deadline/terms.ts';
import { dayYearText } from '../explanation/local-time.ts';

/** A promise as one contract has it. */
export type AgreedTerm = {
  readonly term: Term;
  readonly level: string;
  /** Since when it is agreed, in epoch seconds; left out where that is not known. */
  readonly from?: number;
};

/** "Since Thu 1 Jan 2026 the contract agrees 15 minutes instead of the description's 30 minutes."; undefined where it agrees nothing. */
export function agreedInstead(
  { term, from }: Pick<AgreedTerm, 'term' | 'from'>,
  { level, severity }: { readonly level: string; readonly severity?: number | undefined },
  zone: string,
): string | undefined {
  const instead = insteadOf(term, level, severity, "the description's ");
  return instead && sentence(`${contractSince(from, zone)} agrees ${instead}`);
}

/** The same for all severities of the contract's level, to stand beside the clause. */
export function agreedBesideClause(
  { term, level, from }: AgreedTerm,
  { severities }: Pick<Description, 'severities'>,
  zone: string,
): string | undefined {
  const anyway = insteadOf(term, level, undefined, '');
  const rows = Object.keys(severities?.list ?? {}).map((severity) => ({
    severity,
    instead: insteadOf(term, level, Number(severity), ''),
  }));
  const agreed = rows.flatMap(({ severity, instead }) => (instead ? [`${instead} at severity ${severity}`] : []));
  const isUniform = new Set(rows.map(({ instead }) => instead)).size === 1;
  const said = anyway !== undefined && isUniform ? [anyway] : agreed;
  return said.length === 0 ? undefined : sentence(`${contractSince(from, zone)} agrees ${listInWords(said)}`);
}

function insteadOf(term: Term, level: string, severity: number | undefined, of: string): string | undefined {
  const settled: Settled<Duration | Times> =
    term.clause.form === 'count' ? term.times(level, severity) : term.duration(level, severity);
  if (settled.is !== 'value' || !settled.instead) return undefined;
  const [agreed, described] = [valueInWords(settled.value), settledInWords(settled.instead, of)];
  return agreed === settledInWords(settled.instead, '') ? undefined : `${agreed} instead of ${described}`;
}

function settledInWords(settled: Settled<Duration | Times>, of: string): string {
  if (settled.is === 'value') return `${of}${valueInWords(settled.value)}`;
  return settled.is === 'none' ? 'no target' : 'on request alone';
}

function valueInWords(value: Duration | Times): string {
  return 'counts' in value ? durationInWords(value) : timesInWords(value);
}

function contractSince(from: number | undefined, zone: string): string {
  const table = zoneTable(zone) ?? zoneTable('UTC');
  return from === undefined || !table ? 'the contract' : `since ${dayYearText(localDay(table, from))} the contract`;
}
