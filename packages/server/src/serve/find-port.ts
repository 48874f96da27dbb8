/** A port that can be listened on, known before the server is built: links and cookies are made for an address. */
import { createServer } from 'node:net';
import { refuseStart, type StartResult } from './start-refusals.ts';

const TRIES = 20;

/** `port`, or where `orNext` allows it the first free one after it. 0 is any. */
export async function findPort(host: string, port: number, orNext: boolean): Promise<StartResult<number>> {
  const tries = orNext && port !== 0 ? TRIES : 1;
  for (let tried = port; tried < port + tries && tried <= 65_535; tried++) {
    const found = await tryPort(host, tried);
    if (typeof found === 'number') return { ok: true, value: found };
    if (found === 'EACCES') return refuseStart('server.port-denied', `You may not listen on port ${tried}.`);
    if (found !== 'EADDRINUSE') return refuseStart('server.no-address', `${host} cannot be listened on (${found}).`);
  }
  return refuseStart(
    'server.port-taken',
    `Port ${port} is taken${tries > 1 ? `, and the next ${tries - 1} are` : ''}.`,
  );
}

function tryPort(host: string, port: number): Promise<number | string> {
  const { promise, resolve, reject } = Promise.withResolvers<number | string>();
  const server = createServer();
  server.on('error', (error) =>
    'code' in error && typeof error.code === 'string' ? resolve(error.code) : reject(error),
  );
  server.listen({ host, port, exclusive: true }, () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
  });
  return promise;
}
