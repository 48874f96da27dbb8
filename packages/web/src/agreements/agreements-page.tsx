import { useMe } from '../api/me.ts';
import { useGet } from '../api/use-get.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { descriptionColumns } from './description-columns.tsx';
import { NewDescriptionButton } from './new-description-button.tsx';

/** The service descriptions: what is sold, and what the clocks run by. */
export function AgreementsPage() {
  const me = useMe();
  const descriptions = useGet('GET /descriptions', {});
  const isEmpty = descriptions.data?.rows.length === 0;
  return (
    <>
      <PageHeader
        title="Agreements"
        says="The service descriptions that you sell, and that run"
        actions={!isEmpty && <NewDescriptionButton me={me} />}
      />
      <QueryState query={descriptions}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No description yet" action={<NewDescriptionButton me={me} />}>
              A description says what you promise: levels, calendars, severities, deadlines. Once it is approved and a
              customer has a contract of it, Tamarack keeps its clocks. Begin with one of the five examples, a file of
              yours, or an empty one.
            </EmptyState>
          ) : (
            <DataTable
              label="Service descriptions"
              columns={descriptionColumns}
              rows={rows}
              rowId={({ id }) => id}
              rowHref={({ id }) => `/agreements/${id}`}
            />
          )
        }
      </QueryState>
    </>
  );
}
