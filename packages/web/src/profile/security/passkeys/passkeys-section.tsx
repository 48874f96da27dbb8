import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { QueryState } from '../../../ui/query-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { AddPasskey } from './add-passkey.tsx';
import { listPasskeys } from './passkey-calls.ts';
import { passkeyColumns } from './passkey-columns.tsx';

/** Keys of the person's devices, which sign in without a password and count as two factors. */
export function PasskeysSection() {
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: listPasskeys });
  return (
    <Section
      title="Passkeys"
      says="Your device signs you in, by its own lock. Counts as a second factor; nothing to type, nothing to phish."
    >
      <Stack gap="md">
        <AddPasskey />
        <QueryState query={passkeys}>
          {(rows) =>
            rows.length > 0 && (
              <DataTable label="Passkeys" columns={passkeyColumns} rows={rows} rowId={({ id }) => id} />
            )
          }
        </QueryState>
      </Stack>
    </Section>
  );
}
