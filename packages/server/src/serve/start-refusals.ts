/** Why a server does not start, beside what its database refuses. */
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

export type StartRefusal = { readonly code: string; readonly sentence: string; readonly remedy: string };
type Refused = { readonly ok: false; readonly refusal: StartRefusal };
export type StartResult<T> = { readonly ok: true; readonly value: T } | Refused;

/** A named refusal; `sentence` replaces the general one with the case at hand. */
export function refuseStart(code: keyof typeof START_REFUSALS, sentence?: string): Refused {
  const entry = START_REFUSALS[code];
  return { ok: false, refusal: { code, sentence: sentence ?? entry.sentence, remedy: entry.remedy } };
}
