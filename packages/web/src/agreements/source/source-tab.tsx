import { getRouteApi } from '@tanstack/react-router';
import { mayDo, useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { SourceWorkbench } from './source-workbench.tsx';

const route = getRouteApi('/signed-in/agreements/$descriptionId/versions/$versionId/source');

/** The text of the version; a draft can be written, everything else is only read. */
export function SourceTab() {
  const params = route.useParams();
  const me = useMe();
  const version = useGet('GET /descriptions/:descriptionId/versions/:versionId', { params });
  return (
    <QueryState query={version}>
      {(data) => (
        <SourceWorkbench
          key={data.id}
          version={data}
          readOnly={data.state !== 'draft' || !mayDo(me, 'descriptions.write')}
        />
      )}
    </QueryState>
  );
}
