import { Button } from '@mantine/core';
import { KEPT_MS, useReplay } from './use-replay.ts';

export type SendFailedAgainProps = {
  readonly webhookId: string;
  /** Others are being sent again. */
  readonly isBusy: boolean;
};

/** Sends again whatever was given up. */
export function SendFailedAgain({ webhookId, isBusy }: SendFailedAgainProps) {
  const replay = useReplay();
  const send = () => {
    const since = new Date(Date.now() - KEPT_MS).toISOString();
    replay.mutate({ params: { webhookId }, body: { since, only: 'failed' } });
  };
  return (
    <Button variant="default" size="xs" loading={replay.isPending} disabled={isBusy} onClick={send}>
      Send again what was given up
    </Button>
  );
}
