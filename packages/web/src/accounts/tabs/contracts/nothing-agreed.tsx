import { Button } from '@mantine/core';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';

/** Instead of the form for a change, while the contract itself still waits for the customer. `href` leads to the contract. */
export function NothingAgreed({ href }: { readonly href: string }) {
  return (
    <EmptyState
      title="Nothing is agreed yet"
      action={
        <Button component={Link} href={href} variant="default">
          To the contract
        </Button>
      }
    >
      The contract still waits for the customer’s approver. What is proposed can be withdrawn and recorded anew.
    </EmptyState>
  );
}
