import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** The service descriptions: what is sold, and what the clocks run by. */
export function AgreementsPage() {
  return (
    <>
      <PageHeader title="Agreements" says="The service descriptions that you sell, and that run" />
      <EmptyState title="No description yet">
        A description says what you promise: levels, calendars, severities, deadlines. Once it is approved and a
        customer has a contract of it, Tamarack keeps its clocks.
      </EmptyState>
    </>
  );
}
