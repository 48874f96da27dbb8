import type { Me } from '../api/me.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { NewAccountButton } from './new-account-button.tsx';

export type NoAccountsProps = { readonly me: Me; readonly search: string | undefined };

/** An empty list: nothing found, or nothing there yet, which is the moment to say what an account is. */
export function NoAccounts({ me, search }: NoAccountsProps) {
  if (search !== undefined) {
    return <EmptyState title="No account by that name">Names that contain “{search}” were looked for.</EmptyState>;
  }
  return (
    <EmptyState title="No accounts yet" action={<NewAccountButton me={me} />}>
      An account is a customer: its people, its contracts, and the ledger of everything that was promised to it. Open
      the first one, then give it a contract of a published description.
    </EmptyState>
  );
}
