import { refuseMail, type MailResult } from './refusals.ts';

/** When a connection is encrypted that did not begin so. `required`: by STARTTLS, with a certificate that is checked. */
const TLS_MODES = ['required', 'if-offered', 'never'] as const;

/** How to reach the mail server. */
export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte (smtps). */
  readonly implicitTls: boolean;
  readonly tls: (typeof TLS_MODES)[number];
  readonly login: { readonly user: string; readonly password: string } | undefined;
};

const SUBMISSION_PORT = 587;
const IMPLICIT_TLS_PORT = 465;

/**
 * Reads `smtp://user:password@host:587` or `smtps://…:465`. TLS is required; on this machine's own addresses, where
 * nobody listens in between and certificates are home-made, it is used if offered. `?tls=required|if-offered|never`
 * decides otherwise. The refusal never holds the password.
 */
export function readSmtpUrl(text: string): MailResult<SmtpServer> {
  const url = URL.parse(text);
  if (url === null || url.hostname === '') return refuseMail('mail.bad-url');
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') {
    return refuseMail('mail.bad-url', `Mail is sent by smtp:// or smtps://, not by ${url.protocol}//.`);
  }
  const unknown = [...url.searchParams.keys()].find((key) => key !== 'tls');
  if (unknown !== undefined) return refuseMail('mail.bad-url', `SMTP_URL knows tls=, but not ${unknown}=.`);
  if (url.pathname.length > 1)
    return refuseMail('mail.bad-url', 'SMTP_URL ends with the port; a slash in a password is %2F.');
  const implicitTls = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const asked = url.searchParams.get('tls') ?? (isLoopback(host) ? 'if-offered' : 'required');
  const tls = TLS_MODES.find((mode) => mode === asked);
  if (tls === undefined) return refuseMail('mail.bad-url', `tls= is one of ${TLS_MODES.join(', ')}.`);
  if (implicitTls && tls === 'never')
    return refuseMail('mail.bad-url', 'smtps:// is encrypted; write smtp:// for tls=never.');
  const user = decoded(url.username);
  const password = decoded(url.password);
  if (user === undefined || password === undefined) {
    return refuseMail('mail.bad-url', 'User or password cannot be decoded; a percent sign is %25.');
  }
  if ((user === '') !== (password === ''))
    return refuseMail('mail.bad-url', 'SMTP_URL has a user or a password, not both.');
  const port = url.port === '' ? (implicitTls ? IMPLICIT_TLS_PORT : SUBMISSION_PORT) : Number(url.port);
  return { ok: true, value: { host, port, implicitTls, tls, login: user === '' ? undefined : { user, password } } };
}

/** Whether bytes to this host stay on this machine. */
function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
