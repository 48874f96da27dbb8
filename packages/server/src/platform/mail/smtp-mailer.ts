import { createTransport } from 'nodemailer';
import { mailForWire, type OutgoingMail } from './outgoing-mail.ts';
import type { MailResult } from './refusals.ts';
import { refusalOf } from './smtp-failure.ts';
import { readSmtpUrl, type SmtpServer } from './smtp-url.ts';

/** Sends mail. Keeps connections open between mails; `close` ends them once their mails are out. */
export type Mailer = {
  /** Granted once the server has taken the mail over. See `canSucceedLater` for what is worth another try. */
  readonly send: (mail: OutgoingMail) => Promise<MailResult<{ readonly messageId: string }>>;
  /** Connects, encrypts and logs in as `send` would, without a mail. */
  readonly verify: () => Promise<MailResult<undefined>>;
  readonly close: () => void;
};

export type MailerOptions = {
  /** How long each step may take, and a tenth of how long a mail may; 30 s by default. */
  readonly timeoutMs?: number;
  /** Connections at once, 5 by default. */
  readonly maxConnections?: number;
  /** What signs the server's certificate, in PEM, where that is no public authority. */
  readonly certificateAuthority?: string;
};

/** A server that trickles its answer never lets a step run out of time; this many steps are enough for any mail. */
const STEPS_A_MAIL = 10;

/**
 * A mailer for the server that `url` names (see `readSmtpUrl`, by which the configuration checks it first; throws for a
 * URL that it refuses). Connects when the first mail comes.
 */
export function smtpMailer(url: string, options: MailerOptions = {}): Mailer {
  const server = readSmtpUrl(url);
  if (!server.ok) throw new Error(`${server.refusal.sentence} ${server.refusal.remedy}`);
  const timeoutMs = options.timeoutMs ?? 30_000;
  const transport = createTransport({
    pool: true,
    host: server.value.host,
    port: server.value.port,
    ...encryption(server.value, options.certificateAuthority),
    ...(server.value.login && { auth: { user: server.value.login.user, pass: server.value.login.password } }),
    maxConnections: options.maxConnections ?? 5,
    // Once, for a connection that the server had closed while idle. More tries are the job's, which can wait longer.
    maxRequeues: 1,
    connectionTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  });
  return {
    async send(mail) {
      const wire = mailForWire(mail);
      if (!wire.ok) return wire;
      try {
        await transport.sendMail({ ...wire.value, signal: AbortSignal.timeout(timeoutMs * STEPS_A_MAIL) });
        return { ok: true, value: { messageId: mail.messageId } };
      } catch (error) {
        return refusalOf(error);
      }
    },
    async verify() {
      try {
        await transport.verify();
        return { ok: true, value: undefined };
      } catch (error) {
        return refusalOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function encryption(server: SmtpServer, certificateAuthority: string | undefined) {
  return {
    secure: server.implicitTls,
    requireTLS: server.tls === 'required',
    ignoreTLS: server.tls === 'never',
    tls: {
      // Who takes plain text where TLS is not offered gains nothing from a certificate that is checked (RFC 7435).
      rejectUnauthorized: server.tls === 'required',
      ...(certificateAuthority !== undefined && { ca: certificateAuthority }),
    },
  };
}
