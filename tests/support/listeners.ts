/** Those whom a server tells of ticket work: somebody of the desk by mail, and a program by webhook. They hear until they are closed. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { headersOf, mailServer } from '../../packages/server/src/platform/mail/oracles/mail-server.ts';

export type Listeners = {
  /** What a server has to be started with, to reach them. */
  readonly environment: Readonly<Record<string, string>>;
  readonly webhookUrl: string;
  /** The id of each message that was heard, as often as it was; with the text that it had. */
  readonly webhooks: readonly { readonly id: string; readonly body: string }[];
  /** The Message-ID of each mail that was taken. */
  readonly mails: () => readonly string[];
  readonly close: () => Promise<void>;
};

export async function startListeners(): Promise<Listeners> {
  const mail = await mailServer();
  const webhooks: { id: string; body: string }[] = [];
  const receiver = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat((await Array.fromAsync(request)) as Uint8Array[]).toString();
      webhooks.push({ id: String(request.headers['webhook-id']), body });
      response.end();
    })().catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  return {
    environment: { SMTP_URL: mail.url, MAIL_FROM: 'desk@provider.test', WEBHOOK_NETWORKS: '127.0.0.1' },
    webhookUrl: `http://127.0.0.1:${port}/`,
    webhooks,
    mails: () =>
      mail.received.map(({ raw }) => headersOf(raw).find(([name]) => name.toLowerCase() === 'message-id')?.[1] ?? ''),
    close: async () => {
      receiver.closeAllConnections();
      receiver.close();
      await mail.close();
    },
  };
}
