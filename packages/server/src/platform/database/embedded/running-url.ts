import { realpath } from 'node:fs/promises';
import { urlOf } from './embedded-database-store.ts';
import { layoutOf } from './layout.ts';
import { socketFolderOf } from './socket-folder.ts';

/** The owner's connection string of a PostgreSQL that another process of ours serves from `folder`, for what is done beside it. */
export async function urlOfRunning(folder: string): Promise<string> {
  return urlOf(socketFolderOf(layoutOf(await realpath(folder))));
}
