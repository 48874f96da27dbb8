import { oneOf, seeded } from '../measure/random.ts';
import { type Site, SITES } from './site.ts';

/** Deadlines to compute on one site's calendar. Columns, so that no contender pays for the shape of ours. */
export type Cases = { readonly site: Site; readonly from: Float64Array; readonly seconds: Float64Array };

/** The year in which the first cases begin, and the last that a deadline reaches: peers are given these holidays. */
export const FIRST_YEAR = 2024;
export const LAST_YEAR = 2027;

const BEGIN = Date.UTC(FIRST_YEAR, 0, 1) / 60_000;
const END = Date.UTC(LAST_YEAR, 0, 1) / 60_000;

const TEN_MINUTES = 10;
const SIXTY_DAYS = 60 * 8 * 60;

/**
 * The same cases in every run: instants of three years at any hour of any day, spans from ten minutes to sixty working
 * days of eight hours. Short spans are as common as long ones (uniform in the logarithm), as promises are, and as suits
 * peers, who walk day by day. All in whole minutes: one peer counts no seconds. A smaller set is the beginning of a larger.
 */
export function caseSet(count: number): Cases[] {
  const random = seeded(20_260_229);
  const drawn = Array.from({ length: count }, () => ({
    site: oneOf<Site>(random, SITES),
    from: 60 * Math.floor(BEGIN + random() * (END - BEGIN)),
    seconds: 60 * Math.round(TEN_MINUTES * (SIXTY_DAYS / TEN_MINUTES) ** random()),
  }));
  return SITES.map((site) =>
    columns(
      site,
      drawn.filter((one) => one.site === site),
    ),
  );
}

/** Cases of one span, on one site, beginning in one year. */
export function casesOfSpan(site: Site, seconds: number, count: number): Cases {
  const random = seeded(seconds);
  const year = 366 * 1440;
  return columns(
    site,
    Array.from({ length: count }, () => ({ from: 60 * Math.floor(BEGIN + random() * year), seconds })),
  );
}

/** How many cases there are. */
export function countCases(groups: readonly Cases[]): number {
  return groups.reduce((sum, { from }) => sum + from.length, 0);
}

function columns(site: Site, drawn: readonly { readonly from: number; readonly seconds: number }[]): Cases {
  return {
    site,
    from: Float64Array.from(drawn, ({ from }) => from),
    seconds: Float64Array.from(drawn, ({ seconds }) => seconds),
  };
}
