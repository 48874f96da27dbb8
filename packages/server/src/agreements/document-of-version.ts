/** The document of a description at a level, as data and as a page. */
import type { FastifyReply } from 'fastify';
import { documentOf, type DocumentModel, type ReadyDescription } from '@tamarack/core';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { writeHtml } from '../render/index.ts';

/** Refuses `record.not-found` where the description has no such level. */
export function documentAt(ready: ReadyDescription, level: string | undefined): ApiResult<DocumentModel> {
  if (level !== undefined && !Object.hasOwn(ready.description.levels, level))
    return refuseApi('record.not-found', `The description has no level “${level}”.`);
  return { ok: true, value: documentOf(ready, { level }) };
}

/** No script, no address of another place, no form: whatever stands in a description is only shown. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-modals",
  'x-frame-options': 'SAMEORIGIN',
  'cache-control': 'private, no-cache',
} as const;

/** Sends the document as one page that prints well. */
export function sendPage(reply: FastifyReply, document: DocumentModel): { readonly ok: true; readonly sent: true } {
  void reply.headers(PAGE_HEADERS).send(writeHtml(document));
  return { ok: true, sent: true };
}
