import { unionCalendarSchema, zoneSchema } from './calendar-schema.ts';
import { emptyBlockCache } from './open-blocks.ts';
import { readZone } from './read-zone.ts';
import { reportIssues } from './shape-problems.ts';
import type { Calendar, UnionCalendar } from './calendar.ts';
import type { Path, Report } from './calendar-problem.ts';
import type { ReadCalendarOptions } from './read-calendar-options.ts';

type ReadPart = (part: unknown, index: number, path: Path) => Calendar | undefined;

/** A union; its parts report their own problems, so the schema's about them are left out. */
export function readUnion(
  fields: Readonly<Record<string, unknown>>,
  options: ReadCalendarOptions,
  path: Path,
  report: Report,
  readPart: ReadPart,
): UnionCalendar | undefined {
  const shape = unionCalendarSchema.safeParse(fields, { reportInput: true });
  const own = (shape.error?.issues ?? []).filter((issue) => issue.path.length < 2);
  reportIssues(own, path, report);
  const written: readonly unknown[] = Array.isArray(fields['union']) ? fields['union'] : [];
  const parts = written.map((part, index) => readPart(part, index, [...path, 'union', index]));
  const zoneName = zoneSchema.safeParse(fields['zone']).data;
  const zone = zoneName === undefined ? parts[0]?.zone : readZone(zoneName, [...path, 'zone'], report);
  if (!zone) return undefined;
  const known = parts.filter((part) => part !== undefined);
  const name = options.name === undefined ? {} : { name: options.name };
  return { kind: 'union', ...name, zone, parts: known, blocks: emptyBlockCache() };
}
