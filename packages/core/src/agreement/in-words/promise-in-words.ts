/** A promise as plain sentences, written from its grammar. */
import type { Description } from '../grammar/description.ts';
import type { ClauseOf, PromiseClause } from '../grammar/promise.ts';
import type { Duration } from '../words/duration.ts';
import { quantityInWords } from '../words/quantity.ts';
import type { Table } from '../words/table.ts';
import { periodInWords } from '../words/times.ts';
import { conditionInWords } from './condition-in-words.ts';
import { countingInWords } from './counting-in-words.ts';
import { evidenceInWords, openersInWords } from './evidence-in-words.ts';
import { factInWords, stateInWords } from './fact-in-words.ts';
import { ownerInWords } from './owner-in-words.ts';
import {
  cellInWords,
  joinTargets,
  levelsOf,
  targetInWords,
  targetsIn,
  targetsOf,
  type TargetCell,
} from './target-in-words.ts';
import { capital, sentence } from './wording.ts';

/** How much a sentence says: every target, or only that a table has them. */
export type Spelling = 'spelt out' | 'in the table';

/** The promise, what stops its clock and on which calendar it counts, as one text. */
export function promiseInWords(promise: PromiseClause, description: Description, level?: string): string {
  return promiseSentences(promise, description, level).join(' ');
}

/** The same, a sentence each. */
export function promiseSentences(
  promise: PromiseClause,
  description: Description,
  level?: string,
  spelling: Spelling = 'spelt out',
): string[] {
  const target =
    spelling === 'in the table' && !isUniform(promise, description, level)
      ? undefined
      : targetInWords(promise, description, level);
  return [...mainSentences(promise, description, target, level), ...countingInWords(promise, description)].map(
    sentence,
  );
}

/** Whether one target holds for every level and severity, so that no table is needed to say it. */
function isUniform(promise: PromiseClause, description: Description, level: string | undefined): boolean {
  return new Set(targetsOf(promise, description, level).map(({ cell }) => JSON.stringify(cell))).size < 2;
}

function mainSentences(
  promise: PromiseClause,
  description: Description,
  target: string | undefined,
  level: string | undefined,
): string[] {
  switch (promise.form) {
    case 'response':
      return [
        `${opening(`When ${openersInWords(promise.when, description)}`, promise, description)}, ${duty(promise, description)} ${target ?? 'within the time in the table of targets'}`,
        ...pauses(promise, description),
      ];
    case 'request':
      return [
        `${opening(`When ${openersInWords(promise.when, description)}`, promise, description)}, ${duty(promise, description)}. No time is promised for it, but it is owed before the contract ends`,
      ];
    case 'update': {
      const cap = promise['at-most'] ? `, at most ${quantityInWords(promise['at-most'])}` : '';
      return [
        `${opening(`While ${stateInWords(promise.while, description, false)}`, promise, description)}, ${duty(promise, description)} ${target ?? 'at the interval in the table of targets'}${cap}`,
        ...pauses(promise, description),
      ];
    }
    case 'cadence':
      return [
        `${ifOnly(promise, description)}${duty(promise, description)} ${target ?? 'at the interval in the table of targets'}`,
        ...excuses(promise, description),
      ];
    case 'count':
      return [
        `${opening(`In every ${periodInWords(promise.per)}`, promise, description)}, ${duty(promise, description)} ${target ?? 'as often as the table of targets says'}`,
      ];
    case 'before':
      return [before(promise, description, level)];
    case 'limit':
      return [limit(promise, description, target)];
    case 'gate':
      return [gate(promise, description)];
  }
}

/** "the provider's support engineer sees to it that receipt of the incident is confirmed". */
function duty(promise: Exclude<PromiseClause, { form: 'limit' | 'gate' }>, description: Description): string {
  const met = evidenceInWords(promise.until, description);
  return promise.by ? `${ownerInWords(promise.by, description)} sees to it that ${met}` : met;
}

function opening(words: string, promise: PromiseClause, description: Description): string {
  return promise.if ? `${words} and ${conditionInWords(promise.if, description)}` : words;
}

function ifOnly(promise: PromiseClause, description: Description): string {
  return promise.if ? `if ${conditionInWords(promise.if, description)}, ` : '';
}

function pauses(promise: ClauseOf<'response' | 'update'>, description: Description): string[] {
  return promise.pauses ? [`The clock stands still while ${conditionInWords(promise.pauses, description)}`] : [];
}

function excuses(promise: ClauseOf<'cadence'>, description: Description): string[] {
  const facts = promise['excused-by'];
  return facts ? [`It is excused for a period in which ${openersInWords(facts, description)}`] : [];
}

function before(promise: ClauseOf<'before'>, description: Description, level: string | undefined): string {
  const ahead = promise.ahead ? `, ${aheadInWords(promise, promise.ahead, description, level)}` : '';
  return `${opening(`When ${openersInWords(promise.when, description)}`, promise, description)}, ${duty(promise, description)} before ${factInWords(promise.before, description)}${ahead}`;
}

function aheadInWords(
  promise: PromiseClause,
  table: Table<Duration>,
  description: Description,
  level: string | undefined,
): string {
  const placed = { of: 'duration', path: ['ahead'], table } as const;
  const phrase = (cell: TargetCell | undefined) => {
    const words = cellInWords(cell, description);
    if (cell?.cell === 'parameter') return `as far ahead as agreed (${words})`;
    return cell?.cell === 'value' ? `at least ${words} ahead` : 'at any time ahead';
  };
  return joinTargets(targetsIn(placed, description, levelsOf(promise, description, level)), phrase, description);
}

function limit(promise: ClauseOf<'limit'>, description: Description, target: string | undefined): string {
  const when = promise.per ? `in every ${periodInWords(promise.per)}, ` : '';
  const what = openersInWords(promise.limit, description, 'can');
  const unless = promise.unless ? `, unless ${evidenceInWords(promise.unless, description, 'perfect')}` : '';
  const watched = promise.by ? `. ${capital(ownerInWords(promise.by, description))} keeps within it` : '';
  if (target === 'without limit') return `${ifOnly(promise, description)}${what} without limit`;
  return `${ifOnly(promise, description)}${when}${what} ${target ?? 'as far as the table of targets says'}${unless}${watched}`;
}

function gate(promise: ClauseOf<'gate'>, description: Description): string {
  const what = openersInWords(promise.gate, description, 'can');
  const open =
    promise.while === undefined
      ? `once ${promise.until ? evidenceInWords(promise.until, description, 'perfect') : ''}`
      : `while ${stateInWords(promise.while, description)}`;
  const owed = promise.by ? `. It is for ${ownerInWords(promise.by, description)} to see to that` : '';
  return `${ifOnly(promise, description)}${what} only ${open}${owed}`;
}
