import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finished, runProcess } from '../measure/whole-process.ts';

/** A whole process with the most memory that it held. */
export type MeasuredRun = Finished & { readonly peakMegabytes: number };

const REPORT_MEMORY = new URL('report-memory.ts', import.meta.url).href;

/** Runs a program under Node, and asks it at its end for its peak memory. */
export function measuredRun(folder: string, args: readonly string[]): MeasuredRun {
  const file = join(folder, 'peak-memory');
  const finished = runProcess(process.execPath, ['--import', REPORT_MEMORY, ...args], {
    environment: { PEAK_MEMORY_FILE: file },
    exitCodes: [0, 1],
  });
  return { ...finished, peakMegabytes: Number(readFileSync(file, 'utf8')) };
}
