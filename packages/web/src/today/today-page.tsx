import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** What the provider owes, by next due, across accounts. */
export function TodayPage() {
  return (
    <>
      <PageHeader title="Today" says="What you owe, by next due, across accounts" />
      <EmptyState title="Nothing is due">
        When an account has a contract, each promise of it becomes an obligation with a deadline. Those that you owe
        stand here, the next one first.
      </EmptyState>
    </>
  );
}
