/** One call of a webhook: to addresses that are allowed, without following it elsewhere, and with an end. */
import { lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSafe } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isAllowed, isOwn } from './allowed-address.ts';

export type Answer = {
  /** Absent where there was no answer. */
  readonly status?: number;
  /** Its beginning. */
  readonly text?: string;
  /** The header as it came. */
  readonly retryAfter?: string;
  /** Why there was none. */
  readonly error?: string;
};

/** The specification asks for 15 to 30 seconds. */
const TIMEOUT_MS = 20_000;
const MOST_CHARACTERS = 500;
/** The status says whether it was heard; of the words that follow it shows what comes by then, also where they never end. */
const BODY_MS = 1000;

/** Posts the body. What fails is told, and never thrown. `signal`: the process is about to end. */
export async function postTo(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  networks: readonly string[],
  signal: AbortSignal,
): Promise<Answer> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const refused = refusalOf(target, host, networks);
  if (refused !== undefined) return { error: refused };
  const isSafe = target.protocol === 'https:';
  return new Promise((resolve) => {
    const sent = (isSafe ? requestSafe : requestPlain)(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        // A connection of its own: one that is kept was looked up under other rules, perhaps.
        agent: false,
        lookup: guardedLookup(networks, isSafe),
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      },
      (reply) => {
        let text = '';
        const enough = setTimeout(() => reply.destroy(), BODY_MS);
        const done = () => {
          clearTimeout(enough);
          const retryAfter = reply.headers['retry-after'];
          resolve({
            status: reply.statusCode ?? 0,
            // PostgreSQL holds no NUL.
            text: text.slice(0, MOST_CHARACTERS).replaceAll('\u0000', '\ufffd'),
            ...(retryAfter === undefined ? {} : { retryAfter }),
          });
        };
        reply.setEncoding('utf8');
        reply.on('data', (chunk: string) => {
          text += chunk;
          // Nobody reads more, and a body without end would keep us.
          if (text.length >= MOST_CHARACTERS) reply.destroy();
        });
        reply.on('close', done);
        reply.on('error', done);
      },
    );
    // Nobody here speaks another protocol; unheard, that would end the call without a word, and never this promise.
    sent.on('upgrade', (reply, socket) => {
      socket.destroy();
      resolve({ status: reply.statusCode ?? 0 });
    });
    sent.on('error', (error) => resolve({ error: wordsOf(error) }));
    sent.end(body);
  });
}

/** Why a URL is not called at all; its name is looked up only when it is called. */
export function refusalOf(target: URL, host: string, networks: readonly string[]): string | undefined {
  if (target.username !== '' || target.password !== '') return 'The address holds a name or a password.';
  if (isIP(host) !== 0 && !isAllowed(host, networks)) return privateAddress(host);
  if (target.protocol === 'http:' && (networks.length === 0 || (isIP(host) !== 0 && !isOwn(host, networks))))
    return 'The address is not encrypted: it begins with http, not with https.';
  return undefined;
}

/** Checks the very addresses that are then connected to: a name that answers otherwise the second time gains nothing. */
function guardedLookup(networks: readonly string[], isSafe: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '', 0);
        return;
      }
      const [first] = addresses;
      const wrong = addresses.find(({ address }) => !(isSafe ? isAllowed : isOwn)(address, networks));
      if (wrong) callback(new Error(privateAddress(wrong.address)), '', 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family ?? 0);
    });
  };
}

function privateAddress(address: string): string {
  return `${address} is no address of the public internet, and WEBHOOK_NETWORKS does not allow it.`;
}

function wordsOf(error: Error): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return `There was no answer within ${TIMEOUT_MS / 1000} seconds.`;
  return error.message === '' ? error.name : error.message;
}
