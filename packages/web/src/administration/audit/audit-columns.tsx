import { IconEyeOff, IconLock, IconLockOpen2 } from '@tabler/icons-react';
import type { RowOf } from '../../api/use-pages.ts';
import { whoWords } from '../../ledger/evidence-list.tsx';
import type { Column } from '../../ui/data-table/column.ts';
import { Instant } from '../../ui/instant.tsx';
import { Link } from '../../ui/link.tsx';
import { Mark } from '../../ui/mark.tsx';
import classes from './audit.module.css';

type Entry = RowOf<'GET /journal'>;

const quiet = { color: 'var(--tm-quiet)' };

export const auditColumns: readonly Column<Entry>[] = [
  {
    id: 'fact',
    header: 'What',
    cell: ({ says, subject, fact, audience }) => (
      <>
        {says.slice(0, 1).toUpperCase()}
        {says.slice(1)}
        <div style={quiet}>
          {subject} · <code style={{ fontSize: 12 }}>{fact}</code>
          {audience === 'internal' && (
            <>
              {' '}
              <IconEyeOff size={12} role="img" aria-label="internal" />
            </>
          )}
        </div>
      </>
    ),
  },
  {
    id: 'account',
    header: 'Account',
    cell: ({ accountId, account }) => <Link href={`/accounts/${accountId}/timeline`}>{account}</Link>,
    width: '19%',
    wideOnly: true,
  },
  { id: 'who', header: 'Who', cell: ({ by, bySide }) => whoWords(by, bySide), width: '18%', wideOnly: true },
  {
    id: 'when',
    header: 'When',
    cell: ({ at }) => (
      <span className={classes['when']}>
        <Instant at={at} as="short" />
      </span>
    ),
    width: '118px',
  },
  {
    id: 'seal',
    header: 'Seal',
    cell: ({ sealed }) =>
      sealed ? (
        <Mark says="Sealed" Icon={IconLock} colour="kept" />
      ) : (
        <Mark says="Not yet" Icon={IconLockOpen2} colour="void" />
      ),
    width: '96px',
    wideOnly: true,
  },
];
