/** What a contract at a level can fill in and agree otherwise, for the form in which somebody does. */
import type { Description } from '../agreement/grammar/description.ts';
import { calendarTitle } from '../agreement/in-words/owner-in-words.ts';
import { agreedInWords, boundsInWords } from '../agreement/in-words/parameter-in-words.ts';
import { cellInWords, cellOf } from '../agreement/in-words/target-in-words.ts';
import { tablesOf } from '../agreement/checks/tables.ts';
import { belongsTo, levelChain } from '../agreement/level-chain.ts';

export type ParameterToAgree = {
  readonly name: string;
  readonly is: 'times' | 'duration' | 'quantity' | 'calendar' | 'text';
  readonly says: string;
  /** In words; absent where there are none. */
  readonly bounds?: string;
  /** What holds where the contract says nothing, in words; absent where every contract has to say. */
  readonly agreed?: string;
  readonly required: boolean;
};

/** A promise of which a contract may agree another target: one row for each severity that may differ. */
export type DeviationToAgree = {
  readonly promise: string;
  readonly title: string;
  readonly says?: string;
  readonly rows: readonly {
    readonly severity?: number;
    readonly target: string;
    readonly bounds: readonly { readonly bound: 'tightest' | 'loosest' | 'least' | 'most'; readonly value: string }[];
  }[];
};

export type WhatToAgree = {
  readonly parameters: readonly ParameterToAgree[];
  readonly deviations: readonly DeviationToAgree[];
  /** Calendars that a parameter may name; a contract may bring others. */
  readonly calendars: readonly { readonly name: string; readonly title: string }[];
};

/** In the order of the description; only promises of the level. */
export function whatToAgree(description: Description, level: string): WhatToAgree {
  return {
    parameters: Object.entries(description.parameters ?? {}).map(([name, parameter]) => {
      const bounds = boundsInWords(parameter);
      const agreed = parameter.is === 'calendar' ? parameter.agreed : agreedInWords(parameter);
      return {
        name,
        is: parameter.is,
        says: parameter.says,
        ...(bounds === undefined ? {} : { bounds }),
        ...(agreed === undefined ? {} : { agreed }),
        required: agreed === undefined && parameter.is !== 'text',
      };
    }),
    deviations: Object.entries(description.promises).flatMap(([name, promise]) =>
      belongsTo(description.levels, promise.levels, level) ? deviationsOf(name, description, level) : [],
    ),
    calendars: Object.keys(description.calendars).map((name) => ({ name, title: calendarTitle(name) })),
  };
}

const BOUNDS = ['tightest', 'loosest', 'least', 'most'] as const;

function deviationsOf(name: string, description: Description, level: string): DeviationToAgree[] {
  const promise = description.promises[name];
  if (!promise?.deviation) return [];
  const tables = tablesOf(promise);
  const target = tables.find(({ path }) => path[0] !== 'deviation');
  const chain = levelChain(description.levels, level);
  const severities = Object.keys(description.severities?.list ?? {}).map(Number);
  const wordsAt = (table: (typeof tables)[number] | undefined, severity: number | undefined) => {
    const cell = table && cellOf(table, chain, severity);
    return cell?.cell === 'value' ? cellInWords(cell, description) : undefined;
  };
  const rows = [undefined, ...severities].flatMap((severity) => {
    const bounds = BOUNDS.flatMap((bound) => {
      const value = wordsAt(
        tables.find(({ path }) => path.join('.') === `deviation.${bound}`),
        severity,
      );
      return value === undefined ? [] : [{ bound, value }];
    });
    const now = wordsAt(target, severity);
    if (bounds.length === 0 || now === undefined) return [];
    return [{ ...(severity === undefined ? {} : { severity }), target: now, bounds }];
  });
  // One row for all, where severities make no difference.
  const [all] = rows;
  const kept = all && !('severity' in all) ? [all] : rows;
  const { title, deviation } = promise;
  const says = deviation.says === undefined ? {} : { says: deviation.says };
  return kept.length === 0 ? [] : [{ promise: name, title, ...says, rows: kept }];
}
