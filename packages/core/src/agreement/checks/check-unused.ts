/** Declared things that nothing uses: usually a misspelling or a leftover. */
import { subjectNameOf } from '../../facts/vocabulary.ts';
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';
import { referencesOf } from './references.ts';

/** Calendars, parameters, ladders and activities that no clause mentions. */
export function checkUnused(description: Description): Finding[] {
  const used = new Set(referencesOf(description).map(({ thing, name }) => `${thing} ${name}`));
  for (const calendar of Object.values(description.calendars)) {
    if ('union' in calendar)
      for (const part of calendar.union) if (typeof part === 'string') used.add(`calendar ${part}`);
  }
  const spoken = factsSpokenOf(description);
  const findings: Finding[] = [];
  const look = (thing: string, section: string, names: Iterable<string>, isUsed: (name: string) => boolean) => {
    for (const name of names) {
      if (!isUsed(name))
        findings.push({
          code: 'declared.unused',
          path: [section, name],
          at: 'key',
          sentence: `nothing uses the ${thing} "${name}"`,
        });
    }
  };
  // A contract that fills in a calendar chooses among all that are declared.
  const chosen = Object.entries(description.parameters ?? {}).some(
    ([name, { is }]) => is === 'calendar' && used.has(`parameter ${name}`),
  );
  look('calendar', 'calendars', Object.keys(description.calendars), (name) => chosen || used.has(`calendar ${name}`));
  look(
    'parameter',
    'parameters',
    Object.entries(description.parameters ?? {})
      .filter(([, parameter]) => parameter.is !== 'text')
      .map(([name]) => name),
    (name) => used.has(`parameter ${name}`),
  );
  look('activity', 'activities', Object.keys(description.activities ?? {}), (name) => spoken.has(name));
  return findings;
}

/** The subjects of all facts and states that promises, channels and roles mention. */
function factsSpokenOf(description: Description): Set<string> {
  const spoken = new Set<string>();
  const walk = (value: unknown) => {
    if (typeof value === 'string') {
      if (/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(value)) spoken.add(subjectNameOf(value));
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk([description.promises, description.channels, description.roles]);
  return spoken;
}
