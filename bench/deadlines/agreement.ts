import { type Calendar, isOpen, nextOpening } from '@tamarack/core';
import type { Cases } from './case-set.ts';

/** How a peer's answers compare with Tamarack's. */
export type Agreement = {
  readonly same: number;
  /** The deadline lands on a closing: Tamarack leaves it there, the peer moves it to the next opening. */
  readonly atClosing: number;
  readonly none: number;
  /** Any other, the first few of them in words. */
  readonly others: readonly string[];
};

/** Compares answers of one site's cases. */
export function compareAnswers(
  { site, from, seconds }: Cases,
  calendar: Calendar,
  ours: Float64Array,
  theirs: Float64Array,
): Agreement {
  let same = 0;
  let atClosing = 0;
  let none = 0;
  const others: string[] = [];
  for (const [i, our] of ours.entries()) {
    const their = theirs[i] ?? Number.NaN;
    if (their === our) same++;
    else if (Number.isNaN(their)) none++;
    else if (their === openingAfter(calendar, our)) atClosing++;
    else others.push(`${site.name} ${text(from[i])} + ${(seconds[i] ?? 0) / 60} min: ${text(our)}, not ${text(their)}`);
  }
  return { same, atClosing, none, others };
}

/** Over all sites. */
export function addAgreements(some: Agreement, more: Agreement): Agreement {
  return {
    same: some.same + more.same,
    atClosing: some.atClosing + more.atClosing,
    none: some.none + more.none,
    others: [...some.others, ...more.others],
  };
}

/** "dayjs-business-time gives the same deadline in 1,990 of 2,000 cases; …" */
export function agreementInWords(peer: string, { same, atClosing, none, others }: Agreement): string {
  const asked = same + atClosing + none + others.length;
  const parts = [
    `${peer} gives the same deadline in ${same.toLocaleString('en')} of ${asked.toLocaleString('en')} cases`,
    atClosing > 0 ? `${atClosing} land on a closing and are moved to the next opening` : '',
    none > 0 ? `${none} without an answer` : '',
    others.length > 0 ? `${others.length} otherwise (${others.slice(0, 2).join('; ')})` : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** NaN where the instant is no closing. */
function openingAfter(calendar: Calendar, seconds: number): number {
  const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
  if (isOpen(calendar, at)) return Number.NaN;
  const opening = nextOpening(calendar, at);
  return opening.ok ? opening.value.epochMilliseconds / 1000 : Number.NaN;
}

function text(seconds = Number.NaN): string {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
}
