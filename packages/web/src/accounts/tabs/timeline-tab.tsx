import { EmptyState } from '../../ui/empty-state.tsx';

/** What happened in the account, the latest first. */
export function TimelineTab() {
  return (
    <EmptyState title="Nothing has happened yet">
      Every fact of the account stands here with who recorded it and when: at once audit log and evidence.
    </EmptyState>
  );
}
