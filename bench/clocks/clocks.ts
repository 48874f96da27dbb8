import { clocksOf, explainClock, type Follower, followersOf, type Term, type Terms } from '@tamarack/core';
import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure, ratios } from '../measure/figure.ts';
import { interleave } from '../measure/interleave.ts';
import { seeded } from '../measure/random.ts';
import { timed } from '../measure/timed.ts';
import { type Incident, incidents } from './incident-facts.ts';
import { incidentPromises, serviceTerms } from './service-terms.ts';

/** Clocks of core alone, without a log to read: how fast facts go through, and what one incident costs to recompute. */
export async function run({ quick, rounds }: Effort): Promise<BenchResult> {
  const terms = await serviceTerms('services/almacare.yaml', 'enhanced');
  const promises = incidentPromises(terms);
  const follow = followersOf(terms, promises, 'incident');
  const many = incidents(seeded(7), quick ? 2000 : 20_000);
  const few = many.slice(0, many.length / 10);
  const facts = many.reduce((sum, incident) => sum + incident.facts.length, 0);
  const perIncident = (work: (incident: Incident) => void) => () =>
    (1000 * timed(() => few.forEach(work))) / few.length;

  const samples = await interleave(
    {
      rate: () => (1000 * facts) / timed(() => many.forEach((incident) => followAll(follow, incident))),
      recompute: perIncident((incident) => recompute(terms, promises, incident)),
      explain: perIncident((incident) => recompute(terms, promises, incident).forEach((explain) => explain())),
    },
    rounds,
  );
  return {
    title: `Clocks: ${facts.toLocaleString('en')} facts of ${many.length.toLocaleString('en')} incidents, ${promises.length} promises each`,
    figures: [
      figure('facts through all followers, with their clocks at the end', 'facts/s', samples.rate, {
        atLeast: 200_000,
      }),
      figure('all clocks of one incident from its facts', 'µs', samples.recompute),
      figure('the same with each clock explained', 'µs', samples.explain),
      figure('explained to unexplained', '×', ratios(samples.explain, samples.recompute)),
    ],
    notes: ['AlmaCare at its level Enhanced: first responses, reports, answers, steps of reproduction and of access.'],
  };
}

/** As a replay does: one life of the incident for all its promises, fact by fact; and the clocks once, at the end. */
function followAll(follow: (subject: string) => Follower, { subject, facts }: Incident): number {
  const follower = follow(subject);
  for (const fact of facts) follower.take(fact);
  return follower.clocksAt(facts.at(-1)?.at ?? 0).length;
}

/** As an incident's page does: all clocks from all facts; each can then be explained. */
function recompute(terms: Terms, promises: readonly Term[], { facts }: Incident): (() => unknown)[] {
  const now = facts.at(-1)?.at ?? 0;
  return promises.flatMap((term) => clocksOf(terms, term, facts, now)).map((clock) => () => explainClock(clock, now));
}
