import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { mayDo, useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useNow } from '../../ui/now.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { dayOf } from '../../ui/wall-time.ts';
import { licenceColumns } from './licences/licence-columns.tsx';

const IssueLicence = lazy(() =>
  import('./licences/issue-licence.tsx').then((module) => ({ default: module.IssueLicence })),
);

const route = getRouteApi('/signed-in/accounts/$accountId/licences');

/** What the account may use, since when and until when (AC20). */
export function LicencesTab() {
  const { accountId } = route.useParams();
  const me = useMe();
  const [issuing, setIssuing] = useState(false);
  const account = useGet('GET /accounts/:accountId', { params: { accountId } });
  const licences = useGet('GET /accounts/:accountId/licences', { params: { accountId } });
  const today = dayOf(useNow(), account.data?.zone ?? 'UTC');
  const mayIssue = mayDo(me, 'licences.write', accountId);
  const columns = useMemo(() => licenceColumns(today, mayIssue ? accountId : undefined), [today, mayIssue, accountId]);
  const issue = mayIssue && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setIssuing(true)}>
      Issue a licence
    </Button>
  );
  return (
    <>
      <QueryState query={licences}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No licence yet" action={issue}>
              A licence says which product the customer may use, and from when until when.
            </EmptyState>
          ) : (
            <>
              <Group justify="end" mb="sm">
                {issue}
              </Group>
              <DataTable label="Licences" columns={columns} rows={rows} rowId={({ id }) => id} />
            </>
          )
        }
      </QueryState>
      <Suspense>
        {issuing && <IssueLicence accountId={accountId} today={today} onClose={() => setIssuing(false)} />}
      </Suspense>
    </>
  );
}
