/** Fills an empty installation with the demonstration, and says loudly what it is. */
import { demonstrationState, dropEverything, makeDemonstration } from '../demo/index.ts';
import { demonstrationSignIn, setUpLink, type DemoSignIn } from '../identity/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { prepareDatabase } from '../platform/database/prepare-database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { writeMessage } from '../platform/write-output.ts';

type Parts = {
  readonly db: Database;
  /** The owner's connection string. */
  readonly url: string;
  readonly publicUrl: string;
  readonly files: FileStore;
  readonly now: Temporal.Instant;
  /** Told what of the story could not be done; the start goes on without it. */
  readonly onProblem: (error: unknown) => void;
};

/** Nothing happens where people are already. A demonstration that was interrupted is begun anew. */
export async function fillWithDemo({ db, url, publicUrl, files, now, onProblem }: Parts): Promise<void> {
  const state = await demonstrationState(db);
  if (state === 'complete') return tellWhoSignsIn(db);
  if (state === 'interrupted') {
    await dropEverything(url);
    await prepareDatabase(url);
  } else if ((await setUpLink(db, publicUrl, now)) === undefined) return;
  await writeMessage('Making the demonstration: half a year of an invented provider and its customers, once …');
  await makeDemonstration({ db, ownerUrl: url, now, publicUrl, files, onProblem });
  await tellWhoSignsIn(db);
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
