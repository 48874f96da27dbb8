/** Roles of both sides, the responsibility matrix, and who stands in for whom. */
import type { Description } from '../../grammar/description.ts';
import { conditionInWords } from '../../in-words/condition-in-words.ts';
import { openersInWords } from '../../in-words/evidence-in-words.ts';
import { roleName } from '../../in-words/owner-in-words.ts';
import { capital, inSentence, sentence } from '../../in-words/wording.ts';
import { definitions, list, paragraph, table } from '../blocks.ts';
import { clausesSection } from '../clauses-section.ts';
import type { Block, Definition, Phrase } from '../document-model.ts';
import { chapter, type DraftSection } from '../draft-section.ts';
import { tagged, type Rendering } from '../rendering.ts';

type Side = 'provider' | 'customer';

/** The chapter on people. */
export function people(of: Rendering): DraftSection | undefined {
  return chapter('people', 'People and responsibilities', [
    rolesOf(of, 'provider', 'Roles of the provider'),
    rolesOf(of, 'customer', 'Roles of the customer'),
    matrix(of),
    cover(of),
  ]);
}

function rolesOf(of: Rendering, side: Side, title: string): DraftSection | undefined {
  return clausesSection(of, `${side}-roles`, title, of.description.roles[side], (shown) => [
    definitions(
      shown.map(([name, role]): Definition => {
        const may = role.may ? `It takes this role that ${openersInWords(role.may, of.description)}.` : undefined;
        const words = [role.says === undefined ? undefined : sentence(role.says), may]
          .filter((part) => part !== undefined)
          .join(' ');
        const means: Block[] = words === '' ? [] : [paragraph(words)];
        return {
          term: tagged(of, role.name, role),
          means: role.duties ? [...means, list(role.duties.map(sentence))] : means,
          anchor: `role-${side}-${name}`,
        };
      }),
    ),
  ]);
}

/** R, A, C and I by activity and role; roles that have no letter anywhere are left out. */
function matrix(of: Rendering): DraftSection | undefined {
  const { description } = of;
  return clausesSection(of, 'responsibilities', 'Responsibility matrix', description.responsibilities, (shown) => {
    const used = (side: Side) =>
      Object.keys(description.roles[side]).filter((role) => shown.some(([, row]) => row[side]?.[role]));
    const columns = (['provider', 'customer'] as const).flatMap((side) => used(side).map((role) => ({ side, role })));
    const heading = ({ side, role }: { side: Side; role: string }) => ({
      heading: roleName(role, description, side),
      centred: true,
    });
    const rows = shown.map(([, row]): Phrase[] => [
      tagged(of, row.activity, row),
      ...columns.map(({ side, role }) => (row[side]?.[role] ?? []).join(', ') || '–'),
    ]);
    const over = (['provider', 'customer'] as const)
      .map((side) => ({ heading: capital(side), columns: used(side).length }))
      .filter(({ columns: count }) => count > 0);
    return [
      { ...table('Responsibility matrix', ['Activity', ...columns.map(heading)], rows), over },
      paragraph('R does it, A answers for it, C is asked, I is told.', 'quiet'),
    ];
  });
}

function cover(of: Rendering): DraftSection | undefined {
  return clausesSection(of, 'cover', 'Cover for absence', of.description.cover, (shown) => [
    definitions(shown.map(([name, rule]) => coverEntry(of, name, rule))),
  ]);
}

function coverEntry(of: Rendering, name: string, rule: NonNullable<Description['cover']>[string]): Definition {
  const { description } = of;
  const absent = roleName(rule.absent, description, 'provider');
  const means: Block[] = [
    paragraph(`${sentence(rule.says)}${rule.if ? ` It applies where ${conditionInWords(rule.if, description)}.` : ''}`),
    list(
      rule.by.map((stand): Phrase => [
        { strong: roleName(stand.role, description, 'provider') },
        ` stands in for ${inSentence(stand.for)}${stand.if === undefined ? '' : `, if ${inSentence(stand.if)}`}`,
      ]),
    ),
  ];
  if (rule.beforehand) means.push(paragraph('Before the absence begins:'), list(rule.beforehand.map(sentence)));
  return { term: tagged(of, `When the ${inSentence(absent)} is away`, rule), means, anchor: `cover-${name}` };
}
