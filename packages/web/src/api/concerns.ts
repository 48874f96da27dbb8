/** A query of the account itself, or one across accounts (a list, Today), which names none. */
export function concerns(queryKey: readonly unknown[], accounts: ReadonlySet<string>): boolean {
  const [, sends] = queryKey as readonly [string, { readonly params?: { readonly accountId?: string } }?];
  const accountId = sends?.params?.accountId;
  return accountId === undefined || accounts.has(accountId);
}
