import { Tooltip } from '@mantine/core';
import type { Gives } from '@tamarack/contract';
import type { Column } from '../../ui/data-table/column.ts';
import { Instant } from '../../ui/instant.tsx';
import { actionWords } from './action-words.ts';
import { RevokeToken } from './revoke-token.tsx';

type Token = Gives<'GET /me/tokens'>['rows'][number];

export const tokenColumns: readonly Column<Token>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { id: 'scopes', header: 'May', cell: ({ scopes }) => <Scopes scopes={scopes} />, wideOnly: true },
  {
    id: 'used',
    header: 'Last used',
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'never' : <Instant at={lastUsedAt} />),
    sortBy: ({ lastUsedAt }) => lastUsedAt ?? undefined,
    wideOnly: true,
  },
  {
    id: 'expires',
    header: 'Ends',
    cell: ({ expiresAt }) => <Instant at={expiresAt} />,
    sortBy: ({ expiresAt }) => expiresAt,
    width: '110px',
  },
  { id: 'revoke', header: 'Revoke', cell: ({ id }) => <RevokeToken tokenId={id} />, align: 'end' },
];

/** The first of them, and how many more; all on hover and focus. */
function Scopes({ scopes }: { readonly scopes: Token['scopes'] }) {
  const [first, ...others] = scopes.map((scope) => actionWords(scope));
  if (others.length === 0) return first;
  const all = [first, ...others].map((words) => <div key={words}>{words}</div>);
  return (
    <Tooltip label={all}>
      <span tabIndex={0}>
        {first} and {others.length} more
      </span>
    </Tooltip>
  );
}
