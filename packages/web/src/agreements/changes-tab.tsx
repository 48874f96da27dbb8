import { getRouteApi } from '@tanstack/react-router';
import { useGet } from '../api/use-get.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { QueryState } from '../ui/query-state.tsx';
import classes from './agreements.module.css';
import { countWords } from './changes/count-words.ts';
import { DifferenceList } from './changes/difference-list.tsx';
import { UnreadableVersion } from './unreadable-version.tsx';

const route = getRouteApi('/signed-in/agreements/$descriptionId/versions/$versionId/changes');

/** What this version changes against the published one before it, in words. */
export function ChangesTab() {
  const params = route.useParams();
  const version = useGet('GET /descriptions/:descriptionId/versions/:versionId', { params });
  const isReadable = version.data?.errors === 0;
  const compared = useGet(
    'GET /descriptions/:descriptionId/versions/:versionId/differences',
    { params },
    { enabled: isReadable },
  );
  if (version.data && !isReadable) return <UnreadableVersion version={version.data} what="list of changes" />;
  return (
    <QueryState query={compared}>
      {({ comparedWith, differences, ...counts }) => {
        if (comparedWith === null) {
          return (
            <EmptyState title="The first version">
              There is no published version before this one, so nothing can get stronger or weaker.
            </EmptyState>
          );
        }
        if (differences.length === 0) {
          return (
            <EmptyState title={`As version ${comparedWith.documentVersion}`}>
              Nothing that binds anybody differs from version {comparedWith.documentVersion}.
            </EmptyState>
          );
        }
        return (
          <>
            <p className={classes['note']}>
              Against version {comparedWith.documentVersion}: {countWords(counts)}. Contracts do not change by it: each
              is moved, and what gets weaker needs the customer’s approval (CA15).
            </p>
            <DifferenceList differences={differences} heading="h2" />
          </>
        );
      }}
    </QueryState>
  );
}
