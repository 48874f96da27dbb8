import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
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
  const [note, setNote] = useState('');
  const decide = useCall('POST /accounts/:accountId/exceptions');
  const { role, grants, decidedBy, decidedAt } = decision;
  const words = role.replaceAll('-', ' ');
  const say = (agrees: boolean) => {
    if (versionId !== undefined) {
      const body = { versionId, exception, role, grants: agrees, note };
      decide.mutate({ params: { accountId }, body }, { onSuccess: () => setNote('') });
    }
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
          <TextInput
            size="xs"
            aria-label={`Reason of the ${words}`}
            placeholder="Reason, for the record"
            maxLength={4000}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          {button(true)}
          {button(false)}
        </>
      )}
    </Group>
  );
}
