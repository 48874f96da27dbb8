/** How a clock is looked at: of which promise, from which zone, at which instant. */
import { zoneTable, type ZoneTable } from '../calendar/zone-table.ts';
import type { Description } from '../agreement/grammar/description.ts';
import type { PromiseClause } from '../agreement/grammar/promise.ts';
import type { AgreedTerm } from '../agreed/agreed-instead.ts';
import type { Clock } from '../deadline/clock.ts';
import type { Term } from '../deadline/terms.ts';

/** What words and pictures need beside the clock itself. */
export type View = {
  readonly promise: PromiseClause;
  /** As the contract has it: a target that it agreed instead of the description's is explained by that. */
  readonly agreed?: AgreedTerm;
  /** Whose activities have names of their own. */
  readonly description: Pick<Description, 'activities'>;
  /** An IANA zone: times are those that its wall clocks show. `zoneOfClock` gives the clock's own. */
  readonly zone: string;
  /** Epoch seconds. */
  readonly now: number;
};

/** The zone in which a clock counts: that of its present target, or else that of the promise's hours. */
export function zoneOfClock(clock: Clock | undefined, term: Term): string {
  return (clock?.targets.at(-1)?.calendar.zone ?? term.calendars?.hours.zone)?.zone ?? 'UTC';
}

/** The table of a view's zone. */
export function tableOf({ zone }: Pick<View, 'zone'>): ZoneTable {
  const table = zoneTable(zone) ?? zoneTable('UTC');
  if (!table) throw new Error('Temporal knows no UTC.');
  return table;
}
