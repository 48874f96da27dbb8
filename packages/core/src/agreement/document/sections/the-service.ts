/** What the service is, at which levels it is sold, to whom, and what the words mean. */
import { levelChain } from '../../level-chain.ts';
import { listInWords } from '../../../calendar/describe-hours.ts';
import { conditionInWords } from '../../in-words/condition-in-words.ts';
import { levelName, ownerInWords } from '../../in-words/owner-in-words.ts';
import { capital, sentence, spaced } from '../../in-words/wording.ts';
import { definition, definitions, joined, list, paragraph } from '../blocks.ts';
import { chapter, type DraftSection } from '../draft-section.ts';
import type { Block } from '../document-model.ts';
import type { Rendering } from '../rendering.ts';

/** The first chapter. */
export function theService(of: Rendering): DraftSection | undefined {
  return chapter('service', 'The service', [summary(of), levels(of), eligibility(of), terms(of)]);
}

function summary({ description }: Rendering): DraftSection {
  const { provider, summary: words, 'attaches-to': attaches } = description.service;
  const blocks: Block[] = [
    paragraph(sentence(words)),
    paragraph(`The service is provided by ${provider}, called the provider below.`),
  ];
  if (attaches) blocks.push(paragraph(sentence(attaches.says)), paragraph('It attaches to:'), list(attaches.services));
  return { anchor: 'summary', title: 'Summary', blocks };
}

function levels(of: Rendering): DraftSection {
  const { description } = of;
  const entries = of.levels.map((level) => {
    const clause = description.levels[level];
    const included = levelChain(description.levels, level)
      .slice(1)
      .map((name) => levelName(name, description));
    const includes = included.length === 0 ? undefined : `It includes everything in ${listInWords(included)}.`;
    return definition(
      levelName(level, description),
      joined(clause?.says === undefined ? undefined : sentence(clause.says), includes),
    );
  });
  const words =
    of.level === undefined
      ? undefined
      : `This document describes the level ${levelName(of.level, description)}, with what it includes.`;
  return {
    anchor: 'levels',
    title: 'Levels',
    blocks: [...(words === undefined ? [] : [paragraph(words)]), definitions(entries)],
  };
}

function eligibility(of: Rendering): DraftSection | undefined {
  const { description } = of;
  if (!description.eligibility) return undefined;
  const { rules, exceptions } = description.eligibility;
  const shown = Object.values(rules).filter(
    (rule) =>
      rule.level === undefined ||
      of.level === undefined ||
      levelChain(description.levels, of.level).includes(rule.level),
  );
  const blocks: Block[] = [
    paragraph(
      shown.length === 1
        ? 'A customer can have the service where this holds:'
        : 'A customer can have the service where one of these rules holds:',
    ),
    list(
      shown.map((rule) => [
        `${sentence(rule.says)} `,
        ...(rule.level === undefined ? [] : [{ tag: levelName(rule.level, description) }, ' ']),
        `That is: ${conditionInWords(rule.if, description)}.`,
      ]),
    ),
  ];
  const excepted = Object.values(exceptions ?? {});
  if (excepted.length > 0) {
    blocks.push(paragraph('Exceptions, decided by all the roles named, on record:'));
    blocks.push(
      list(
        excepted.map(
          (exception) =>
            `${sentence(exception.says)} Decided by ${listInWords(exception['decided-by'].map((role) => ownerInWords({ provider: role }, description)))}.`,
        ),
      ),
    );
  }
  return { anchor: 'eligibility', title: 'Who can have it', blocks };
}

function terms({ description }: Rendering): DraftSection | undefined {
  const entries = Object.entries(description.terms ?? {});
  if (!description.terms) return undefined;
  const blocks =
    entries.length === 0
      ? [paragraph('None.')]
      : [
          definitions(
            entries.map(([name, term]) => ({
              ...definition(capital(term.name ?? spaced(name)), sentence(term.means)),
              anchor: `term-${name}`,
            })),
          ),
        ];
  return { anchor: 'definitions', title: 'Definitions', blocks };
}
