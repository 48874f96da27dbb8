import { Button } from '@mantine/core';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import type { Obligation } from '../obligation-words.ts';

/** For a promise that is kept by what is done on a ticket's own page: the way there instead of a form. */
export function MetOnTicket({ obligation: { accountId, subjectId, ticket } }: { readonly obligation: Obligation }) {
  return (
    <EmptyState
      title="It is kept on the ticket"
      action={
        <Button component={Link} href={`/accounts/${accountId}/tickets/${subjectId}`} data-autofocus>
          To #{ticket}
        </Button>
      }
    >
      Acknowledging, answering and resolving a ticket is recorded by its own page when it is done there.
    </EmptyState>
  );
}
