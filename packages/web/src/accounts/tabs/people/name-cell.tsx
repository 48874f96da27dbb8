import type { AccountPerson } from './account-person.ts';

/** Name and address. */
export function NameCell({ person: { name, email, deactivatedAt } }: { readonly person: AccountPerson }) {
  return (
    <>
      <span style={{ fontWeight: 600 }}>{deactivatedAt === null ? name : `${name} (deactivated)`}</span>
      <div style={{ color: 'var(--tm-quiet)', overflowWrap: 'anywhere' }}>{email}</div>
    </>
  );
}
