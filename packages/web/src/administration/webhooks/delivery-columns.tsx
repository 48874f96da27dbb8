import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import type { RowOf } from '../../api/use-pages.ts';
import type { Column } from '../../ui/data-table/column.ts';
import { Instant } from '../../ui/instant.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { DeliveriesSearch } from './deliveries-search.ts';
import { SendAgain } from './send-again.tsx';

type Delivery = RowOf<'GET /webhooks/:webhookId/deliveries'>;
type State = NonNullable<DeliveriesSearch['state']>;

export const deliveryStateWords: Readonly<Record<State, string>> = {
  waiting: 'Waiting',
  delivered: 'Heard',
  failed: 'Given up',
};

const LOOKS = {
  waiting: { Icon: IconClock, colour: 'open' },
  delivered: { Icon: IconCircleCheck, colour: 'kept' },
  failed: { Icon: IconAlertTriangle, colour: 'broken' },
} as const satisfies Record<State, object>;

export function deliveryColumns(webhookId: string): readonly Column<Delivery>[] {
  return [
    {
      id: 'fact',
      header: 'What happened',
      cell: ({ fact, account, error, status }) => (
        <>
          {fact}
          <div style={{ color: 'var(--tm-quiet)', fontWeight: 400, overflowWrap: 'anywhere' }}>
            {account}
            {error !== null && ` · ${error}`}
            {error === null && status !== null && ` · answered ${status}`}
          </div>
        </>
      ),
    },
    {
      id: 'state',
      header: 'State',
      cell: ({ state }) => <Mark says={deliveryStateWords[state]} {...LOOKS[state]} />,
      width: '120px',
    },
    { id: 'tries', header: 'Tries', cell: ({ attempts }) => attempts, wideOnly: true, width: '70px' },
    {
      id: 'when',
      header: 'Next or last',
      cell: ({ nextTryAt, deliveredAt, createdAt }) => <Instant at={nextTryAt ?? deliveredAt ?? createdAt} />,
      wideOnly: true,
      width: '120px',
    },
    {
      id: 'again',
      header: 'Send again',
      cell: ({ id }) => <SendAgain webhookId={webhookId} deliveryId={id} />,
      align: 'end',
    },
  ];
}
