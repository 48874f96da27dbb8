/** Fills an empty installation with the demonstration, and says loudly what it is. */
import { demonstrationState, dropEverything, makeDemonstration, type DemoPerson } from '../demo/index.ts';
import { setUpLink } from '../identity/index.ts';
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
};

/** Nothing happens where people are already. A demonstration that was interrupted is begun anew. */
export async function fillWithDemo({ db, url, publicUrl, files, now }: Parts): Promise<void> {
  const state = await demonstrationState(db);
  if (state === 'complete') return writeMessage('This is the demonstration: its people and customers are invented.');
  if (state === 'interrupted') {
    await dropEverything(url);
    await prepareDatabase(url);
  } else if ((await setUpLink(db, publicUrl, now)) === undefined) return;
  await writeMessage('Making the demonstration: half a year of an invented provider and its customers, once …');
  const { people, password } = await makeDemonstration({ db, ownerUrl: url, now, publicUrl, files });
  await writeMessage(
    `The demonstration is there. Its people are invented, and their password is known to everybody: ${password}\n` +
      `They sign in with:\n${oneOfEachRole(people).map(lineOf).join('\n')}`,
  );
}

/** Enough to look at Tamarack with everybody's eyes. */
function oneOfEachRole(people: readonly DemoPerson[]): readonly DemoPerson[] {
  const roles = new Set(people.flatMap((person) => person.roles));
  return [...new Set([...roles].map((role) => people.find((person) => person.roles.includes(role))))].filter(
    (person) => person !== undefined,
  );
}

function lineOf({ email, name, roles, account }: DemoPerson): string {
  return `  ${email.padEnd(40)} ${name}, ${roles.join(', ')}${account === undefined ? '' : ` of ${account}`}`;
}
