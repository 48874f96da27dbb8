import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { gatheringSocket } from './gathering-socket.ts';

test('what is written in one turn of the event loop is one write, and the next turn another', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const socket = gatheringSocket();
  socket.connect(address.port, '127.0.0.1');
  const [peer] = (await once(server, 'connection')) as [Socket];
  await once(socket, 'connect');
  const statement = (text: string) => {
    socket.cork();
    socket.write(text);
    socket.write(';');
    socket.uncork();
  };
  let heard = '';
  peer.on('data', (chunk) => (heard += String(chunk)));
  statement('begin');
  await Promise.resolve();
  statement('select 1');
  // All of it waits still, to go at once.
  expect(socket.writableLength).toBe('begin;select 1;'.length);
  await new Promise(setImmediate);
  expect(socket.writableCorked).toBe(0);
  statement('commit');
  socket.end();
  await once(peer, 'end');
  expect(heard).toBe('begin;select 1;commit;');
  server.close();
});
