import { Button, Group } from '@mantine/core';
import { useCall } from '../../../api/use-call.ts';
import { Instant } from '../../../ui/instant.tsx';
import type { Entitled } from './contract.ts';
import classes from './entitlements.module.css';

export type ExceptionDecisionProps = {
  readonly accountId: string;
  /** Of the version on which it is decided; undefined where nobody decides here. */
  readonly versionId: string | undefined;
  readonly exception: string;
  readonly decision: Entitled['eligibility']['exceptions'][number]['decisions'][number];
};

/** What a role decided about an exception (GL1), and where it can be put on record. The last decision of a role counts. */
export function ExceptionDecision({ accountId, versionId, exception, decision }: ExceptionDecisionProps) {
  const decide = useCall('POST /accounts/:accountId/exceptions');
  const { role, grants, decidedBy, decidedAt } = decision;
  const words = role.replaceAll('-', ' ');
  const say = (agrees: boolean) => {
    if (versionId !== undefined)
      decide.mutate({ params: { accountId }, body: { versionId, exception, role, grants: agrees } });
  };
  const button = (agrees: boolean) => (
    <Button
      size="compact-sm"
      variant="default"
      disabled={decide.isPending || grants === agrees}
      onClick={() => say(agrees)}
    >
      {agrees ? 'Grants it' : 'Refuses it'}
    </Button>
  );
  return (
    <Group gap="xs" mt={6} role="group" aria-label={words}>
      <span className={classes['decided']}>
        {words}: {grants === null ? 'not decided' : grants ? 'granted' : 'refused'}
        {decidedBy !== null && ` by ${decidedBy.name}`}
        {decidedAt !== null && (
          <>
            , <Instant at={decidedAt} as="short" />
          </>
        )}
      </span>
      {versionId !== undefined && (
        <>
          {button(true)}
          {button(false)}
        </>
      )}
    </Group>
  );
}
