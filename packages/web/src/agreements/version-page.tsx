import { IconFileText } from '@tabler/icons-react';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { useGet } from '../api/use-get.ts';
import type { Destination } from '../app/navigation.ts';
import { NavLinks } from '../app/shell/nav-links.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryState } from '../ui/query-state.tsx';
import classes from './agreements.module.css';
import { VersionActions } from './version-actions.tsx';
import { VersionState } from './version-state.tsx';

const route = getRouteApi('/signed-in/agreements/$descriptionId/versions/$versionId');

/** A version: its state and what can be done with it, and its tabs. */
export function VersionPage() {
  const params = route.useParams();
  const me = useMe();
  const version = useGet('GET /descriptions/:descriptionId/versions/:versionId', { params });
  return (
    <QueryState query={version}>
      {(data) => (
        <>
          <PageHeader
            title={`${data.title}, version ${data.documentVersion}`}
            says={
              <span className={classes['inWork']}>
                <VersionState state={data.state} /> {data.reference}
                {data.errors > 0 && (
                  <strong className={classes['errors']}>
                    {data.errors === 1 ? 'one error' : `${data.errors} errors`}
                  </strong>
                )}
              </span>
            }
            actions={<VersionActions me={me} version={data} />}
          />
          {data.state === 'in-review' && <p className={classes['note']}>{data.approvalRule}</p>}
          {data.state === 'rejected' && data.decisionNote !== null && data.decisionNote !== '' && (
            <p className={classes['note']}>
              Rejected{data.decidedBy !== null && ` by ${data.decidedBy.name}`}: {data.decisionNote}
            </p>
          )}
          <NavLinks destinations={tabsOf(params)} label="Parts of the version" look="tabs" />
          <Outlet />
        </>
      )}
    </QueryState>
  );
}

const TABS = [
  ['Document', ''],
  ['Source', '/source'],
  ['Changes', '/changes'],
  ['History', '/history'],
] as const;

function tabsOf(params: { readonly descriptionId: string; readonly versionId: string }): readonly Destination[] {
  const base = `/agreements/${params.descriptionId}/versions/${params.versionId}`;
  return TABS.map(([label, href]) => ({
    label,
    href: `${base}${href}`,
    ...{ Icon: IconFileText, keys: '', needs: 'GET /descriptions', may: 'descriptions.read' },
  }));
}
