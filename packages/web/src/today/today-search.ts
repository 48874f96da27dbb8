import { oneOf, textIn } from '../ui/one-of.ts';

/** What the address of Today holds. */
export type TodaySearch = {
  /** What the viewer's own roles owe, or what everybody owes; left out, whichever suits the viewer. */
  readonly whose?: 'mine' | 'all' | undefined;
  readonly account?: string | undefined;
};

/** Reads it from an address that anybody may have typed. */
export function readTodaySearch({ whose, account }: Readonly<Record<string, unknown>>): TodaySearch {
  const id = textIn(account);
  return {
    whose: oneOf(['mine', 'all'], whose),
    account: id !== undefined && /^[0-9a-f-]{36}$/.test(id) ? id : undefined,
  };
}
