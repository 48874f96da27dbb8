import { ProveIt } from '../../ledger/prove-it.tsx';

/** The proof is of one account's chain, so an account is chosen first. */
export function ProveSeals({ accountId }: { readonly accountId: string | undefined }) {
  if (accountId === undefined)
    return <span style={{ color: 'var(--tm-quiet)', fontSize: 13 }}>Choose an account to prove its seals.</span>;
  return <ProveIt accountId={accountId} label="Prove the seals" />;
}
