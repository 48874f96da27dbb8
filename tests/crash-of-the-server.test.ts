/** The server is killed under load, on both kinds of database; what is proved stands in support/crash.ts. */
import { test } from 'vitest';
import { ROUNDS, survives } from './support/crash.ts';

test.each(['embedded', 'served'] as const)(
  `${ROUNDS} rounds of SIGKILL of the server, on the %s database`,
  (database) =>
    survives(database, async ({ served, startAgain }) => {
      await served.end('SIGKILL');
      return startAgain();
    }),
  400_000,
);
