/** The routes of descriptions: contract in, use case, contract out. */
import type { descriptionRoutes } from '@tamarack/contract';
import { descriptionJsonSchema } from '@tamarack/core';
import type { Handlers } from '../platform/http/handler.ts';
import { personOf } from '../platform/http/person-of.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { compareVersions } from './compare-versions.ts';
import { decideVersion, submitVersion, withdrawVersion } from './decide-version.ts';
import { descriptionById, descriptionList } from './description-views.ts';
import { sendPage } from './document-of-version.ts';
import { examineText } from './examine-text.ts';
import { examples } from './examples.ts';
import { publishedList } from './published-list.ts';
import { documentOfVersion } from './read-version.ts';
import { versionDetail } from './version-detail.ts';
import { discardDraft, draftDescription, writeDraft } from './work-on-draft.ts';

const VERSION = '/descriptions/:descriptionId/versions/:versionId';

export const descriptionHandlers: Handlers<keyof typeof descriptionRoutes> = {
  'GET /descriptions': async ({ tx }) => ({ ok: true, value: { rows: await descriptionList(tx) } }),
  'POST /descriptions': ({ tx, body, actor, now }) => draftDescription(tx, body, actor.personId, now),
  'POST /descriptions/check': { alone: ({ body }) => examineText(body.source) },
  'GET /descriptions/schema': async () => ({ ok: true, value: descriptionJsonSchema() }),
  'GET /descriptions/examples': async () => ({ ok: true, value: { rows: await examples() } }),
  'GET /descriptions/published': async ({ tx }) => ({ ok: true, value: { rows: await publishedList(tx) } }),
  'GET /descriptions/:descriptionId': async ({ tx, params }) => {
    const description = await descriptionById(tx, params.descriptionId);
    return description ? { ok: true, value: description } : refuseApi('record.not-found');
  },
  [`GET ${VERSION}`]: ({ tx, params, actor }) =>
    versionDetail(tx, params.descriptionId, params.versionId, actor.personId),
  [`PUT ${VERSION}/source`]: ({ tx, params, body, ifMatch, actor }) =>
    writeDraft(tx, params, body, ifMatch, actor.personId),
  [`DELETE ${VERSION}`]: ({ tx, params, ifMatch }) => discardDraft(tx, params, ifMatch),
  [`GET ${VERSION}/differences`]: ({ tx, params, query }) =>
    compareVersions(tx, params.descriptionId, params.versionId, query.with),
  [`GET ${VERSION}/document`]: ({ tx, params, query }) => documentOfVersion(tx, params, query.level),
  [`GET ${VERSION}/page`]: {
    alone: async ({ db, actor, params, query, reply }) => {
      const document = await db.read(actor, (tx) => documentOfVersion(tx, params, query.level));
      return document.ok ? sendPage(reply, document.value) : document;
    },
  },
  [`POST ${VERSION}/submission`]: ({ tx, params, body, ifMatch, actor, now }) =>
    submitVersion(tx, params, body.changeNote, ifMatch, { personId: personOf(actor), now }),
  [`POST ${VERSION}/withdrawal`]: ({ tx, params, ifMatch, actor, now }) =>
    withdrawVersion(tx, params, ifMatch, { personId: personOf(actor), now }),
  [`POST ${VERSION}/approval`]: ({ tx, params, body, ifMatch, actor, now }) =>
    decideVersion(tx, params, 'published', body.note, ifMatch, { personId: personOf(actor), now }),
  [`POST ${VERSION}/rejection`]: ({ tx, params, body, ifMatch, actor, now }) =>
    decideVersion(tx, params, 'rejected', body.note, ifMatch, { personId: personOf(actor), now }),
};
