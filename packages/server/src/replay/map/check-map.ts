/** A map held against what it leads to: the words of the description, and the columns of the log. */
import { nearest, type Terms } from '@tamarack/core';
import { columnsOf, type LogMap } from './log-map.ts';
import type { MapFinding } from './place-in-map.ts';

/** Facts, severities and levels of the map that the description does not know. */
export function unknownInDescription(map: LogMap, terms: Terms): MapFinding[] {
  const findings: MapFinding[] = [];
  const known = [...terms.vocabulary.facts].filter((fact) => fact.startsWith(`${map.subject}.`));
  const events = known.map((fact) => fact.slice(map.subject.length + 1));
  for (const { event, path } of eventsOf(map)) {
    if (known.includes(factName(map, event))) continue;
    const sentence = `no fact "${event}" can be recorded of ${map.subject === 'incident' ? 'an incident' : 'a service request'}`;
    findings.push({
      code: 'name.unknown-fact',
      path,
      sentence,
      expected: events.join(', '),
      suggestion: nearest(event, events),
    });
  }
  const severities = Object.keys(terms.description.severities?.list ?? {});
  for (const [word, severity] of Object.entries(map.severity?.values ?? {})) {
    if (severities.includes(String(severity))) continue;
    const expected = severities.length > 0 ? severities.join(', ') : 'no severity: the description has none';
    const sentence = `the description has no severity ${severity}`;
    findings.push({ code: 'name.unknown', path: ['severity', 'values', word], sentence, expected });
  }
  const levels = Object.keys(terms.description.levels);
  for (const [word, level] of Object.entries(map.level?.values ?? {})) {
    if (levels.includes(level)) continue;
    const sentence = `the description has no level "${level}"`;
    const suggestion = nearest(level, levels);
    findings.push({
      code: 'name.unknown',
      path: ['level', 'values', word],
      sentence,
      expected: levels.join(', '),
      suggestion,
    });
  }
  return findings;
}

/** Columns that the map names and the log does not have. */
export function missingInLog(map: LogMap, header: readonly string[]): MapFinding[] {
  return columnsOf(map)
    .filter(({ column }) => !header.includes(column))
    .map(({ column, path }) => ({
      code: 'name.unknown',
      path,
      sentence: `the log has no column "${column}"`,
      expected: header.join(', '),
      suggestion: nearest(column, header),
    }));
}

/** "resolved" → "incident.resolved"; a name that has its subject keeps it. */
export function factName(map: Pick<LogMap, 'subject'>, event: string): string {
  return event.includes('.') ? event : `${map.subject}.${event}`;
}

function eventsOf(map: LogMap): { readonly event: string; readonly path: readonly string[] }[] {
  if (map.rows === 'facts') {
    return Object.entries(map.fact.values ?? {}).flatMap(([word, events]) =>
      events.map((event) => ({ event, path: ['fact', 'values', word] })),
    );
  }
  return [
    ...Object.keys(map.dated).map((event) => ({ event, path: ['dated', event] })),
    ...Object.entries(map.states.means).flatMap(([state, events]) =>
      events.map((event) => ({ event, path: ['states', 'means', state] })),
    ),
    ...Object.keys(map.changed).map((event) => ({ event, path: ['changed', event] })),
    ...Object.keys(map.updates).map((event) => ({ event, path: ['updates', event] })),
  ];
}
