/** Durations whose deadline nobody will ever be told: they lie beyond the horizon, whatever the calendar. */
import { HORIZON_DAYS } from '../../calendar/time-range.ts';
import { leastDays } from '../compare-durations.ts';
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';
import { durationInWords } from '../words/duration.ts';
import { cellsOf } from '../words/table.ts';
import { tablesOf } from './tables.ts';

/** Checks every duration of every promise. */
export function checkHorizon({ promises }: Description): Finding[] {
  return Object.entries(promises).flatMap(([name, promise]) =>
    tablesOf(promise).flatMap((placed): Finding[] => {
      if (placed.of !== 'duration') return [];
      return cellsOf(placed.table).flatMap(({ level, severity, cell }): Finding[] => {
        if (cell.cell !== 'value' || leastDays(cell.value) <= HORIZON_DAYS) return [];
        const inner = [level, severity === undefined ? undefined : String(severity)].filter(
          (step) => step !== undefined,
        );
        return [
          {
            code: 'promise.out-of-sight',
            path: ['promises', name, ...placed.path, ...inner],
            sentence: `${durationInWords(cell.value)} reach beyond ${HORIZON_DAYS} days, so the promise has no deadline`,
            expected: 'at most ten years',
          },
        ];
      });
    }),
  );
}
