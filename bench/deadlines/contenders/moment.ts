import moment from 'moment';
// oxlint-disable-next-line import/no-unassigned-import -- it adds methods to moment, and gives moment back
import 'moment-business-time';
import { timed } from '../../measure/timed.ts';
import type { Site } from '../site.ts';
import type { DeadlineContender } from './contender.ts';
import { inZone } from './in-zone.ts';

declare module 'moment' {
  interface Moment {
    /** Added by moment-business-time, which has no types of its own. */
    addWorkingTime: (count: number, unit: 'minutes') => Moment;
  }
}

/** moment with moment-business-time, which keeps one calendar a locale. */
export function momentBusinessTime(holidays: ReadonlyMap<Site, readonly string[]>): DeadlineContender {
  return {
    name: 'moment-business-time',
    run: ({ site, from, seconds }) =>
      inZone(site.zone, () => {
        const workinghours = site.week.map((hours) => (hours.length > 0 ? hours.flat() : null));
        moment.updateLocale(moment.locale(), { workinghours, holidays: holidays.get(site) ?? [] });
        const due = new Float64Array(from.length);
        const milliseconds = timed(() => {
          for (let i = 0; i < due.length; i++) {
            due[i] =
              moment((from[i] ?? 0) * 1000)
                .addWorkingTime((seconds[i] ?? 0) / 60, 'minutes')
                .valueOf() / 1000;
          }
        });
        return { milliseconds, due };
      }),
  };
}
