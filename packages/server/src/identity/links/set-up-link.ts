/** The one-time link of an empty installation, which makes its first administrator. */
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { makeLink } from './link-store.ts';
import { isSetUp } from './link-views.ts';

/**
 * A new link, good for a day, to be printed at the start; the one before ends. Undefined where somebody is there already:
 * then people come by invitation.
 */
export async function setUpLink(db: Database, publicUrl: string, now: Temporal.Instant): Promise<string | undefined> {
  const made = await db.write(SYSTEM, async (tx) => {
    const isThere = await isSetUp(tx);
    return { ok: true as const, value: isThere ? undefined : await makeLink(tx, { kind: 'set-up' }, now) };
  });
  return made.value && new URL(`/set-up/${made.value.token}`, publicUrl).href;
}
