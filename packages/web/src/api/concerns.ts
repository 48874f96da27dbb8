type Key = readonly [string, { readonly params?: { readonly accountId?: string } }?];

/** A query of the account itself, or one across accounts (a list, Today), which names none. */
export function concerns(queryKey: readonly unknown[], accounts: ReadonlySet<string>): boolean {
  return accountOf(queryKey) === undefined || isOf(queryKey, accounts);
}

/** A query of the account itself. */
export function isOf(queryKey: readonly unknown[], accounts: ReadonlySet<string>): boolean {
  return accounts.has(accountOf(queryKey) ?? '');
}

function accountOf(queryKey: readonly unknown[]): string | undefined {
  const [, sends] = queryKey as Key;
  return sends?.params?.accountId;
}
