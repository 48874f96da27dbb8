/** Backs up and says what came of it. */
import { systemClock } from '../platform/clock/clock.ts';
import type { ExitCode } from '../platform/exit-code.ts';
import { progress } from '../platform/progress.ts';
import { visibleText } from '../platform/visible-text.ts';
import { writeOutput } from '../platform/write-output.ts';
import { backUp } from './back-up.ts';
import { sizeAndTime, tellMissing, withInstallation } from './with-installation.ts';

export async function runBackup(path: string, configFile: string | undefined, version: string): Promise<ExitCode> {
  const begun = performance.now();
  return withInstallation(
    'backup',
    configFile,
    async ({ ownerUrl, files }) => {
      // Nobody knows beforehand how long the rows will be as text.
      const shown = progress(undefined, 'backing up, bytes:');
      try {
        return await backUp({ ownerUrl, files, path, version, now: systemClock.now(), onBytes: shown.tick });
      } finally {
        shown.finish();
      }
    },
    async ({ size, tables, rows, jobs, files, missing }) => {
      const count = (number: number) => number.toLocaleString('en');
      await writeOutput(
        `${visibleText(path)}: ${sizeAndTime(size, performance.now() - begun)}\n` +
          `${count(rows)} rows of ${tables} tables, ${count(jobs)} jobs, ${count(files)} files\n`,
      );
      return tellMissing(missing, 'the backup');
    },
  );
}
