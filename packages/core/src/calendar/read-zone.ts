import { zoneTable } from './zone-table.ts';
import type { Path, Report } from './calendar-problem.ts';
import type { ZoneTable } from './zone-table.ts';

/** The zone of a name; reports `calendar.unknown-zone`, also for an offset such as "+02:00". */
export function readZone(name: string, path: Path, report: Report): ZoneTable | undefined {
  const zone = zoneTable(name);
  if (!zone) report(path, 'calendar.unknown-zone', `"${name}" is not an IANA time zone such as Europe/Berlin.`);
  return zone;
}
