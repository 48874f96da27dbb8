import { join } from 'node:path';

/** Where everything of one embedded PostgreSQL lies, below the folder that it was given. */
export type Layout = {
  /** The real path of the folder itself: the postmaster is recognised by it later. */
  readonly folder: string;
  /** PGDATA. */
  readonly data: string;
  /** PGDATA while initdb writes it; renamed when complete, so that a killed first start leaves no half cluster. */
  readonly unfinished: string;
  readonly socket: string;
  readonly log: string;
  /** What PostgreSQL says before its log collector runs; written anew at each start. */
  readonly startLog: string;
};

/** The places below `folder`, which is a real path. */
export function layoutOf(folder: string): Layout {
  const log = join(folder, 'log');
  return {
    folder,
    data: join(folder, 'data'),
    unfinished: join(folder, 'data.unfinished'),
    socket: join(folder, 'socket'),
    log,
    startLog: join(log, 'start.log'),
  };
}
