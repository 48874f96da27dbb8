/** Restores and says what came of it. */
import { stat } from 'node:fs/promises';
import type { ExitCode } from '../platform/exit-code.ts';
import { progress } from '../platform/progress.ts';
import { visibleText } from '../platform/visible-text.ts';
import { writeOutput } from '../platform/write-output.ts';
import { restore } from './restore.ts';
import { sizeAndTime, tellMissing, withInstallation } from './with-installation.ts';

export async function runRestore(path: string, configFile: string | undefined, version: string): Promise<ExitCode> {
  const begun = performance.now();
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  return withInstallation(
    'restore',
    configFile,
    async ({ ownerUrl, files }) => {
      // Read twice: to check it, and to restore it.
      const shown = progress(2 * size, 'restoring');
      try {
        return await restore({ path, ownerUrl, files, version, onBytes: shown.tick });
      } finally {
        shown.finish();
      }
    },
    async ({ createdAt, program, tables, rows, jobs, files, missing }) => {
      const count = (number: number) => number.toLocaleString('en');
      await writeOutput(
        `restored what Tamarack ${visibleText(program)} backed up on ${visibleText(createdAt)}: ${sizeAndTime(size, performance.now() - begun)}\n` +
          `${count(rows)} rows of ${tables} tables, ${count(jobs)} jobs, ${count(files)} files\n`,
      );
      return tellMissing(missing, 'the restored installation');
    },
  );
}
