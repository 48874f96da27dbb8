/**
 * The map of a log: which column holds what, how times are written, and which words of the log mean which fact.
 * `rows: snapshots` is a log in which each row is the incident's state after an update; facts come from what changed
 * between two rows and from columns that hold the instant of a fact. In `rows: facts` each row is one fact: of the incident
 * itself, or by its full name ("incident-report.delivered") of something that is about it. `until` is the instant at which the
 * log was taken, where that is later than its last row: clocks that still run are judged then.
 */
import { z } from 'zod';

/** The version of the map's form; a file names the one that it was written for. */
const MAP_VERSION = 1;

const text = z.string({ error: 'expected a text' }).trim().min(1, { error: 'expected a text, and found an empty one' });
const texts = z.union([text, z.array(text)], { error: 'expected a text or a list of texts' });
const list = texts.transform((input) => (typeof input === 'string' ? [input] : input));

const severity = z.strictObject({
  column: text,
  values: z.record(text, z.int({ error: 'expected the number of a severity' }).min(1).max(99)),
});
const level = z.strictObject({ column: text, values: z.record(text, text).optional() });
const time = z.strictObject({ format: text, zone: text.optional() });

const common = {
  'tamarack-map': z.literal(MAP_VERSION, { error: `expected ${MAP_VERSION}, the version of the map` }),
  log: z.enum(['csv', 'jsonl']),
  delimiter: z.string().min(1).max(1, { error: 'expected one character' }).optional(),
  order: z.enum(['incident', 'time']),
  until: z.iso.datetime({ offset: true, error: 'expected an instant such as 2026-06-01T08:00:00Z' }).optional(),
  'settled-after-days': z.int().min(0).max(3650).optional(),
  subject: z.enum(['incident', 'service-request']).default('incident'),
  incident: text,
  at: text,
  time,
  empty: z.array(z.string()).default([]),
  group: text.optional(),
  severity: severity.optional(),
  level: level.optional(),
};

/** Each form of a map on its own, so that a mistake is explained by the form that was meant. */
export const MAP_FORMS = {
  snapshots: z.strictObject({
    ...common,
    rows: z.literal('snapshots'),
    states: z.strictObject({ column: text, means: z.record(text, list) }),
    dated: z.record(text, text).default({}),
    changed: z.record(text, list).default({}),
    updates: z.record(text, list).default({}),
  }),
  facts: z.strictObject({
    ...common,
    rows: z.literal('facts'),
    fact: z.strictObject({ column: text, values: z.record(text, list).optional() }),
    /** Names what the fact happened to, where that is something else and only about the incident. */
    'happened-to': text.optional(),
  }),
} as const;

export type SnapshotMap = z.output<typeof MAP_FORMS.snapshots>;
export type FactMap = z.output<typeof MAP_FORMS.facts>;
export type LogMap = SnapshotMap | FactMap;

/** How long an incident of a log in order of time is waited for once it is over, where the map does not say. */
export const SETTLED_AFTER_DAYS = 30;

/** Columns that the map reads, each with the path at which the map names it. */
export function columnsOf(map: LogMap): readonly { readonly column: string; readonly path: readonly string[] }[] {
  const found = [
    { column: map.incident, path: ['incident'] },
    { column: map.at, path: ['at'] },
  ];
  if (map.group !== undefined) found.push({ column: map.group, path: ['group'] });
  if (map.severity) found.push({ column: map.severity.column, path: ['severity', 'column'] });
  if (map.level) found.push({ column: map.level.column, path: ['level', 'column'] });
  if (map.rows === 'facts') {
    const about = map['happened-to'];
    if (about !== undefined) found.push({ column: about, path: ['happened-to'] });
    return [...found, { column: map.fact.column, path: ['fact', 'column'] }];
  }
  found.push({ column: map.states.column, path: ['states', 'column'] });
  for (const [fact, column] of Object.entries(map.dated)) found.push({ column, path: ['dated', fact] });
  for (const [fact, columns] of Object.entries(map.changed)) {
    for (const column of columns) found.push({ column, path: ['changed', fact] });
  }
  return found;
}
