import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Where in the conversation something happens; `content` is the end of the mail's content. */
type Step = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'content';

const ANSWERS: Readonly<Record<Step, string>> = {
  greeting: '220 here',
  EHLO: '250 here',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  content: '250 kept',
};

/**
 * A server that speaks just enough SMTP to fail at one step as no proper server would: by hanging up, by silence, or by
 * an endless answer. Counts how often it got that far.
 */
export async function failingServer(at: Step, how: 'hang up' | 'silence' | 'trickle') {
  let reached = 0;
  const server = createServer((socket) => {
    const step = (now: Step): void => {
      if (now !== at) return void socket.write(`${ANSWERS[now]}\r\n`);
      reached += 1;
      if (how === 'hang up') socket.destroy();
      if (how !== 'trickle') return;
      // One line of an answer of many lines, again and again: there is always something to read.
      const timer = setInterval(() => socket.write('250-wait\r\n'), 20);
      socket.on('close', () => clearInterval(timer));
    };
    let isContent = false;
    let unread = '';
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      unread += data.toString();
      const lines = unread.split('\r\n');
      unread = lines.pop() ?? '';
      for (const line of lines) {
        if (isContent && line !== '.') continue;
        const now = isContent ? 'content' : (line.slice(0, 4).toUpperCase() as Step);
        isContent = now === 'DATA';
        if (now in ANSWERS) step(now);
        else socket.end('221 bye\r\n');
      }
    });
    step('greeting');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, reached: () => reached, close: () => void server.close() };
}
