/** The routes of files: contract in, use case, contract out. */
import { routes, type fileRoutes } from '@tamarack/contract';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { fileById } from './account-file-views.ts';
import { deleteFile } from './delete-file.ts';
import { sendFile } from './send-file.ts';
import { uploadFile } from './upload-file.ts';

const { maxBytes } = routes['POST /accounts/:accountId/files'].upload;

/** Handlers over the store in which the bytes lie. */
export function fileHandlers(files: FileStore): Handlers<keyof typeof fileRoutes> {
  return {
    'POST /accounts/:accountId/files': {
      alone: ({ params, query, ...call }) =>
        uploadFile({ files, maxBytes }, { ...call, accountId: params.accountId, name: query.name }),
    },
    'GET /accounts/:accountId/files/:fileId': {
      alone: ({ params, ...call }) => sendFile(files, { ...call, ...params }),
    },
    'GET /accounts/:accountId/files/:fileId/info': async ({ tx, params }) => {
      const file = await fileById(tx, params.accountId, params.fileId);
      return file ? { ok: true, value: file } : refuseApi('record.not-found');
    },
    'DELETE /accounts/:accountId/files/:fileId': ({ tx, params }) => deleteFile(tx, params.accountId, params.fileId),
  };
}
