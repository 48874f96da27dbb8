/** A fact on its way to being recorded: what the form holds, and what is sent. Pure. */
import type { Gives, Sends } from '@tamarack/contract';
import { isPeriodic, type Obligation } from '../obligation-words.ts';
import { instantOfWallTime } from '../../ui/wall-time.ts';

export type RecordableFact = Gives<'GET /accounts/:accountId/recordable-facts'>['rows'][number];
type Body = Sends<'POST /accounts/:accountId/facts'>['body'];

/** Something new begins with the fact. */
export const NEW = 'new';

export type Draft = {
  readonly contractId: string;
  readonly fact: string;
  /** NEW, the id of what it happened to, or nothing chosen yet. */
  readonly subjectId: string;
  readonly title: string;
  /** Wall time in the viewer's zone; empty is now. */
  readonly at: string;
  readonly hours: number;
  readonly minutes: number;
  readonly severity: string;
  /** Wall time at which what is announced begins. */
  readonly begins: string;
  readonly note: string;
  readonly isInternal: boolean;
};

/** Those that would meet the obligation. */
export function meeting(
  rows: readonly RecordableFact[],
  obligation: Obligation | undefined,
): readonly RecordableFact[] {
  if (!obligation) return [];
  return rows.filter((row) => row.contractId === obligation.contractId && row.meets.includes(obligation.title));
}

/** What the form begins with: nearest to what was asked for. */
export function firstDraft(rows: readonly RecordableFact[], obligation: Obligation | undefined): Draft {
  const row = meeting(rows, obligation)[0];
  const contractId = obligation?.contractId ?? rows[0]?.contractId ?? '';
  return {
    contractId,
    fact: row?.fact ?? '',
    subjectId: row ? firstSubject(row, obligation) : '',
    ...{ title: '', at: '', hours: 0, minutes: 0, severity: '', begins: '', note: '', isInternal: false },
  };
}

/** What a fact most likely happened to; nothing where only the person knows. */
export function firstSubject(row: RecordableFact, obligation: Obligation | undefined): string {
  if (row.subjects.some(({ id }) => id === obligation?.subjectId)) return obligation?.subjectId ?? '';
  // A call or a review that keeps a promise by its turn is held once and not planned here beforehand.
  const isOnce = row.opens || row.subjects.length === 0 || (obligation !== undefined && isPeriodic(obligation));
  return isOnce ? NEW : '';
}

export type Particular = 'duration' | 'severity' | 'begins';

/** What clocks have to know of a fact beside its instant. */
export function particularsOf({ fact, kind }: Pick<RecordableFact, 'fact' | 'kind'>): readonly Particular[] {
  if (fact === 'hours.logged') return ['duration'];
  const isTicket = kind === 'incident' || kind === 'service-request';
  if (isTicket && /\.(received|severity-changed)$/.test(fact)) return ['severity'];
  return /\.(announced|moved)$/.test(fact) || fact === 'leave.approved' || fact === 'leave.requested' ? ['begins'] : [];
}

/** What is sent. `zone` is the one in which wall times were typed. */
export function bodyOf(
  draft: Draft,
  row: RecordableFact,
  parts: { readonly zone: string; readonly fileIds: readonly string[]; readonly obligation: Obligation | undefined },
): Body {
  const { subjectId, title, at, note, isInternal } = draft;
  const { zone, fileIds, obligation } = parts;
  const instant = instantText(at, zone);
  const isNew = subjectId === NEW;
  const serves = isNew && obligation && !isPeriodic(obligation) ? obligation.subjectId : undefined;
  return {
    contractId: row.contractId,
    fact: row.fact,
    ...(isNew ? {} : { subjectId }),
    ...(serves === undefined ? {} : { aboutId: serves }),
    ...(instant === undefined ? {} : { at: instant }),
    ...(isNew && title.trim() !== '' ? { title: title.trim() } : {}),
    data: dataOf(draft, row, zone),
    note,
    audience: isInternal ? 'internal' : 'shared',
    fileIds: [...fileIds],
  };
}

function dataOf({ hours, minutes, severity, begins }: Draft, row: RecordableFact, zone: string): Body['data'] {
  const wanted = particularsOf(row);
  const starts = instantText(begins, zone);
  return {
    ...(wanted.includes('duration') ? { seconds: hours * 3600 + minutes * 60 } : {}),
    ...(wanted.includes('severity') && severity !== '' ? { severity: Number(severity) } : {}),
    ...(wanted.includes('begins') && starts !== undefined ? { begins: starts } : {}),
  };
}

function instantText(wall: string, zone: string): string | undefined {
  const ms = wall === '' ? undefined : instantOfWallTime(wall, zone);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
