/** What the doctor found about one thing. `weak`: it works, and is worth mending; `missing`: it does not work. */
export type Finding = {
  readonly about: string;
  readonly state: 'ok' | 'weak' | 'missing';
  readonly says: string;
  /** What to do; absent where nothing is to do. */
  readonly remedy?: string;
};

export function ok(about: string, says: string): Finding {
  return { about, state: 'ok', says };
}
export function weak(about: string, says: string, remedy: string): Finding {
  return { about, state: 'weak', says, remedy };
}
export function missing(about: string, says: string, remedy: string): Finding {
  return { about, state: 'missing', says, remedy };
}
