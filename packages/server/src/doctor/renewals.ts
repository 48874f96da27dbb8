/** What has to be renewed now and then: the backup, and the lists of public holidays. */
import type { HouseKeeping } from './database-views.ts';
import { ok, weak, type Finding } from './finding.ts';

const OLD_HOURS = 48;
/** A deadline that is counted today may lie in the year after the next. */
const YEARS_AHEAD = 2;

export function renewals({ backupAt, holidaysTo }: HouseKeeping, now: Temporal.Instant): readonly Finding[] {
  return [backup(backupAt, now), holidays(holidaysTo, now)];
}

function backup(at: string | null, now: Temporal.Instant): Finding {
  const remedy =
    'Have `tamarack backup` run every day; docs/operations.md shows how. Whoever backs up PostgreSQL by its own means needs a backup of the files beside it.';
  if (at === null) return weak('backup', 'None was made by `tamarack backup` yet.', remedy);
  const hours = Math.floor(now.since(at).total('hours'));
  return hours > OLD_HOURS
    ? weak('backup', `The last one is ${Math.floor(hours / 24)} days old.`, remedy)
    : ok('backup', `the last one is ${hours} hours old`);
}

function holidays(to: number | null, now: Temporal.Instant): Finding {
  if (to === null) return ok('holidays', 'no contract in force counts on a list of public holidays');
  return to < now.toZonedDateTimeISO('UTC').year + YEARS_AHEAD
    ? weak(
        'holidays',
        `The list of public holidays of a contract in force ends with ${to}; later ones would count as working days.`,
        'Publish a new version of its description, which takes a newer list, and move the contract to it.',
      )
    : ok('holidays', `the lists of all contracts in force reach to ${to} or further`);
}
