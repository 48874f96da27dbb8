/** What a clause is called in a comparison, and what a key of it. */
import type { Description } from '../grammar/description.ts';
import { capital, spaced } from '../in-words/wording.ts';
import { isMapping } from './same-value.ts';

/** Sections whose clauses have names, by the path under which these stand. */
const NAMED: Readonly<Record<string, string>> = {
  terms: 'Definition',
  calendars: 'Calendar',
  parameters: 'Parameter',
  levels: 'Level',
  'eligibility.rules': 'Eligibility',
  'eligibility.exceptions': 'Exception to eligibility',
  'scope.covered': 'Covered',
  'scope.excluded': 'Not covered',
  'scope.grounds': 'Ground for declining',
  'scope.needs': 'Need',
  channels: 'Channel',
  'severities.list': 'Severity',
  'roles.provider': 'Role of the provider',
  'roles.customer': 'Role of the customer',
  seats: 'Seats',
  responsibilities: 'Responsibility',
  escalations: 'Escalation',
  cover: 'Cover',
  onboarding: 'Onboarding',
  'changes.types': 'Type of change',
  requests: 'Request',
  objectives: 'Objective',
  activities: 'Activity',
  promises: 'Promise',
};

const PLAIN: Readonly<Record<string, string>> = {
  document: 'Document control',
  residency: 'Data residency',
  tamarack: 'Language',
};

/** "Promise: First response"; "Document control" where clauses have no names. */
export function clauseName(path: readonly string[], old: Description, young: Description): string {
  const length = clauseLength(path);
  const section = path[0] ?? '';
  if (length === undefined) return PLAIN[section] ?? NAMED[section] ?? capital(spaced(section));
  const key = path[length - 1] ?? '';
  const clause = clauseAt(young, path.slice(0, length)) ?? clauseAt(old, path.slice(0, length));
  const title =
    clause && ['title', 'name', 'activity'].map((name) => clause[name]).find((text) => typeof text === 'string');
  const numbered = path[0] === 'severities' ? `${key} – ` : '';
  return `${NAMED[path.slice(0, length - 1).join('.')] ?? ''}: ${numbered}${typeof title === 'string' ? title : capital(spaced(key))}`;
}

/** How many steps of a path lead to a named clause; undefined where it is in none. */
function clauseLength(path: readonly string[]): number | undefined {
  const above = [1, 2].find((length) => path.length > length && Object.hasOwn(NAMED, path.slice(0, length).join('.')));
  return above === undefined ? undefined : above + 1;
}

const LABELS: Readonly<Record<string, string>> = {
  says: 'the wording',
  means: 'the meaning',
  name: 'the name',
  title: 'the title',
  by: 'who owes it',
  if: 'the condition',
  until: 'what meets it',
  when: 'what opens it',
  while: 'the state while which it holds',
  within: 'the time',
  every: 'the interval',
  times: 'how often',
  per: 'the period',
  'at-most': 'the most',
  pauses: 'what stops the clock',
  calendar: 'the calendar',
  hours: 'the hours',
  else: 'what a breach does',
  'warn-at': 'when a warning is given',
  levels: 'the levels',
  source: 'the source',
  limit: 'what is limited',
  gate: 'what the gate holds back',
  unless: 'the exception',
  ahead: 'how far ahead',
};

/** The words for the part of a clause that changed. */
export function labelOf(path: readonly string[]): string {
  const inner = path.slice(clauseLength(path) ?? 1);
  if (inner.length === 0) return 'the clause';
  return inner.map((key) => LABELS[key] ?? spaced(key)).join(', ');
}

function clauseAt(root: unknown, path: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  const found = path.reduce<unknown>((value, key) => (isMapping(value) ? value[key] : undefined), root);
  return isMapping(found) ? found : undefined;
}
