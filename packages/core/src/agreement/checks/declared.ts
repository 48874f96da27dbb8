/** Every name that a description declares, by what it stands for; taken from the text itself, so that a clause with an error still counts as declared. */
import { valueAt } from '../value-at.ts';

export const NAMED_THINGS = {
  calendar: ['calendars'],
  parameter: ['parameters'],
  level: ['levels'],
  channel: ['channels'],
  'provider role': ['roles', 'provider'],
  'customer role': ['roles', 'customer'],
  'escalation ladder': ['escalations'],
  activity: ['activities'],
  seat: ['seats'],
  promise: ['promises'],
  severity: ['severities', 'list'],
} as const;

export type NamedThing = keyof typeof NAMED_THINGS;
export type Declared = ReadonlyMap<NamedThing, ReadonlySet<string>>;

/** The declared names of a file. */
export function declaredNames(root: unknown): Declared {
  const declared = new Map<NamedThing, ReadonlySet<string>>();
  for (const [thing, path] of Object.entries(NAMED_THINGS)) {
    const section = valueAt(root, path);
    const names = typeof section === 'object' && section !== null ? Object.keys(section) : [];
    if (isNamedThing(thing)) declared.set(thing, new Set(names));
  }
  return declared;
}

function isNamedThing(text: string): text is NamedThing {
  return Object.hasOwn(NAMED_THINGS, text);
}
