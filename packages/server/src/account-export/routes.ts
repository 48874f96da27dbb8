/** The routes of the export. */
import type { exportRoutes } from '@tamarack/contract';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { personOf } from '../platform/http/person-of.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { exportDesk } from './export-desk.ts';
import { isSeen } from './export-views.ts';
import { giveUpExport } from './progress-store.ts';
import { exportProgress } from './progress-views.ts';
import { sendExport } from './send-export.ts';

type Key = Extract<keyof typeof exportRoutes, `${string}/export` | `${string}/export/progress`>;

/** Handlers over the store in which the bytes of files lie. */
export function exportHandlers(files: FileStore): Pick<Handlers<keyof typeof exportRoutes>, Key> {
  const desk = exportDesk();
  return {
    'GET /accounts/:accountId/export': {
      alone: ({ params, ...call }) => sendExport({ files, desk }, { ...call, accountId: params.accountId }),
    },
    'GET /accounts/:accountId/export/progress': async ({ tx, params, actor }) =>
      (await isSeen(tx, params.accountId))
        ? { ok: true, value: await exportProgress(tx, { ...params, personId: personOf(actor) }) }
        : refuseApi('record.not-found'),
    'DELETE /accounts/:accountId/export': async ({ tx, params, actor }) => {
      if (!(await isSeen(tx, params.accountId))) return refuseApi('record.not-found');
      await giveUpExport(tx, { ...params, personId: personOf(actor) });
      return { ok: true, value: undefined };
    },
  };
}
