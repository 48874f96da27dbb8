import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { NewToken } from './new-token.tsx';
import { tokenColumns } from './token-columns.tsx';

/** Tokens by which programs act for the person. */
export function TokensPage() {
  const me = useMe();
  const tokens = useGet('GET /me/tokens', {});
  const [isMaking, setMaking] = useState(false);
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      New token
    </Button>
  );
  const hasSome = (tokens.data?.rows.length ?? 0) > 0;
  return (
    <Section
      title="API tokens"
      says={
        <>
          Programs act for you with them, within what you allow. <a href="/api/docs">The API’s documentation</a>
        </>
      }
      actions={hasSome ? make : undefined}
      flush
    >
      <QueryState query={tokens}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No tokens" action={make}>
              A script that reads your ledger, a monitor that records incidents: each gets a token of its own, that may
              do no more than it needs and ends by itself.
            </EmptyState>
          ) : (
            <DataTable label="API tokens" columns={tokenColumns} rows={rows} rowId={({ id }) => id} />
          )
        }
      </QueryState>
      {isMaking && <NewToken me={me} onClose={() => setMaking(false)} />}
    </Section>
  );
}
