import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { CERTIFICATE, PRIVATE_KEY } from './loopback-certificate.ts';

/** A mail as a server has it. */
type Received = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly isEncrypted: boolean;
  readonly user: string | undefined;
};

/**
 * A real mail server on loopback that keeps what it takes. Plain and without log-in unless `options` say so; a
 * handler in them can refuse or hang up.
 */
export async function mailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  let connections = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    key: PRIVATE_KEY,
    cert: CERTIFICATE,
    disableReverseLookup: true,
    onConnect: (_, done) => {
      connections += 1;
      done();
    },
    onData: (stream, session, done) => {
      void (async () => {
        const parts = await stream.toArray().catch(unlessCutOff);
        if (parts === undefined) return;
        const raw = Buffer.concat(parts).toString();
        if (stream.sizeExceeded) return done(smtpError(552, 'too large'));
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const to = rcptTo.map(({ address }) => address);
        received.push({ from, to, raw, isEncrypted: session.secure, user: session.user });
        done();
      })();
    },
    ...options,
  });
  // A client that hangs up or mistrusts the certificate is what some tests want.
  server.on('error', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    connections: () => connections,
    close: async () => {
      server.close();
      await once(server.server, 'close');
    },
  };
}

/** A sender that dies in the middle of a mail has sent none, and waits for no answer. */
function unlessCutOff(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ECONNECTION') throw error;
}

/** An answer other than 250. */
export function smtpError(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** The headers of a mail, folded lines joined, in order. */
export function headersOf(raw: string): readonly (readonly [name: string, value: string])[] {
  const [head = ''] = raw.split('\r\n\r\n');
  return head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((header) => {
      const at = header.indexOf(': ');
      return [header.slice(0, at), header.slice(at + 2)];
    });
}
