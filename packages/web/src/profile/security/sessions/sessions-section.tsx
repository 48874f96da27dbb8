import { useGet } from '../../../api/use-get.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { QueryState } from '../../../ui/query-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { sessionColumns } from './session-columns.tsx';

/** Where the person is signed in; each session can be ended from here. */
export function SessionsSection() {
  const sessions = useGet('GET /me/sessions', {});
  return (
    <Section
      title="Sessions"
      says="Where you are signed in. A session that you do not know is a reason for a new password."
      flush
    >
      <QueryState query={sessions}>
        {({ rows }) => <DataTable label="Sessions" columns={sessionColumns} rows={rows} rowId={({ id }) => id} />}
      </QueryState>
    </Section>
  );
}
