/** The database is killed under a server that lives on; what is proved stands in support/crash.ts. */
import { test } from 'vitest';
import { killDatabase, ROUNDS, survives } from './support/crash.ts';

test.each(['embedded', 'served'] as const)(
  `${ROUNDS} rounds of SIGKILL of the %s database, under a server that lives on`,
  (database) =>
    survives(database, async (victim) => {
      await killDatabase(victim);
      return victim.served;
    }),
  400_000,
);
