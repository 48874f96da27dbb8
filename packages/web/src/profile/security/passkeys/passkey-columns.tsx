import type { Column } from '../../../ui/data-table/column.ts';
import { Instant } from '../../../ui/instant.tsx';
import type { Passkey } from './passkey-calls.ts';
import { RemovePasskey } from './remove-passkey.tsx';

export const passkeyColumns: readonly Column<Passkey>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name ?? 'Without a name' },
  {
    id: 'added',
    header: 'Added',
    cell: ({ createdAt }) => (createdAt ? <Instant at={createdAt} as="short" /> : '–'),
    wideOnly: true,
  },
  { id: 'remove', header: 'Remove', cell: (passkey) => <RemovePasskey passkey={passkey} />, align: 'end' },
];
