import type { Obligation } from '../obligation-words.ts';
import type { RecordableFact } from './draft.ts';

/** What customers may state: what begins a promise, and what keeps one of theirs. The server holds them to it more exactly. */
export function forCustomers(
  rows: readonly RecordableFact[],
  owed: readonly { readonly title: string }[],
  obligation: Obligation | undefined,
): readonly RecordableFact[] {
  const titles = new Set([...owed.map(({ title }) => title), obligation?.title]);
  return rows.filter(
    ({ opens, kind, meets }) => (opens && kind !== 'hours') || meets.some((title) => titles.has(title)),
  );
}
