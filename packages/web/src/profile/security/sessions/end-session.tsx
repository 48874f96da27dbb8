import { Button } from '@mantine/core';
import { useCall } from '../../../api/use-call.ts';

/** Ends a session; whoever sits there has to sign in again. */
export function EndSession({ sessionId }: { readonly sessionId: string }) {
  const end = useCall('DELETE /me/sessions/:sessionId', { refreshes: ['GET /me/sessions'] });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={end.isPending}
      onClick={() => end.mutate({ params: { sessionId } })}
    >
      End
    </Button>
  );
}
