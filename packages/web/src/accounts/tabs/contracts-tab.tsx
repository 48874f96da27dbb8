import { EmptyState } from '../../ui/empty-state.tsx';

/** What was sold to the account. */
export function ContractsTab() {
  return (
    <EmptyState title="No contract yet">
      A contract gives the account a level of a published description. From its first day on, the promises of that level
      run.
    </EmptyState>
  );
}
