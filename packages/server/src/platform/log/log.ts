/** The log: structured lines of JSON, or lines to read where a person looks at them. */
import { pino, type DestinationStream, type Logger } from 'pino';
import { linesOfATurn } from './lines-of-a-turn.ts';
import { readableLines } from './readable-lines.ts';
import { withoutSecrets } from './without-secrets.ts';

export type Log = Logger;

export type LogOptions = {
  readonly level: string;
  /** Lines for people rather than programs. */
  readonly readable: boolean;
  /** Standard output by default. */
  readonly destination?: DestinationStream;
};

/**
 * Opens the log. What a child logger is given when it is made is written as it is (Fastify gives the request's id). Errors are written with their message and stack, without the statement and
 * its values.
 */
export function openLog({ level, readable, destination = linesOfATurn(1) }: LogOptions): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (entry) => withoutSecrets(entry),
      },
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
