import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Gives } from '@tamarack/contract';
import { useCall } from '../../api/use-call.ts';
import { useGet } from '../../api/use-get.ts';
import { DataPairs } from '../../ui/data-pairs.tsx';
import { Instant } from '../../ui/instant.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { MailState } from './mail-state.tsx';
import classes from './mail.module.css';

type Mail = Gives<'GET /mails/:mailId'>;

const route = getRouteApi('/signed-in/administration/mail/$mailId');

/** A mail with its text. The text only: what HTML it has says the same. */
export function MailPage() {
  const { mailId } = route.useParams();
  const mail = useGet('GET /mails/:mailId', { params: { mailId } });
  const retry = useCall('POST /mails/:mailId/retry', { refreshes: ['GET /mails', 'GET /mails/:mailId'] });
  return (
    <QueryState query={mail}>
      {(data) => (
        <Section
          title={data.subject}
          actions={
            data.state !== 'sent' && (
              <Button
                variant="default"
                size="xs"
                loading={retry.isPending}
                onClick={() => retry.mutate({ params: { mailId } })}
              >
                Try now
              </Button>
            )
          }
        >
          <DataPairs pairs={pairsOf(data)} />
          {data.text === null ? (
            <p className={classes['gone']}>
              {data.isSecret
                ? 'It held a one-time link, so its text was forgotten when it was sent.'
                : 'Its text was forgotten.'}
            </p>
          ) : (
            <pre className={classes['text']} tabIndex={0} aria-label="Text of the mail">
              {data.text}
            </pre>
          )}
        </Section>
      )}
    </QueryState>
  );
}

function pairsOf({ to, toName, state, attempts, error, createdAt, sentAt, nextTryAt }: Mail) {
  return [
    ['To', `${toName} <${to}>`],
    ['State', <MailState key="state" state={state} />],
    ['Made', <Instant key="made" at={createdAt} as="short" />],
    ...(sentAt === null ? [] : [['Sent', <Instant key="sent" at={sentAt} as="short" />] as const]),
    ...(nextTryAt === null ? [] : [['Next try', <Instant key="next" at={nextTryAt} />] as const]),
    ...(attempts === 0 ? [] : [['Tries', attempts] as const]),
    ...(error === null ? [] : [['What went wrong', error] as const]),
  ] as const;
}
