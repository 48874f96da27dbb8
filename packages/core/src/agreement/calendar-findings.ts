/** What is wrong with a calendar, as findings of the description in which it stands. */
import type { CalendarProblem } from '../calendar/calendar-problem.ts';
import type { Finding } from './diagnostics.ts';
import { description } from './grammar/description.ts';
import { knownKeys } from './known-keys.ts';
import { nearest } from './nearest.ts';
import { valueAt } from './value-at.ts';
import { kindOf } from './words/word.ts';

/** The findings of one calendar. `circular` names the calendars that contain themselves. */
export function calendarFindings(
  root: unknown,
  name: string,
  problems: readonly CalendarProblem[],
  circular: ReadonlySet<string>,
): Finding[] {
  const findings = problems.flatMap((problem) =>
    findingOf(root, ['calendars', name, ...problem.path], problem, circular),
  );
  const meant = new Set(
    findings.flatMap(({ at, path, suggestion = '' }) =>
      at === 'key' ? [[...path.slice(0, -1), suggestion].join('/')] : [],
    ),
  );
  // A misspelt key is one mistake, not an unknown key and a missing one.
  return findings.filter(({ path }) => valueAt(root, path) !== undefined || !meant.has(path.join('/')));
}

function findingOf(
  root: unknown,
  path: Finding['path'],
  { code: problemCode, sentence: said }: CalendarProblem,
  circular: ReadonlySet<string>,
): Finding[] {
  const value = valueAt(root, path);
  const sentence = /^(?:Invalid|Too (?:small|big))/.test(said)
    ? `${kindOf(value)} does not belong here`
    : said.replace(/\.$/, '');
  const code = problemCode.startsWith('calendar.holiday-list') ? 'calendar.holiday-list' : 'calendar.invalid';
  if (problemCode === 'calendar.unknown-part' && typeof value === 'string') {
    const declared = Object.keys(valueAt(root, ['calendars']) ?? {});
    if (!declared.includes(value)) return [{ code, path, sentence, suggestion: nearest(value, declared) }];
    // A part with findings of its own: they say it already.
    if (!circular.has(value)) return [];
    return [{ code, path, sentence: `"${value}" contains this calendar, so it cannot be a part of it` }];
  }
  if (problemCode === 'calendar.unknown-key') {
    const keys = knownKeys(description, path.slice(0, -1), root);
    const suggestion = nearest(String(path.at(-1)), keys);
    return [{ code, path, at: 'key', sentence, expected: keys.length > 0 ? keys.join(', ') : undefined, suggestion }];
  }
  return [{ code, path, sentence }];
}
