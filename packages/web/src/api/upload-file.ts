import type { Gives } from '@tamarack/contract';
import { addressOf } from './address.ts';
import { send } from './send.ts';

export type UploadedFile = Gives<'GET /accounts/:accountId/files/:fileId/info'>;

/** Sends a file as it is, no form around it, to be kept by this name. Throws `Refused` or `Unreachable`. */
export async function uploadFile(accountId: string, file: File, name: string): Promise<UploadedFile> {
  const { method, path } = addressOf('POST /accounts/:accountId/files', { accountId }, { name });
  const headers = { 'idempotency-key': crypto.randomUUID() };
  return (await send(method, path, { body: file, headers })) as UploadedFile;
}

/** Where the browser fetches a file of an account from. */
export function fileAddress(accountId: string, fileId: string): string {
  return addressOf('GET /accounts/:accountId/files/:fileId', { accountId, fileId }).path;
}
