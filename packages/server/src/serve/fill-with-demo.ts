/** Fills an empty installation with the demonstration, and says loudly what it is. */
import { demonstrationState, dropEverything, makeDemonstrationApart } from '../demo/index.ts';
import { demonstrationSignIn, setUpLink, type DemoSignIn } from '../identity/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { prepareDatabase } from '../platform/database/prepare-database.ts';
import { writeMessage } from '../platform/write-output.ts';

type Parts = {
  readonly db: Database;
  /** The owner's connection string. */
  readonly url: string;
  readonly publicUrl: string;
  readonly filesUrl: string;
  readonly logLevel: string;
  readonly now: Temporal.Instant;
  /** Days of history. */
  readonly days: number;
  /** Aborted where the start is given up: the demonstration is left as it is. */
  readonly giveUp: AbortSignal;
};

/** Nothing happens where people are already. A demonstration that was interrupted is begun anew. */
export async function fillWithDemo({ db, giveUp, now, ...wanted }: Parts): Promise<void> {
  const state = await demonstrationState(db);
  if (state === 'complete') return tellWhoSignsIn(db);
  if (state === 'interrupted') {
    await dropEverything(wanted.url);
    await prepareDatabase(wanted.url);
  } else if ((await setUpLink(db, wanted.publicUrl, now)) === undefined) return;
  await writeMessage(`Making the demonstration: ${wanted.days} days of an invented provider and its customers, once …`);
  if (await makeDemonstrationApart({ ...wanted, now: now.toString() }, giveUp)) await tellWhoSignsIn(db);
}

async function tellWhoSignsIn(db: Database): Promise<void> {
  const shown = await db.read(SYSTEM, demonstrationSignIn);
  if (!shown) return;
  await writeMessage(
    `This is the DEMONSTRATION: its people and customers are invented, and their password is known to everybody: ${shown.password}\n` +
      `They sign in with:\n${shown.people.map(lineOf).join('\n')}`,
  );
}

function lineOf({ email, name, roles, account }: DemoSignIn['people'][number]): string {
  return `  ${email.padEnd(40)} ${name}, ${roles.join(', ')}${account === undefined ? '' : ` of ${account}`}`;
}
