/** The route of the export. */
import type { exportRoutes } from '@tamarack/contract';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { exportDesk } from './export-desk.ts';
import { sendExport } from './send-export.ts';

/** Handlers over the store in which the bytes of files lie. */
export function exportHandlers(
  files: FileStore,
): Pick<Handlers<keyof typeof exportRoutes>, 'GET /accounts/:accountId/export'> {
  const desk = exportDesk();
  return {
    'GET /accounts/:accountId/export': {
      alone: ({ params, ...call }) => sendExport({ files, desk }, { ...call, accountId: params.accountId }),
    },
  };
}
