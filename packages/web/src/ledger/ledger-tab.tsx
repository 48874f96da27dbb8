import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state.tsx';
import { LedgerFigures } from './ledger-figures.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/ledger');

/** What was kept, is due and was broken, by promise and time. */
export function LedgerTab() {
  const { accountId } = route.useParams();
  return (
    <>
      <LedgerFigures accountId={accountId} />
      <EmptyState title="No rows yet">
        Every promise of a contract becomes rows here: what was kept and by which fact, what is due and when, what was
        broken and why. Provider and customer look at the same rows.
      </EmptyState>
    </>
  );
}
