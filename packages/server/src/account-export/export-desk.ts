/**
 * How many exports are under way at once: each holds a connection of the database while it is gathered, and a folder of the
 * account's size until its last byte is sent. Of one server; several servers have a desk each.
 */
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';

/** Takes a place, and gives what gives it back; twice gives it back once. */
export type ExportDesk = { readonly enter: (personId: string) => ApiResult<() => void> };

const MOST_AT_ONCE = 4;

/** Refuses `state.not-possible` while an export of this person is under way, and `server.busy` where all places are taken. */
export function exportDesk(): ExportDesk {
  const under = new Set<string>();
  return {
    enter: (personId) => {
      if (under.has(personId))
        return refuseApi('state.not-possible', 'An export that you asked for is still being sent; wait for its end.');
      if (under.size >= MOST_AT_ONCE)
        return refuseApi('server.busy', `${MOST_AT_ONCE} exports are being sent already.`);
      under.add(personId);
      return { ok: true, value: () => void under.delete(personId) };
    },
  };
}
