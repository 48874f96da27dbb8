/** What Tamarack reaches and how it is reached: mail, files, the address, its secrets. */
import type { Config } from '../platform/config/config.ts';
import { openFileStore } from '../platform/files/open-file-store.ts';
import { smtpMailer } from '../platform/mail/smtp-mailer.ts';
import { missing, ok, weak, type Finding } from './finding.ts';

const MAIL_PATIENCE_MS = 10_000;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

export async function examineSurroundings(config: Config): Promise<readonly Finding[]> {
  return [address(config), proxies(config), secrets(config), await mail(config), await files(config)];
}

function address({ publicUrl, host }: Config): Finding {
  const url = publicUrl === undefined ? undefined : new URL(publicUrl);
  const remedy = 'Set PUBLIC_URL to the https:// address of the reverse proxy in front; docs/operations.md shows one.';
  if (url?.protocol === 'https:') return ok('address', url.origin);
  if (url && !LOOPBACK.test(url.hostname))
    return missing('address', `${url.origin} is not encrypted: passwords and sessions can be read on the way.`, remedy);
  return LOOPBACK.test(host)
    ? ok('address', 'this machine only')
    : weak('address', `It listens on ${host}, and links name http://localhost.`, remedy);
}

/** A proxy that is not believed makes one caller of all: wrong passwords of one would lock everybody out. */
function proxies({ publicUrl, host, trustedProxies }: Config): Finding {
  if (trustedProxies.length > 0)
    return ok('proxies', `believed beside those of this machine: ${trustedProxies.join(', ')}`);
  const isElsewhere = publicUrl?.startsWith('https:') === true && !LOOPBACK.test(host);
  return isElsewhere
    ? weak(
        'proxies',
        `It listens on ${host}, so the proxy may be on another machine, and only those of this one are believed about who calls.`,
        'Name the proxy in TRUSTED_PROXIES, or let it run on this machine and HOST be 127.0.0.1.',
      )
    : ok('proxies', 'only those of this machine are believed about who calls');
}

const SHORTEST = 16;

function secrets({ databaseUrl }: Config): Finding {
  const url = databaseUrl === undefined ? undefined : URL.parse(databaseUrl);
  const isShort = url !== null && url !== undefined && url.password !== '' && url.password.length < SHORTEST;
  return isShort && !LOOPBACK.test(url.hostname)
    ? weak(
        'secrets',
        `The password in DATABASE_URL has fewer than ${SHORTEST} characters.`,
        'Let a password manager make one.',
      )
    : ok('secrets', 'none that is set is short');
}

async function mail({ smtpUrl }: Config): Promise<Finding> {
  if (smtpUrl === undefined)
    return weak('mail', 'None is sent: mails wait in a page for the administrator.', 'Set SMTP_URL and MAIL_FROM.');
  const mailer = smtpMailer(smtpUrl, { timeoutMs: MAIL_PATIENCE_MS });
  const verified = await mailer.verify();
  mailer.close();
  return verified.ok
    ? ok('mail', 'the mail server takes our log-in')
    : missing('mail', verified.refusal.sentence, verified.refusal.remedy);
}

/** Tried with a few bytes that nobody else has. */
async function files({ filesUrl }: Config): Promise<Finding> {
  const store = openFileStore(filesUrl);
  if (!store.ok) return missing('files', store.refusal.sentence, store.refusal.remedy);
  try {
    const content = new TextEncoder().encode(`tamarack doctor ${crypto.randomUUID()}`);
    const put = await store.value.put(
      (async function* () {
        yield content;
      })(),
      { maxBytes: 1000 },
    );
    if (put.ok) await store.value.remove(put.value.hash);
    return ok('files', 'they can be written and removed');
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return missing('files', `They cannot be written: ${says}.`, 'Check FILES_URL, and who may write there.');
  }
}
