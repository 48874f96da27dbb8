/** Why a server does not start, beside what its database refuses. */
import { type Refusable, refusingBy } from '../platform/refusing.ts';

export const START_REFUSALS = {
  'server.port-taken': {
    sentence: 'The port is taken.',
    remedy: 'Stop what listens there, or set PORT to another one.',
  },
  'server.port-denied': {
    sentence: 'You may not listen on this port.',
    remedy: 'Set PORT to 1024 or more, and let a reverse proxy have 80 and 443.',
  },
  'server.no-address': {
    sentence: 'The address cannot be listened on.',
    remedy: 'Set HOST to an address of this machine, or to 127.0.0.1.',
  },
  'server.no-data-folder': {
    sentence: 'The data folder cannot be made.',
    remedy: 'Make it yourself and give it to the user that runs Tamarack, or name another one with TAMARACK_DATA.',
  },
  'server.alone': {
    sentence: 'The embedded database serves one process only, which does everything.',
    remedy: 'Set DATABASE_URL to have web and jobs in processes of their own, or leave TAMARACK_ROLE at all.',
  },
} as const satisfies Record<string, { sentence: string; remedy: string }>;

/** Why a server does not start: by a code from here, or from the database's, the files' or the web's catalogue. */
export type StartResult<T> = Refusable<T>;

export const refuseStart = refusingBy(START_REFUSALS);
