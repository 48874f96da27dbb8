/** Channels, severities, seats and escalation: how a matter reaches the other side. */
import type { Description } from '../../grammar/description.ts';
import { durationInWords } from '../../words/duration.ts';
import { listInWords } from '../../../calendar/describe-hours.ts';
import { openersInWords } from '../../in-words/evidence-in-words.ts';
import { isAlwaysOpen } from '../../in-words/counting-in-words.ts';
import { calendarInWords, ownerInWords, roleName } from '../../in-words/owner-in-words.ts';
import { capital, groupedDigits, inSentence, sentence, spaced } from '../../in-words/wording.ts';
import { definitions, list, paragraph, steps } from '../blocks.ts';
import { clausesSection } from '../clauses-section.ts';
import { chapter, type DraftSection } from '../draft-section.ts';
import type { Block, Definition, Phrase } from '../document-model.ts';
import { tagged, type Rendering } from '../rendering.ts';

/** The chapter on how the parties reach each other. */
export function reachingEachOther(of: Rendering): DraftSection | undefined {
  return chapter('contact', 'How the parties reach each other', [channels(of), seats(of), escalations(of)]);
}

function channels(of: Rendering): DraftSection | undefined {
  return clausesSection(of, 'channels', 'Channels', of.description.channels, (shown) => [
    definitions(shown.map(([name, channel]) => channelEntry(of, name, channel))),
  ]);
}

function channelEntry(of: Rendering, name: string, channel: Description['channels'][string]): Definition {
  const { description } = of;
  const words = [channel.says === undefined ? '' : sentence(channel.says)];
  words.push(
    isAlwaysOpen(channel.hours, description)
      ? 'Served around the clock, every day of the year.'
      : `Served while ${calendarInWords(channel.hours)} is open.`,
  );
  if (channel.otherwise !== undefined) {
    const other = description.channels[channel.otherwise]?.name ?? capital(spaced(channel.otherwise));
    words.push(`Outside these hours requests go to “${other}”, without anybody doing anything.`);
  }
  if (channel.makes) words.push(`With a message there, ${openersInWords(channel.makes, description)}.`);
  const uses = channel.for ? [paragraph(`For: ${listInWords(channel.for.map(inSentence))}.`)] : [];
  return {
    term: tagged(of, channel.name, channel),
    means: [paragraph(words.join(' ').trim()), ...uses],
    anchor: `channel-${name}`,
  };
}

function seats(of: Rendering): DraftSection | undefined {
  return clausesSection(of, 'seats', 'Seats', of.description.seats, (shown) => [
    paragraph('The customer names people for these roles:'),
    definitions(
      shown.map(([name, seat]) => ({
        term: tagged(of, roleName(seat.role, of.description, 'customer'), seat),
        means: [paragraph(`${sentence(seat.says)} That is: ${seatsInWords(seat)}.`)],
        anchor: `seat-${name}`,
      })),
    ),
  ]);
}

/** "2 for each started 1,000 hosts, and never more than 10". */
function seatsInWords(seat: NonNullable<Description['seats']>[string]): string {
  const { each, unit = 'units', 'per-started': step, 'at-most': most } = seat;
  const per =
    step === undefined
      ? 'whatever the size'
      : step === 1
        ? `for each of the ${unit}`
        : `for each started ${groupedDigits(step)} ${unit}`;
  return `${each} ${per}${most === undefined ? '' : `, and never more than ${most}`}`;
}

function escalations(of: Rendering): DraftSection | undefined {
  return clausesSection(of, 'escalation', 'Escalation', of.description.escalations, (shown) => [
    definitions(shown.map(([name, ladder]) => ladderEntry(of, name, ladder))),
  ]);
}

function ladderEntry(of: Rendering, name: string, ladder: NonNullable<Description['escalations']>[string]): Definition {
  const { description } = of;
  const rungs = ladder.steps.map((step): Phrase => {
    const within = step.within === undefined ? '' : `, within ${durationInWords(step.within)}`;
    return [
      { strong: roleName(step.role, description, 'provider') },
      `${within}${step.says === undefined ? '' : ` – ${sentence(step.says)}`}`,
    ];
  });
  const means: Block[] = [
    paragraph(`It can be used by ${ownerInWords(ladder.by, description)}, on these grounds:`),
    list(ladder.grounds.map(sentence)),
    paragraph('The steps, one after another:'),
    steps(rungs),
  ];
  return { term: tagged(of, ladder.name, ladder), means, anchor: `escalation-${name}` };
}
