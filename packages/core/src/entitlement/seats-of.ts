/** How many people of a role a customer can name, reckoned so that everybody can follow it (AC4). */
import { belongsTo } from '../agreement/level-chain.ts';
import { groupedDigits, sentence } from '../agreement/in-words/wording.ts';
import type { Description } from '../agreement/grammar/description.ts';
import type { Terms } from '../deadline/terms.ts';

type SeatsClause = NonNullable<Description['seats']>[string];

/** What is counted at the customer's: `counts` by unit as the description writes it ("hosts"), `taken` by role. */
export type Counted = {
  readonly counts: Readonly<Record<string, number>>;
  readonly taken: Readonly<Record<string, number>>;
};

export type Seats = {
  /** Name of the clause. */
  readonly name: string;
  readonly role: string;
  readonly says: string;
  readonly each: number;
  /** Present where seats go by size: how many units make a step, and what they are. */
  readonly perStarted?: number;
  readonly unit?: string;
  /** How many units there are, and how many steps they start; absent where nobody counted them. */
  readonly units?: number;
  readonly started?: number;
  readonly atMost?: number;
  /** Undefined where the number of units is not known. */
  readonly allowed: number | undefined;
  readonly taken: number;
  /** How many more can be named; 0 where more are taken than allowed, or nobody can tell. */
  readonly free: number;
  /** The arithmetic as a sentence. */
  readonly sentence: string;
};

/** The seats of a contract's level, a row for each clause. */
export function seatsOf({ description, level }: Terms, counted: Counted): Seats[] {
  return Object.entries(description.seats ?? {})
    .filter(([, clause]) => belongsTo(description.levels, clause.levels, level))
    .map(([name, clause]) => seatsBy(name, clause, counted));
}

function seatsBy(name: string, clause: SeatsClause, counted: Counted): Seats {
  const { role, says, each, 'per-started': perStarted, 'at-most': atMost } = clause;
  const { unit = 'units' } = clause;
  const units = perStarted === undefined ? undefined : countOf(counted.counts, unit);
  const started = perStarted === undefined || units === undefined ? undefined : Math.ceil(units / perStarted);
  const product = perStarted === undefined ? each : started === undefined ? undefined : each * started;
  const allowed = product === undefined ? undefined : Math.min(product, atMost ?? product);
  const taken = countOf(counted.taken, role) ?? 0;
  return {
    name,
    role,
    says,
    each,
    ...(perStarted === undefined ? {} : { perStarted, unit }),
    ...(units === undefined || started === undefined ? {} : { units, started }),
    ...(atMost === undefined ? {} : { atMost }),
    allowed,
    taken,
    free: Math.max(0, (allowed ?? 0) - taken),
    sentence: sentence(`${arithmetic(clause, unit, units, started, product)}${cap(atMost, product)}`),
  };
}

/** "2 for each started 1,000 hosts: 2,400 hosts start 3, so 6". */
function arithmetic(
  { each, 'per-started': step }: SeatsClause,
  unit: string,
  units: number | undefined,
  started: number | undefined,
  product: number | undefined,
): string {
  if (step === undefined) return `${each}, whatever the size`;
  const rule = `${each} for each started ${groupedDigits(step)} ${unit}`;
  if (units === undefined || started === undefined || product === undefined)
    return `${rule}: the number of ${unit} is not known`;
  return `${rule}: ${groupedDigits(units)} ${unit} start ${started === 0 ? 'none' : groupedDigits(started)}, so ${groupedDigits(product)}`;
}

function cap(atMost: number | undefined, product: number | undefined): string {
  if (atMost === undefined) return '';
  return `; never more than ${groupedDigits(atMost)}${product !== undefined && product > atMost ? `, so ${groupedDigits(atMost)}` : ''}`;
}

/** A count from 0; anything else is none. */
function countOf(counts: Readonly<Record<string, number>>, name: string): number | undefined {
  const count = Object.hasOwn(counts, name) ? counts[name] : undefined;
  return count !== undefined && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
