/** Calendars in words, and how time is counted. */
import type { Calendar, UnionCalendar } from '../../../calendar/calendar.ts';
import { describeCalendar } from '../../../calendar/describe-calendar.ts';
import { listInWords } from '../../../calendar/describe-hours.ts';
import { calendarTitle } from '../../in-words/owner-in-words.ts';
import { definition, definitions, list, paragraph } from '../blocks.ts';
import type { Block, Definition } from '../document-model.ts';
import { chapter, type DraftSection } from '../draft-section.ts';
import type { Rendering } from '../rendering.ts';

/** The chapter on time. */
export function time(of: Rendering): DraftSection | undefined {
  return chapter('time', 'Time', [calendars(of), counting()]);
}

function calendars(of: Rendering): DraftSection | undefined {
  const entries = [...of.calendars].map(([name, calendar]): Definition => ({
    term: calendarTitle(name),
    means: calendarBlocks(calendar, of.calendars),
    anchor: `calendar-${name}`,
  }));
  return entries.length === 0 ? undefined : { anchor: 'calendars', title: 'Calendars', blocks: [definitions(entries)] };
}

function calendarBlocks(calendar: Calendar, named: ReadonlyMap<string, Calendar>): Block[] {
  return calendar.kind === 'weekly' ? [sentences(describeCalendar(calendar))] : unionBlocks(calendar, named);
}

/** Parts that have a name stand in this section by themselves; the others are described in place. */
function unionBlocks(union: UnionCalendar, named: ReadonlyMap<string, Calendar>): Block[] {
  const titles = new Map([...named].map(([name, calendar]) => [calendar, calendarTitle(name)]));
  const parts = union.parts.map((part, i) => ({
    part,
    title: titles.get(part),
    words: titles.get(part) === undefined ? `part ${i + 1}` : `“${titles.get(part)}”`,
  }));
  const unnamed = parts.filter(({ title }) => title === undefined);
  return [
    paragraph(
      `Open whenever one of these is open: ${listInWords(parts.map(({ words }) => words))}. Its dates are those of ${union.zone.zone}.`,
    ),
    ...unnamed.flatMap(({ part, words }) => [paragraph(`Of ${words}:`), ...calendarBlocks(part, named)]),
  ];
}

function sentences(words: readonly string[]): Block {
  return words.length === 1 ? paragraph(words[0] ?? '') : list(words);
}

/** What the units mean; docs/language.md settles the same to the second. */
function counting(): DraftSection {
  return {
    anchor: 'counting',
    title: 'How time is counted',
    blocks: [
      definitions([
        definition(
          'Hours, minutes',
          'Count only while the calendar of the clause is open. A clock that starts outside its hours begins at the next opening; a target that is reached exactly at closing time is due then.',
        ),
        definition(
          'Business day',
          'A date on which the calendar of the clause is open for some time. The date on which counting starts is not counted itself; outside open hours counting starts at the next opening. The target falls on the last business day, at the same time of day; where the calendar is closed then, at the closing before that time, or else at the first opening of that date.',
        ),
        definition(
          'Day, week, month, quarter, year',
          'Count by the date in the time zone of the calendar, at the same time of day. A month ends on the last day of a month that has no such date.',
        ),
        definition(
          'At least every …',
          'No more time than that passes from one to the next, from the opening on, as long as the state lasts.',
        ),
        definition('At most once a day', 'No more than one on the same date of the calendar.'),
        definition(
          'In every week, month, year of the contract',
          'Periods that follow one another from the day on which the contract starts, from midnight to midnight in the zone of the calendar. A calendar week begins on Monday, a calendar month on its first day, a calendar year on 1 January.',
        ),
        definition('1 to 2 times', 'At least the first number and at most the second, in every period.'),
        definition(
          'The clock stands still',
          'The time from then on is not counted until the reason has passed; time that passed before stays counted.',
        ),
      ]),
    ],
  };
}
