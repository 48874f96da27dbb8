/** What was thrown, as a refusal: a stranger never sees a stack, and what the caller can mend is no 500. */
import { DatabaseError } from 'pg';
import type { ApiRefusalCode } from '@tamarack/contract';
import { StrangeCursor } from '../database/cursor.ts';
import { refuseApi, type AnyRefusal } from './refuse-api.ts';

const BY_SQLSTATE: Readonly<Record<string, ApiRefusalCode>> = {
  // unique_violation, foreign_key_violation, check_violation
  '23505': 'value.taken',
  '23503': 'state.not-possible',
  '23514': 'value.not-allowed',
  '23000': 'state.not-possible',
  // numeric and date values beyond what a column holds
  '22003': 'value.not-allowed',
  '22008': 'value.not-allowed',
  // query_canceled, lock_not_available, admin_shutdown, crash_shutdown, cannot_connect_now, too_many_connections
  '57014': 'server.busy',
  '55P03': 'server.busy',
  '57P01': 'server.busy',
  '57P02': 'server.busy',
  '57P03': 'server.busy',
  '53300': 'server.busy',
};
const BY_FASTIFY: Readonly<Record<string, ApiRefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.wrong-type',
  FST_ERR_RATE_LIMIT: 'request.too-many',
  FST_ERR_NOT_FOUND: 'route.unknown',
};
const CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);

/** Serialisation failures and deadlocks: the same transaction may succeed when it is tried again. */
export function mayBeRepeated(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');
}

/** PostgreSQL's own word, so that the transaction is known to be undone; a lost connection says nothing of it. */
export function isSaidByDatabase(error: unknown): boolean {
  return error instanceof DatabaseError;
}

/** What was remembered, and decided by, is remembered no more. */
export class OutOfDate extends Error {}

/** The same, or it holds no more (`require_state` in the migrations): to be read and decided anew. */
export function isOutOfDate(error: unknown): boolean {
  return error instanceof OutOfDate || (error instanceof DatabaseError && error.code === 'TM001');
}

/** Somebody else was first (unique_violation). */
export function isTaken(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23505';
}

export function refusalOf(error: unknown): AnyRefusal {
  if (error instanceof StrangeCursor)
    return refuseApi('request.invalid', error.message, [
      { path: 'query.after', says: 'expected the `next` of the page before' },
    ]).refusal;
  return refuseApi(codeOf(error)).refusal;
}

function codeOf(error: unknown): ApiRefusalCode {
  if (error instanceof DatabaseError) return BY_SQLSTATE[error.code ?? ''] ?? 'server.failed';
  if (!(error instanceof Error)) return 'server.failed';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
  if (BY_FASTIFY[code]) return BY_FASTIFY[code];
  if (CONNECTION.has(code) || /Connection terminated|timeout exceeded when trying to connect/.test(error.message))
    return 'server.busy';
  // Fastify's own complaints about a request: malformed JSON, a bad URL, an unreadable length.
  if (status !== undefined && status >= 400 && status < 500) return byStatus(status);
  return 'server.failed';
}

function byStatus(status: number): ApiRefusalCode {
  if (status === 413) return 'request.too-large';
  if (status === 415) return 'request.wrong-type';
  return status === 429 ? 'request.too-many' : 'request.invalid';
}
