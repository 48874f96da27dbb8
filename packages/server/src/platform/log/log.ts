/** The log: structured lines of JSON, or lines to read where a person looks at them. */
import { pino, type DestinationStream, type Logger } from 'pino';
import { readableLines } from './readable-lines.ts';

export type Log = Logger;

/**
 * What must never be in a log, wherever in an entry it is: credentials, and what people wrote. Bodies of requests and of
 * mails are not logged at all; this catches whoever forgets.
 */
const SECRETS = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'secret',
  'body',
  'payload',
  'html',
  'text',
];
const DEEPEST = 3;
const redacted = SECRETS.flatMap((name) =>
  Array.from({ length: DEEPEST + 1 }, (_, depth) => `${'*.'.repeat(depth)}["${name}"]`.replace('.[', '[')),
);

export type LogOptions = {
  readonly level: string;
  /** Lines for people rather than programs. */
  readonly readable: boolean;
  /** Standard output by default. */
  readonly destination?: DestinationStream;
};

/** Opens the log. Errors are written with their message and stack, without the statement and its values. */
export function openLog({ level, readable, destination = pino.destination({ fd: 1, sync: true }) }: LogOptions): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redacted, censor: '[redacted]' },
      serializers: { err: errorSaid },
    },
    readable ? readableLines(destination) : destination,
  );
}

/** Of an error only what says where and why: PostgreSQL's `detail` quotes the row, and a row holds what people wrote. */
function errorSaid(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error === 'string' ? error : 'something else was thrown' };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: error.name, message: error.message, ...code, stack: error.stack };
}
