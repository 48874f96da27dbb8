/** What a client sent, held against the contract: typed values or the fields that are wrong. */
import type { z } from 'zod';
import type { Route } from '@tamarack/contract';
import { refuseApi, type ApiResult, type Field } from './refuse-api.ts';

export type Sent = { readonly params: unknown; readonly query: unknown; readonly body: unknown };
type Read = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

/** Reads all three parts, so that every wrong field is named at once. */
export function readInput(route: Route, sent: Sent): ApiResult<Read> {
  const fields: Field[] = [];
  const read = {
    params: readPart(route.params, sent.params, 'path', fields),
    query: readPart(route.query, sent.query, 'query', fields),
    body: route.upload ? undefined : readPart(route.body, sent.body ?? (route.body ? {} : undefined), '', fields),
  };
  if (fields.length === 0) return { ok: true, value: read };
  const named = fields.map(({ path, says }) => (path ? `${path}: ${says}` : says)).join('; ');
  return refuseApi('request.invalid', `The request cannot be read: ${named}.`, fields);
}

function readPart(shape: z.ZodType | undefined, input: unknown, where: string, fields: Field[]): unknown {
  if (!shape) return undefined;
  const unstorable = unstorableAt(input, where);
  if (unstorable !== undefined) {
    fields.push({ path: unstorable, says: 'holds a character that cannot be stored' });
    return undefined;
  }
  const read = shape.safeParse(input);
  if (read.success) return read.data;
  for (const issue of read.error.issues.slice(0, 50))
    fields.push({
      path: [where, ...issue.path]
        .filter((part) => part !== '')
        .map(String)
        .join('.'),
      says: issue.message,
    });
  return undefined;
}

/** PostgreSQL stores neither NUL nor half a surrogate pair; found here, they are the sender's mistake and not our 500. */
function unstorableAt(input: unknown, path: string): string | undefined {
  if (typeof input === 'string') return input.includes('\0') || !input.isWellFormed() ? path : undefined;
  if (typeof input !== 'object' || input === null) return undefined;
  for (const [key, value] of Object.entries(input)) {
    if (unstorableAt(key, '') !== undefined) return path;
    const found = unstorableAt(value, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
