import { Button, Group } from '@mantine/core';
import { useCall } from '../../../api/use-call.ts';

export type ExceptionDecisionProps = {
  readonly accountId: string;
  readonly versionId: string;
  readonly exception: string;
  readonly role: string;
};

/** Puts on record what a role decided about an exception (GL1). */
export function ExceptionDecision({ accountId, versionId, exception, role }: ExceptionDecisionProps) {
  const decide = useCall('POST /accounts/:accountId/exceptions');
  const say = (grants: boolean) =>
    decide.mutate({ params: { accountId }, body: { versionId, exception, role, grants } });
  return (
    <Group gap="xs" mt={6}>
      <span>{role.replaceAll('-', ' ')}:</span>
      <Button size="compact-sm" variant="default" disabled={decide.isPending} onClick={() => say(true)}>
        Grants it
      </Button>
      <Button size="compact-sm" variant="default" disabled={decide.isPending} onClick={() => say(false)}>
        Refuses it
      </Button>
    </Group>
  );
}
