import type { Me } from '../../api/me.ts';

const KEY = 'tamarack-account';

/** The account that a customer looked at last on this machine, if it is still theirs; else their first. */
export function keptAccount({ accounts }: Me): string | undefined {
  const kept = localStorage.getItem(KEY);
  return (accounts.find(({ id }) => id === kept) ?? accounts[0])?.id;
}

export function keepAccount(accountId: string): void {
  localStorage.setItem(KEY, accountId);
}
