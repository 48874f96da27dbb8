import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMe } from '../../api/me.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { auditColumns } from './audit-columns.tsx';
import { AuditFilters } from './audit-filters.tsx';
import type { AuditSearch } from './audit-search.ts';
import { dayRange } from './day-range.ts';
import { ProveSeals } from './prove-seals.tsx';

const route = getRouteApi('/signed-in/administration/audit');

/** The journal over all accounts: who did what, when; and the proof that nobody changed it since. */
export function AuditPage() {
  const { zone } = useMe();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/administration/audit' });
  const { account, by, fact } = search;
  const query = { accountId: account, by, fact, ...dayRange(search, zone), limit: 100 };
  const entries = usePages('GET /journal', { query });
  const change = (next: AuditSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <>
      <div style={{ marginBottom: 16 }}>
        <AuditFilters search={search} onChange={change} />
      </div>
      <Section
        title="Audit"
        says="Facts are only ever added, and sealed in hash-chained batches soon after."
        actions={<ProveSeals key={account} accountId={account} />}
        flush
      >
        <QueryState query={entries}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title="No such facts">
                Whatever anybody does in an account is recorded with who, when and about what. Nothing that was recorded
                fits these filters.
              </EmptyState>
            ) : (
              <DataTable
                label="Facts, the latest first"
                columns={auditColumns}
                rows={rows}
                rowId={({ id }) => id}
                isPartial
                footer={entries.hasNextPage ? <MoreRows pages={entries} /> : undefined}
              />
            )
          }
        </QueryState>
      </Section>
    </>
  );
}
