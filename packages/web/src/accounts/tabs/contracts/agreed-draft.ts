/** What a form agrees, as texts while it is written, and as the API wants it. */
import type { Sends } from '@tamarack/contract';
import type { Agreeable, Terms } from './contract.ts';

/** A calendar of the contract's own, in the few words that most need (TX6). */
export type OwnCalendar = {
  readonly name: string;
  readonly zone: string;
  /** "mon-fri"; "24x7" has no hours. */
  readonly days: string;
  /** "09:00-17:00", or several with commas. */
  readonly hours: string;
};

export type AgreedDraft = {
  readonly versionId: string;
  readonly level: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** By `deviationKey`. */
  readonly deviations: Readonly<Record<string, string>>;
  readonly calendars: readonly OwnCalendar[];
  /** Calendars that this form cannot write; they go along as they are. */
  readonly otherCalendars: Readonly<Record<string, unknown>>;
};

type AgreedBody = Pick<
  Sends<'POST /accounts/:accountId/contracts/:contractId/changes'>['body'],
  'versionId' | 'level' | 'parameters' | 'deviations' | 'calendars'
>;

export const NOTHING_AGREED: AgreedDraft = {
  ...{ versionId: '', level: '', parameters: {}, deviations: {}, calendars: [], otherCalendars: {} },
};

export function deviationKey(promise: string, severity: number | null | undefined): string {
  return severity === null || severity === undefined ? promise : `${promise} ${severity}`;
}

/** What is agreed now, as the beginning of a change. */
export function draftOfTerms({ versionId, level, parameters, deviations, calendars }: Terms): AgreedDraft {
  const read = Object.entries(calendars).map(
    ([name, calendar]) => [name, calendar, ownCalendarOf(name, calendar)] as const,
  );
  return {
    versionId,
    level,
    parameters,
    deviations: Object.fromEntries(
      deviations.map(({ promise, severity, value }) => [deviationKey(promise, severity), value]),
    ),
    calendars: read.flatMap(([, , own]) => own ?? []),
    otherCalendars: Object.fromEntries(read.flatMap(([name, calendar, own]) => (own ? [] : [[name, calendar]]))),
  };
}

/** Without what the level has no word for: it was agreed for another one, and no field of the form shows it. */
export function fittingDraft(draft: AgreedDraft, { parameters, deviations }: Agreeable): AgreedDraft {
  const names = new Set(parameters.map(({ name }) => name));
  const keys = new Set(
    deviations.flatMap(({ promise, rows }) => rows.map(({ severity }) => deviationKey(promise, severity))),
  );
  const only = (values: Readonly<Record<string, string>>, known: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => known.has(name)));
  return { ...draft, parameters: only(draft.parameters, names), deviations: only(draft.deviations, keys) };
}

/** Empty fields mean what the description agrees with everybody, so they are left out. */
export function bodyOfDraft(draft: AgreedDraft): AgreedBody {
  const { versionId, level, parameters, deviations, calendars, otherCalendars } = draft;
  const filled = Object.entries(parameters).filter(([, value]) => value.trim() !== '');
  return {
    versionId,
    level,
    parameters: Object.fromEntries(filled),
    deviations: Object.entries(deviations).flatMap(([key, value]) => {
      const [promise = '', severity] = key.split(' ');
      if (value.trim() === '') return [];
      return [
        { promise, level, value: value.trim(), ...(severity === undefined ? {} : { severity: Number(severity) }) },
      ];
    }),
    calendars: {
      ...otherCalendars,
      ...Object.fromEntries(calendars.filter(({ name }) => name !== '').map((own) => [own.name, calendarOf(own)])),
    },
  };
}

function calendarOf({ zone, days, hours }: OwnCalendar): unknown {
  if (days === '24x7') return { zone, weekly: '24x7' };
  return { zone, weekly: { [days]: hours.split(',').map((interval) => interval.trim()) } };
}

/** Undefined for one that says more than this form can. */
function ownCalendarOf(name: string, calendar: unknown): OwnCalendar | undefined {
  if (typeof calendar !== 'object' || calendar === null) return undefined;
  const { zone, weekly, ...rest } = calendar as { zone?: unknown; weekly?: unknown };
  if (typeof zone !== 'string' || Object.keys(rest).length > 0) return undefined;
  if (weekly === '24x7') return { name, zone, days: '24x7', hours: '' };
  const entries = typeof weekly === 'object' && weekly !== null ? Object.entries(weekly) : [];
  const [only, ...others] = entries;
  if (!only || others.length > 0 || !Array.isArray(only[1])) return undefined;
  const known = DAYS.find((days) => days === only[0]);
  return known && { name, zone, days: known, hours: only[1].join(', ') };
}

export const DAYS = ['mon-fri', 'mon-sat', 'mon-sun', '24x7'] as const;
