import { Button } from '@mantine/core';
import { useCall } from '../../api/use-call.ts';
import { offerUndo } from '../../ui/offer-undo.tsx';
import type { Person } from './person.ts';

/** Deactivates or reactivates a person, at once, and offers to take it back. */
export function ActivityButton({ person: { id, name, deactivatedAt } }: { readonly person: Person }) {
  const deactivate = useCall('POST /people/:personId/deactivation');
  const reactivate = useCall('POST /people/:personId/reactivation');
  const sends = () => ({ params: { personId: id }, body: {} });
  if (deactivatedAt !== null) {
    return (
      <Button variant="default" size="xs" loading={reactivate.isPending} onClick={() => reactivate.mutate(sends())}>
        Reactivate
      </Button>
    );
  }
  const onSuccess = () =>
    offerUndo({
      says: `${name} was deactivated and signed out everywhere.`,
      undo: () => reactivate.mutate(sends()),
    });
  return (
    <Button
      variant="default"
      size="xs"
      loading={deactivate.isPending}
      onClick={() => deactivate.mutate(sends(), { onSuccess })}
    >
      Deactivate
    </Button>
  );
}
