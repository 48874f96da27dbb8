/** The routes of contracts: contract in, use case, contract out. */
import type { contractRoutes, roleAssignmentRoutes } from '@tamarack/contract';
import { sendPage } from '../agreements/index.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { recorderOf } from '../platform/http/person-of.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { agreeableAt } from './agreeable.ts';
import { changeContract, previewChange } from './change-contract.ts';
import { contractById, contractsOf } from './contract-of.ts';
import { decideChange, differencesOf, refuseChange } from './decide-change.ts';
import { documentOfContract } from './document-of-contract.ts';
import { decideException, eligibilityAsked } from './eligibility.ts';
import { entitlementsOf } from './entitlements.ts';
import { end, rename, renew } from './extend-contract.ts';
import { namePeople, rolesOfContract } from './name-people.ts';
import { openContract } from './open-contract.ts';

const CONTRACT = '/accounts/:accountId/contracts/:contractId';
const CHANGE = '/accounts/:accountId/contracts/:contractId/changes/:termsId';

export const contractHandlers: Handlers<keyof typeof contractRoutes | keyof typeof roleAssignmentRoutes> = {
  'GET /descriptions/:descriptionId/versions/:versionId/agreeable': ({ tx, params, query }) =>
    agreeableAt(tx, params, query.level),
  'GET /accounts/:accountId/contracts': async ({ tx, params, now }) => ({
    ok: true,
    value: { rows: await contractsOf(tx, params.accountId, now) },
  }),
  'POST /accounts/:accountId/contracts': ({ tx, params, body, actor, now }) =>
    openContract(tx, params.accountId, body, recorderOf(actor), now),
  [`GET ${CONTRACT}`]: async ({ tx, params, now }) => {
    const contract = await contractById(tx, params.accountId, params.contractId, now);
    return contract ? { ok: true, value: contract } : refuseApi('record.not-found');
  },
  [`PATCH ${CONTRACT}`]: ({ tx, params, body, ifMatch, actor, now }) =>
    rename(tx, params, body.name, ifMatch, recorderOf(actor), now),
  [`POST ${CONTRACT}/changes/preview`]: ({ tx, params, body, now }) =>
    previewChange(tx, params.accountId, params.contractId, body, now),
  [`POST ${CONTRACT}/changes`]: ({ tx, params, body, ifMatch, actor, now }) =>
    changeContract(tx, params.accountId, params.contractId, body, ifMatch, recorderOf(actor), now),
  [`GET ${CHANGE}/differences`]: ({ tx, params, now }) => differencesOf(tx, params, now),
  [`POST ${CHANGE}/decision`]: ({ tx, params, body, actor, now }) =>
    decideChange(tx, params, body, recorderOf(actor), now),
  [`POST ${CHANGE}/withdrawal`]: ({ tx, params, body, actor, now }) =>
    refuseChange(tx, params, 'withdrawn', body.note, recorderOf(actor), now),
  [`POST ${CONTRACT}/renewal`]: ({ tx, params, body, ifMatch, actor, now }) =>
    renew(tx, params, body, ifMatch, recorderOf(actor), now),
  [`POST ${CONTRACT}/ending`]: ({ tx, params, body, ifMatch, actor, now }) =>
    end(tx, params, body, ifMatch, recorderOf(actor), now),
  [`GET ${CONTRACT}/document`]: ({ tx, params, query, now }) => documentOfContract(tx, params, query.termsId, now),
  [`GET ${CONTRACT}/page`]: {
    alone: async ({ db, actor, params, query, now, reply }) => {
      const document = await db.read(actor, (tx) => documentOfContract(tx, params, query.termsId, now));
      return document.ok ? sendPage(reply, document.value) : document;
    },
  },
  [`GET ${CONTRACT}/roles`]: ({ tx, params, now }) => rolesOfContract(tx, params, now),
  [`PUT ${CONTRACT}/roles/:side/:role`]: ({ tx, params, body, actor, now }) =>
    namePeople(tx, params, body.personIds, recorderOf(actor), now),
  'GET /accounts/:accountId/entitlements': ({ tx, params, now }) => entitlementsOf(tx, params.accountId, now),
  'GET /accounts/:accountId/eligibility': ({ tx, params, query }) =>
    eligibilityAsked(tx, params.accountId, query.versionId, query.level),
  'POST /accounts/:accountId/exceptions': ({ tx, params, body, actor, visitor, now }) =>
    decideException(tx, params.accountId, body, { ...recorderOf(actor), name: visitor?.name ?? '' }, now),
};
