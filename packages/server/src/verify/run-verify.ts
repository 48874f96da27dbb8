/** Verifies account by account, each in one snapshot, and says what differs. */
import { withInstallation } from '../backup/index.ts';
import { accountIds, verifyAccount } from '../obligations/index.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { openDatabase, type Database } from '../platform/database/database.ts';
import { refuseDatabase } from '../platform/database/database-refusals.ts';
import { isSchemaRight } from '../platform/database/is-schema-right.ts';
import { EXIT, type ExitCode } from '../platform/exit-code.ts';
import { progress } from '../platform/progress.ts';
import { visibleText } from '../platform/visible-text.ts';
import { writeOutput } from '../platform/write-output.ts';

type Found = { accounts: number; facts: number; sealed: number; rows: number; seals: number; says: string[] };

export function runVerify(configFile: string | undefined, account: string | undefined): Promise<ExitCode> {
  return withInstallation(
    'backup',
    configFile,
    async ({ ownerUrl }) => {
      const db = openDatabase({ url: ownerUrl, connections: 2 });
      try {
        if (!(await db.read(SYSTEM, isSchemaRight))) return refuseDatabase('database.other-schema');
        return { ok: true, value: await verifyAll(db, account) };
      } finally {
        await db.close();
      }
    },
    async ({ accounts, facts, sealed, rows, seals, says }) => {
      const count = (number: number) => number.toLocaleString('en');
      for (const line of says) await writeOutput(`${visibleText(line)}\n`);
      await writeOutput(
        `${count(accounts)} accounts, ${count(facts)} facts (${count(sealed)} under ${count(seals)} seals), ${count(rows)} obligations: ` +
          `${says.length === 0 ? 'everything agrees' : `${count(says.length)} differences`}\n`,
      );
      return says.length === 0 ? EXIT.fine : EXIT.findings;
    },
  );
}

async function verifyAll(db: Database, only: string | undefined): Promise<Found> {
  const ids = only === undefined ? await db.read(SYSTEM, accountIds) : [only];
  const found: Found = { accounts: ids.length, facts: 0, sealed: 0, rows: 0, seals: 0, says: [] };
  const shown = progress(ids.length, 'verifying accounts');
  try {
    for (const accountId of ids) {
      const result = await db.read({ ...SYSTEM, accounts: [accountId] }, (tx) =>
        verifyAccount(tx, accountId, systemClock.now()),
      );
      found.facts += result.facts;
      found.sealed += result.sealed;
      found.rows += result.rows;
      found.seals += result.seals;
      found.says.push(...result.differences.map(({ what, says }) => `${accountId} ${what}: ${says}`));
      shown.tick();
    }
  } finally {
    shown.finish();
  }
  return found;
}
