/** The process in which a demonstration is made: it is told what and where, makes it, and ends. */
import { once } from 'node:events';
import { openDatabase } from '../platform/database/database.ts';
import { endNow } from '../platform/end-now.ts';
import { EXIT } from '../platform/exit-code.ts';
import { openFileStore } from '../platform/files/open-file-store.ts';
import { openLog } from '../platform/log/log.ts';
import type { DemonstrationWanted } from './make-apart.ts';
import { makeDemonstration } from './make-demonstration.ts';

// Nobody waits for it any more: what it has made is begun anew by the next start.
const orphaned = () => endNow(EXIT.findings);
process.once('disconnect', orphaned);

const [wanted] = (await once(process, 'message')) as [DemonstrationWanted];
const { url, publicUrl, filesUrl, now, days, logLevel } = wanted;
const log = openLog({ level: logLevel, readable: process.stdout.isTTY });
const files = openFileStore(filesUrl);
if (!files.ok) throw new Error(files.refusal.sentence);
const db = openDatabase({ url });
try {
  await makeDemonstration({
    db,
    ownerUrl: url,
    now: Temporal.Instant.from(now),
    publicUrl,
    files: files.value,
    days,
    onProblem: (error) => log.warn({ err: error }, 'a part of the demonstration could not be made'),
  });
} finally {
  await db.close();
  process.off('disconnect', orphaned);
  process.disconnect?.();
}
