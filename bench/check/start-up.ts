import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure, ratios } from '../measure/figure.ts';
import { interleave } from '../measure/interleave.ts';
import { runProcess } from '../measure/whole-process.ts';
import { command } from '../root.ts';
import { largestService } from './largest-service.ts';

/** Whole commands from start to end, beside a Node that has nothing to do. */
export async function run({ quick, rounds }: Effort): Promise<BenchResult> {
  const { file, path } = largestService();
  const node = (...args: string[]) => runProcess(process.execPath, args, { exitCodes: [0, 1] }).milliseconds;
  const samples = await interleave(
    {
      nothing: () => node('-e', '0'),
      version: () => node(command, '--version'),
      check: () => node(command, 'check', path),
    },
    quick ? 5 : 2 * rounds,
  );
  return {
    title: 'Whole commands, from their start to their end',
    figures: [
      figure('node -e 0', 'ms', samples.nothing),
      figure('tamarack --version', 'ms', samples.version, { atMost: 250 }),
      figure(`tamarack check ${file}`, 'ms', samples.check, { atMost: 250 }),
      figure('tamarack --version to node -e 0', '×', ratios(samples.version, samples.nothing)),
      figure(`tamarack check ${file} to node -e 0`, '×', ratios(samples.check, samples.nothing)),
    ],
    notes: [
      'Node keeps compiled code between runs, so the very first run on a machine is slower. npx adds its own time.',
    ],
  };
}
