import { EmptyState } from '../../ui/empty-state.tsx';

/** What the account may use. */
export function LicencesTab() {
  return (
    <EmptyState title="No licence yet">
      A licence says which product the customer may use, and from when until when.
    </EmptyState>
  );
}
