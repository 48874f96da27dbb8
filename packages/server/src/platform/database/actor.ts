/** Whoever asks: what the database's policies and the access rules need to know, and nothing else. */
export type Actor = {
  /** Undefined for the program itself: the watcher, a job, the demonstration. */
  readonly personId: string | undefined;
  readonly side: 'provider' | 'customer';
  /** The accounts whose rows may be seen: staff may see all. */
  readonly accounts: 'all' | readonly string[];
  readonly via: 'session' | 'token' | 'system';
};

/** The program itself, which works for every account. */
export const SYSTEM: Actor = { personId: undefined, side: 'provider', accounts: 'all', via: 'system' };
