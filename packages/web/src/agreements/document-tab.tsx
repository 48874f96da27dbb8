import { Group } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { addressOf } from '../api/address.ts';
import { useGet } from '../api/use-get.ts';
import { QueryState } from '../ui/query-state.tsx';
import { DocumentView } from './document/document-view.tsx';
import { PrintablePage } from './document/printable-page.tsx';
import { UnreadableVersion } from './unreadable-version.tsx';

const route = getRouteApi('/signed-in/agreements/$descriptionId/versions/$versionId/');

/** The document that a customer signs, with all its levels. */
export function DocumentTab() {
  const params = route.useParams();
  const version = useGet('GET /descriptions/:descriptionId/versions/:versionId', { params });
  const isReadable = version.data?.errors === 0;
  const document = useGet(
    'GET /descriptions/:descriptionId/versions/:versionId/document',
    { params },
    { enabled: isReadable },
  );
  const { path } = addressOf('GET /descriptions/:descriptionId/versions/:versionId/page', params);
  if (version.data && !isReadable) return <UnreadableVersion version={version.data} what="document" />;
  return (
    <QueryState query={document}>
      {(model) => (
        <>
          <Group justify="end" mb="sm">
            <PrintablePage address={path} />
          </Group>
          <DocumentView document={model} />
        </>
      )}
    </QueryState>
  );
}
