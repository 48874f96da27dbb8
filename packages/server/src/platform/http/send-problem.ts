/** A refusal as problem details (RFC 9457). */
import type { FastifyReply } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Problem } from '@tamarack/contract';
import { statusOf, type AnyRefusal } from './refuse-api.ts';

export function sendProblem(reply: FastifyReply, refusal: AnyRefusal): FastifyReply {
  const status = statusOf(refusal);
  const problem: Problem = {
    type: `/api/docs#${refusal.code}`,
    title: STATUS_CODES[status] ?? 'Refused',
    status,
    detail: refusal.sentence,
    code: refusal.code,
    remedy: refusal.remedy,
    'request-id': reply.request.id,
    ...(refusal.fields ? { fields: [...refusal.fields] } : {}),
  };
  return reply.code(status).type('application/problem+json').send(JSON.stringify(problem));
}
