/** One call to a receiver that behaves as no receiver should. */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postTo } from './post-to.ts';

let receiver: Server;
let address: string;
let answer: (response: ServerResponse) => void;
beforeAll(async () => {
  receiver = createServer((_request, response) => answer(response));
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const bound = receiver.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/`;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

const post = (signal = new AbortController().signal) => postTo(address, {}, '{}', ['127.0.0.0/8'], signal);

test('what says how it is and never comes to an end has answered', async () => {
  answer = (response) => {
    response.writeHead(200);
    response.write('so far');
  };
  expect(await post()).toEqual({ status: 200, text: 'so far' });
});

test('what breaks off in the middle of its body has answered as well', async () => {
  answer = (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('so', () => response.socket?.destroy());
  };
  expect(await post()).toEqual({ status: 200, text: 'so' });
});
