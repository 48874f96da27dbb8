import { Button } from '@mantine/core';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** An address that leads nowhere. */
export function NothingHere() {
  const home = (
    <Button component={Link} href="/" variant="default">
      To the first page
    </Button>
  );
  return (
    <>
      <PageHeader title="Nothing here" />
      <EmptyState title="There is nothing at this address" action={home}>
        It may have been mistyped, or what was here is not yours to see.
      </EmptyState>
    </>
  );
}
