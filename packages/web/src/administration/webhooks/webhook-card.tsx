import { Button, Group, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Gives } from '@tamarack/contract';
import { useCall } from '../../api/use-call.ts';
import { DataPairs } from '../../ui/data-pairs.tsx';
import { Dialogue } from '../../ui/dialogue.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Link } from '../../ui/link.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/section.tsx';
import { SureButton } from '../../ui/sure-button.tsx';
import { SecretOnce } from './secret-once.tsx';
import { ToSendAgain } from './to-send-again.tsx';

type Webhook = Gives<'GET /webhooks'>['rows'][number];

/** A webhook, how it fares, and what can be done with it. */
export function WebhookCard({ webhook }: { readonly webhook: Webhook }) {
  const { id, url, says, isActive, waiting, version } = webhook;
  const refreshes = { refreshes: ['GET /webhooks'] } as const;
  const change = useCall('PATCH /webhooks/:webhookId', refreshes);
  const remove = useCall('DELETE /webhooks/:webhookId', refreshes);
  const rotate = useCall('POST /webhooks/:webhookId/secret', refreshes);
  const [isShown, setShown] = useState(false);
  const params = { webhookId: id };
  return (
    <Section title={url} {...(says === '' ? {} : { says })} actions={<WebhookState webhook={webhook} />}>
      <Stack>
        <DataPairs pairs={pairsOf(webhook)} />
        <ToSendAgain many={webhook.toSendAgain} />
        <Group gap="sm">
          <Link href={`/administration/webhooks/${id}`}>
            {waiting === 0 ? 'Deliveries' : `Deliveries, ${waiting} waiting`}
          </Link>
          <Button
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ params, version, body: { isActive: !isActive } })}
          >
            {isActive ? 'Stop' : 'Go on'}
          </Button>
          <SureButton
            label="New secret"
            sureLabel="Replace the secret"
            loading={rotate.isPending}
            onSure={() => rotate.mutate({ params, body: {} }, { onSuccess: () => setShown(true) })}
          />
          <SureButton
            label="Remove"
            sureLabel="Remove for good"
            loading={remove.isPending}
            onSure={() => remove.mutate({ params })}
          />
        </Group>
      </Stack>
      {isShown && rotate.data && (
        <Dialogue
          title="Take the secret with you"
          onClose={() => setShown(false)}
          closeOnClickOutside={false}
          closeOnEscape={false}
        >
          <SecretOnce secret={rotate.data.secret} onKept={() => setShown(false)} />
        </Dialogue>
      )}
    </Section>
  );
}

function WebhookState({ webhook: { isActive, failingSince } }: { readonly webhook: Webhook }) {
  if (!isActive) return <Mark says="Stopped" Icon={IconCircleOff} colour="void" />;
  return failingSince === null ? (
    <Mark says="On" Icon={IconCircleCheck} colour="kept" />
  ) : (
    <Mark says="Failing" Icon={IconAlertTriangle} colour="broken" />
  );
}

function pairsOf({ facts, account, withInternal, failingSince, stoppedBecause, oldSecretUntil }: Webhook) {
  return [
    ['Is told', facts.length === 0 ? 'everything that happens' : facts.join(', ')],
    ['Of', account ?? 'all accounts'],
    ...(withInternal ? [['Also', 'what is internal'] as const] : []),
    ...(failingSince === null ? [] : [['Failing since', <Instant key="failing" at={failingSince} />] as const]),
    ...(stoppedBecause === null ? [] : [['Stopped', stoppedBecause] as const]),
    ...(oldSecretUntil === null
      ? []
      : [['Old secret signs until', <Instant key="old" at={oldSecretUntil} as="short" />] as const]),
  ] as const;
}
