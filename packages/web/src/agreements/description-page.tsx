import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { useGet } from '../api/use-get.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { NextVersionButton } from './next-version-button.tsx';
import { versionColumns } from './version-columns.tsx';

const route = getRouteApi('/signed-in/agreements/$descriptionId/');

/** A description with all its versions, the newest first. */
export function DescriptionPage() {
  const { descriptionId } = route.useParams();
  const me = useMe();
  const description = useGet('GET /descriptions/:descriptionId', { params: { descriptionId } });
  return (
    <QueryState query={description}>
      {({ title, reference, versions }) => (
        <>
          <PageHeader
            title={title}
            says={`${reference} · ${versions.length === 1 ? 'one version' : `${versions.length} versions`}`}
            actions={<NextVersionButton me={me} descriptionId={descriptionId} versions={versions} />}
          />
          <DataTable
            label="Versions"
            columns={versionColumns}
            rows={versions}
            rowId={({ id }) => id}
            rowHref={({ id, state }) =>
              `/agreements/${descriptionId}/versions/${id}${state === 'draft' ? '/source' : ''}`
            }
          />
        </>
      )}
    </QueryState>
  );
}
