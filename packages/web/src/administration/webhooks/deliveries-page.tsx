import { Button, Group, NativeSelect } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { oneOf } from '../../ui/one-of.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { DELIVERY_STATES } from './deliveries-search.ts';
import { deliveryColumns, deliveryStateWords } from './delivery-columns.tsx';
import { SendAllAgain } from './send-all-again.tsx';
import { SendFailedAgain } from './send-failed-again.tsx';
import { ToSendAgain } from './to-send-again.tsx';
import { useToSendAgain } from './use-to-send-again.ts';

const route = getRouteApi('/signed-in/administration/webhooks/$webhookId');

/** What a webhook was told, and what its receiver answered. */
export function DeliveriesPage() {
  const { webhookId } = route.useParams();
  const { state } = route.useSearch();
  const navigate = useNavigate({ from: '/administration/webhooks/$webhookId' });
  const deliveries = usePages('GET /webhooks/:webhookId/deliveries', {
    params: { webhookId },
    query: { state, limit: 50 },
  });
  const toSendAgain = useToSendAgain(webhookId);
  const isBusy = toSendAgain > 0;
  const [isAsking, setAsking] = useState(false);
  const columns = useMemo(() => deliveryColumns(webhookId), [webhookId]);
  return (
    <Section
      title="Deliveries"
      actions={
        <Group gap="sm">
          <ToSendAgain many={toSendAgain} />
          {state === 'failed' && <SendFailedAgain webhookId={webhookId} isBusy={isBusy} />}
          <Button variant="default" size="xs" disabled={isBusy} onClick={() => setAsking(true)}>
            Send all again since…
          </Button>
          <NativeSelect
            aria-label="State"
            value={state ?? ''}
            data={[
              { value: '', label: 'All deliveries' },
              ...DELIVERY_STATES.map((value) => ({ value, label: deliveryStateWords[value] })),
            ]}
            onChange={({ currentTarget }) =>
              void navigate({ search: { state: oneOf(DELIVERY_STATES, currentTarget.value) }, replace: true })
            }
          />
        </Group>
      }
      flush
    >
      <QueryState query={deliveries}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={state === undefined ? 'Nothing happened yet' : 'None in this state'}>
              Whatever happens from the making of the webhook on, and is among its facts, is listed here for 30 days.
            </EmptyState>
          ) : (
            <DataTable
              label="Deliveries"
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              isPartial={deliveries.hasNextPage}
              footer={deliveries.hasNextPage ? <MoreRows pages={deliveries} /> : undefined}
            />
          )
        }
      </QueryState>
      {isAsking && <SendAllAgain webhookId={webhookId} onClose={() => setAsking(false)} />}
    </Section>
  );
}
