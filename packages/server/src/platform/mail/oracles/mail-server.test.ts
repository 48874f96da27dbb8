import { once } from 'node:events';
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { mailServer } from './mail-server.ts';

/** Each line after the server's answer to the one before; the last stays half said. */
const HALF_A_MAIL = ['EHLO dying.test', 'MAIL FROM:<a@dying.test>', 'RCPT TO:<b@desk.test>', 'DATA', 'Subject: half'];

test('a mail whose sender dies in the middle of it is not heard, and the next one is', async () => {
  const server = await mailServer();
  const socket = connect(server.port, '127.0.0.1');
  for (const line of HALF_A_MAIL) {
    await once(socket, 'data');
    socket.write(`${line}\r\n`);
  }
  socket.resetAndDestroy();
  await createTransport(server.url).sendMail({ from: 'a@dying.test', to: 'b@desk.test', subject: 'whole' });
  expect(server.received.map(({ raw }) => /Subject: .*/.exec(raw)?.[0])).toEqual(['Subject: whole']);
  await server.close();
});
