import dayjs, { type BusinessHours, type BusinessHoursMap } from 'dayjs';
import businessTime from 'dayjs-business-time';
import { timed } from '../../measure/timed.ts';
import type { Site } from '../site.ts';
import type { DeadlineContender } from './contender.ts';
import { inZone } from './in-zone.ts';

/** dayjs with dayjs-business-time, which keeps one calendar for the whole process. */
export function dayjsBusinessTime(holidays: ReadonlyMap<Site, readonly string[]>): DeadlineContender {
  dayjs.extend(businessTime);
  return {
    name: 'dayjs-business-time',
    run: ({ site, from, seconds }) =>
      inZone(site.zone, () => {
        dayjs.setBusinessTime(businessHours(site));
        dayjs.setHolidays([...(holidays.get(site) ?? [])]);
        const due = new Float64Array(from.length);
        const milliseconds = timed(() => {
          for (let i = 0; i < due.length; i++) {
            due[i] =
              dayjs((from[i] ?? 0) * 1000)
                .addBusinessMinutes((seconds[i] ?? 0) / 60)
                .valueOf() / 1000;
          }
        });
        return { milliseconds, due };
      }),
  };
}

function businessHours({ week }: Site): BusinessHoursMap {
  const day = (index: number): BusinessHours[] | null => {
    const hours = (week[index] ?? []).map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` }));
    return hours.length > 0 ? hours : null;
  };
  return {
    sunday: day(0),
    monday: day(1),
    tuesday: day(2),
    wednesday: day(3),
    thursday: day(4),
    friday: day(5),
    saturday: day(6),
  };
}
