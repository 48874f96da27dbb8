/** What was found, as figures beside their aims. */
import { type Figure, figure, ratios } from '../measure/figure.ts';
import { ASKS } from './asks.ts';
import { type Found, MANY_CLIENTS, SHOWN } from './serve-and-ask.ts';

export function figuresOf(size: number, found: Found): Figure[] {
  const { answers, bare, commits, createdByMany, serverMemory, databaseMemory } = found;
  const at = `${size.toLocaleString('en')} tickets`;
  const perSecond = (name: (typeof ASKS)[number]) => answers[name].map((answered) => answered.perSecond);
  return [
    ...ASKS.flatMap((name) => [
      figure(`${name}, ${at}`, 'replies/s', perSecond(name)),
      ...(['p50', 'p95', 'p99'] as const).map((part) =>
        figure(
          `${name}, ${at}: ${part}`,
          'ms',
          answers[name].map((answered) => answered[part]),
        ),
      ),
    ]),
    figure(`create by ${MANY_CLIENTS} clients at once, ${at}`, 'replies/s', createdByMany),
    figure(`single-row commits, ${at}`, 'commits/s', commits),
    figure(`create to commits, ${at}`, '×', ratios(perSecond('create'), commits), { atLeast: 0.08 }),
    ...SHOWN.flatMap((name) => [
      figure(`${name}: a bare route of the same bytes, ${at}`, 'replies/s', bare[name]),
      figure(`${name} to the bare route, ${at}`, '×', ratios(perSecond(name), bare[name]), { atLeast: 0.15 }),
    ]),
    figure(`memory of the server, ${at}`, 'MB', [serverMemory]),
    figure(`memory of the database, ${at}`, 'MB', [databaseMemory]),
  ];
}

/** A customer's list is left out: among a thousand tickets each customer has one. */
const GROWING = ['list', 'show', 'search'] as const;

/** How much longer an answer takes among most tickets than among fewest. */
export function growthOf(sizes: readonly number[], found: readonly Found[]): Figure[] {
  const [few, many] = [found.at(0), found.at(-1)];
  if (!few || !many || few === many) return [];
  const [least, most] = [sizes.at(0), sizes.at(-1)].map((size) => size?.toLocaleString('en'));
  return GROWING.map((name) => {
    const times = ratios(
      many.answers[name].map(({ p50 }) => p50),
      few.answers[name].map(({ p50 }) => p50),
    );
    return figure(`${name}: time (p50) among ${most} tickets to that among ${least}`, '×', times, { atMost: 1.5 });
  });
}
