import { fileURLToPath } from 'node:url';
import { readDescription } from '@tamarack/core';
import { loadHolidayLists } from '../holiday-lists.ts';
import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure } from '../measure/figure.ts';
import { interleave } from '../measure/interleave.ts';
import { timed } from '../measure/timed.ts';
import { runProcess } from '../measure/whole-process.ts';
import type { FirstReading } from './first-reading.ts';
import { largestService } from './largest-service.ts';

const FIRST_READING = fileURLToPath(new URL('first-reading.ts', import.meta.url));

/** Reading and checking the largest description: in a process that has done so before, and in one that has not. */
export async function run({ quick, rounds }: Effort): Promise<BenchResult> {
  const { file, text } = largestService();
  const lists = await loadHolidayLists();
  const { diagnostics } = readDescription(text, lists);
  const warm = await interleave({ check: () => timed(() => void readDescription(text, lists)) }, quick ? 10 : 100);
  const cold = Array.from({ length: rounds }, firstReading);
  return {
    title: `Checking ${file} (${text.split('\n').length} lines, ${diagnostics.length} findings)`,
    figures: [
      figure('readDescription after start-up', 'ms', warm.check, { atMost: 30 }),
      figure(
        'readDescription, the first call of a process',
        'ms',
        cold.map(({ reading }) => reading),
      ),
      figure(
        'loading the holiday lists before it',
        'ms',
        cold.map(({ loading }) => loading),
      ),
    ],
    notes: [
      'The first call compiles as it goes; a command makes no other, so `tamarack check` as a whole is under start-up.',
    ],
  };
}

function firstReading(): FirstReading {
  return JSON.parse(runProcess(process.execPath, [FIRST_READING]).output) as FirstReading;
}
