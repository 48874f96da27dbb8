/** What notifications are about, in words that people understand: the one table of kinds. */
import { factInWords } from '@tamarack/core';

/** `says` heads the notification; `counted` follows a number where several are told at once ("2 broken"). */
type Kind = { readonly says: string; readonly counted: string };

const KINDS: Readonly<Record<string, Kind>> = {
  'obligation.warned': { says: 'A promise is due soon', counted: 'due soon' },
  'obligation.breached': { says: 'A promise was broken', counted: 'broken' },
  'obligation.corrected': { says: 'A promise was kept after all', counted: 'kept after all' },
  'obligation.waiver-requested': { says: 'A waiver was asked for', counted: 'to be waived or not' },
  'obligation.waived': { says: 'A promise was waived', counted: 'waived' },
  'obligation.waiver-refused': { says: 'A waiver was refused', counted: 'not waived' },
};

/** Kinds for which people choose when they are mailed. */
export const NOTIFICATION_KINDS: readonly string[] = Object.keys(KINDS);

/** The words of a kind; one that the table does not know yet is told as the fact that it is. */
export function wordsOf(kind: string): Kind {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  return known ?? { says: capitalised(factInWords(kind, {}, 'past')), counted: 'other' };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
