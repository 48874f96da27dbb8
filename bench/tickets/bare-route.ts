/** The process of bare-server.ts. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type BareRoute = {
  readonly port: number;
  /** From then on it answers this. */
  readonly answer: (text: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function startBareRoute(): Promise<BareRoute> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    port,
    answer: async (text) => {
      child.send({ answer: text });
      await once(child, 'message');
    },
    stop: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
