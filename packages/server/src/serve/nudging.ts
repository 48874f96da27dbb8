/** What this process commits may be work for others: a deadline that comes before all others, a job. They look again. */
import type { Database } from '../platform/database/database.ts';

/** Many writers at once are one reason to look. */
const AT_MOST_EVERY_MS = 100;

/** The same database; `nudge` is called soon after something was committed through it. */
export function nudging(db: Database, nudge: () => void): Database {
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      nudge();
    }, AT_MOST_EVERY_MS).unref();
  };
  return {
    ...db,
    write: async (actor, work) => {
      const result = await db.write(actor, work);
      if (result.ok) soon();
      return result;
    },
  };
}
