import { Alert, NativeSelect } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { oneOf } from '../../ui/one-of.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { mailColumns } from './mail-columns.tsx';
import { MAIL_STATES } from './mail-search.ts';
import { mailStateWords } from './mail-state.tsx';

const route = getRouteApi('/signed-in/administration/mail/');

/** Outgoing mail: what waits, what was sent, what nobody would take. */
export function MailsPage() {
  const { state } = route.useSearch();
  const navigate = useNavigate({ from: '/administration/mail/' });
  const mails = usePages('GET /mails', { query: { state, limit: 50 } });
  const first = mails.data?.first;
  return (
    <>
      {first?.hasMailServer === false && (
        <Alert color="larch" variant="light" title="No mail server is configured." mb="md">
          Mails wait here until SMTP_URL names one, and are sent then. Until that, open an invitation here and hand its
          link over yourself.
        </Alert>
      )}
      <Section
        title="Outgoing mail"
        says={first && `${first.waiting} ${first.waiting === 1 ? 'waits' : 'wait'}`}
        actions={
          <NativeSelect
            aria-label="State"
            value={state ?? ''}
            data={[
              { value: '', label: 'All mails' },
              ...MAIL_STATES.map((value) => ({ value, label: mailStateWords[value] })),
            ]}
            onChange={({ currentTarget }) =>
              void navigate({ search: { state: oneOf(MAIL_STATES, currentTarget.value) }, replace: true })
            }
          />
        }
        flush
      >
        <QueryState query={mails}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title={state === undefined ? 'No mail yet' : 'None in this state'}>
                Invitations, links for a new password and what people are told of their promises go out by mail, and can
                be read here.
              </EmptyState>
            ) : (
              <DataTable
                label="Outgoing mails"
                columns={mailColumns}
                rows={rows}
                rowId={({ id }) => id}
                rowHref={({ id }) => `/administration/mail/${id}`}
                isPartial={mails.hasNextPage}
                footer={mails.hasNextPage ? <MoreRows pages={mails} /> : undefined}
              />
            )
          }
        </QueryState>
      </Section>
    </>
  );
}
