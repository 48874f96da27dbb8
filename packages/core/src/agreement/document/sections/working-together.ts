/** Calls and documents, onboarding, change control, requests, objectives, places. */
import { listInWords } from '../../../calendar/describe-hours.ts';
import { durationInWords } from '../../words/duration.ts';
import { calendarInWords } from '../../in-words/owner-in-words.ts';
import { capital, sentence } from '../../in-words/wording.ts';
import { definition, definitions, list, paragraph, steps, table } from '../blocks.ts';
import { clausesSection } from '../clauses-section.ts';
import type { Block, Definition } from '../document-model.ts';
import { chapter, type DraftSection } from '../draft-section.ts';
import { tagged, type Rendering } from '../rendering.ts';

/** The chapter on working together. */
export function workingTogether(of: Rendering): DraftSection | undefined {
  return chapter('working-together', 'Working together', [
    activities(of),
    onboarding(of),
    changes(of),
    requests(of),
    objectives(of),
    residency(of),
  ]);
}

function activities(of: Rendering): DraftSection | undefined {
  return clausesSection(of, 'activities', 'Calls, reviews and documents', of.description.activities, (shown) => {
    const told = shown.filter(([, activity]) => activity.says !== undefined || activity.agenda !== undefined);
    const plain = shown.filter(([, activity]) => activity.says === undefined && activity.agenda === undefined);
    const entries = told.map(([name, activity]): Definition => {
      const means: Block[] = activity.says === undefined ? [] : [paragraph(sentence(activity.says))];
      return {
        term: tagged(of, activity.name, activity),
        means: activity.agenda ? [...means, list(activity.agenda)] : means,
        anchor: `activity-${name}`,
      };
    });
    const others =
      plain.length === 0
        ? []
        : [
            paragraph(
              `${told.length > 0 ? 'The clauses of this document also speak of' : 'The clauses of this document speak of'}:`,
            ),
            list(plain.map(([, activity]) => tagged(of, activity.name, activity))),
          ];
    return [...(entries.length > 0 ? [definitions(entries)] : []), ...others];
  });
}

function onboarding(of: Rendering): DraftSection | undefined {
  return clausesSection(of, 'onboarding', 'Onboarding', of.description.onboarding, (shown) => [
    paragraph('In this order:'),
    definitions(
      shown.map(([name, stage], i): Definition => ({
        term: tagged(of, `${i + 1}. ${stage.name}`, stage),
        means: [
          list(stage.contents.map(sentence)),
          ...(stage.gate === undefined ? [] : [paragraph(`Before the next stage: ${sentence(stage.gate)}`)]),
        ],
        anchor: `onboarding-${name}`,
      })),
    ),
  ]);
}

function changes({ description }: Rendering): DraftSection | undefined {
  if (!description.changes) return undefined;
  const { applies, steps: way, types } = description.changes;
  const rows = Object.values(types).map((type) => [
    type.name,
    `${sentence(type.says)}${type.accelerated ? ' On an accelerated path.' : ''}`,
    sentence(type.approval),
  ]);
  const blocks: Block[] = [
    paragraph('Change control applies to:'),
    list(applies),
    paragraph('Every change request goes this way:'),
    steps(way.map(sentence)),
  ];
  if (rows.length > 0) blocks.push(table('Types of change', ['Type', 'What it is', 'Approval'], rows));
  return { anchor: 'changes', title: 'Change control', blocks };
}

function requests(of: Rendering): DraftSection | undefined {
  return clausesSection(of, 'requests', 'Request catalogue', of.description.requests, (shown) => [
    table(
      'Request catalogue',
      ['Request', 'Fulfilled within', 'It qualifies if'],
      shown.map(([, request]) => {
        const within = request['fulfilled-within'] ? durationInWords(request['fulfilled-within']) : 'no time promised';
        const calendar =
          request.calendar === undefined || !request['fulfilled-within']
            ? ''
            : `, on ${calendarInWords(request.calendar)}`;
        return [
          tagged(of, request.name, request),
          capital(within + calendar),
          request.qualifies ? sentence(listInWords(request.qualifies.map((text) => text.replace(/\.$/, '')))) : '–',
        ];
      }),
    ),
  ]);
}

function objectives(of: Rendering): DraftSection | undefined {
  return clausesSection(of, 'objectives', 'Service-level objectives', of.description.objectives, (shown) => [
    table(
      'Service-level objectives',
      ['Objective', 'Target', 'How it is measured'],
      shown.map(([, objective]) => [
        tagged(of, objective.name, objective),
        objective.target,
        objective.measured ?? '–',
      ]),
    ),
  ]);
}

function residency({ description }: Rendering): DraftSection | undefined {
  if (!description.residency) return undefined;
  const { data, support } = description.residency;
  return {
    anchor: 'residency',
    title: 'Data residency and support locations',
    blocks: [
      definitions([
        definition('Customer data is kept in', data.length === 0 ? 'None is kept.' : listInWords(data)),
        definition('Support is given from', support.length === 0 ? 'None named.' : listInWords(support)),
      ]),
    ],
  };
}
