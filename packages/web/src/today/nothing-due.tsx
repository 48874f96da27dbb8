import { Button } from '@mantine/core';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';

/** An empty Today says what would be here, and where else to look. */
export function NothingDue({ isMine }: { readonly isMine: boolean }) {
  const others = (
    <Button component={Link} href="/today?whose=all" variant="default">
      Show what everybody owes
    </Button>
  );
  const accounts = (
    <Button component={Link} href="/accounts" variant="default">
      To the accounts
    </Button>
  );
  return !isMine ? (
    <EmptyState title="Nothing is due" action={accounts}>
      When an account has a contract, each promise of it becomes an obligation with a deadline. They stand here, the
      next one first.
    </EmptyState>
  ) : (
    <EmptyState title="You owe nothing" action={others}>
      What is owed by a role that you have in an account’s team stands here with its deadline, the next one first.
      Others may owe something all the same.
    </EmptyState>
  );
}
