import type { RowOf } from '../../api/use-pages.ts';
import type { Column } from '../../ui/data-table/column.ts';
import { Instant } from '../../ui/instant.tsx';
import { MailState } from './mail-state.tsx';

type MailRow = RowOf<'GET /mails'>;

export const mailColumns: readonly Column<MailRow>[] = [
  {
    id: 'subject',
    header: 'Mail',
    cell: ({ subject, toName, to }) => (
      <>
        {subject}
        <div style={{ color: 'var(--tm-quiet)', fontWeight: 400, overflowWrap: 'anywhere' }}>
          to {toName} ({to})
        </div>
      </>
    ),
  },
  { id: 'state', header: 'State', cell: ({ state }) => <MailState state={state} />, width: '120px' },
  {
    id: 'made',
    header: 'Made',
    cell: ({ createdAt }) => <Instant at={createdAt} />,
    wideOnly: true,
    width: '110px',
  },
];
