/** Applies what is missing, and says what. */
import { EXIT, type ExitCode } from '../platform/exit-code.ts';
import { openLog } from '../platform/log/log.ts';
import { writeOutput } from '../platform/write-output.ts';
import { configured, tellRefusal } from './configured.ts';
import { openPrepared } from './open-prepared.ts';

/** Gives the exit code: 1 where the database refuses. */
export async function migrateOnce(file: string | undefined): Promise<ExitCode> {
  const config = await configured(file);
  if (!config) return EXIT.findings;
  const prepared = await openPrepared(config, openLog({ level: 'silent', readable: false }));
  if (!prepared.ok) {
    await tellRefusal(prepared.refusal);
    return EXIT.findings;
  }
  const { applied, stop } = prepared.value;
  await stop();
  const lines = applied.map((name) => `applied ${name}\n`);
  await writeOutput(lines.length === 0 ? 'nothing to apply\n' : lines);
  return EXIT.fine;
}
