import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { mayDo, useMe } from '../../api/me.ts';
import { Link } from '../../ui/link.tsx';

/** Leads to the form of a ticket, for those who may submit one. */
export function NewTicketButton({ accountId }: { readonly accountId: string }) {
  const me = useMe();
  if (!mayDo(me, 'tickets.submit', accountId)) return null;
  return (
    <Button
      component={Link}
      href={`/accounts/${accountId}/tickets/new`}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      New ticket
    </Button>
  );
}
