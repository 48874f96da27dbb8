/** Severities with the criteria by which they are chosen. */
import { ownerInWords } from '../../in-words/owner-in-words.ts';
import { capital, sentence } from '../../in-words/wording.ts';
import { definitions, list, paragraph } from '../blocks.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Definition } from '../document-model.ts';
import type { Rendering } from '../rendering.ts';

/** The section on severities. */
export function severities({ description }: Rendering): DraftSection | undefined {
  const { severities: written } = description;
  if (!written) return undefined;
  const chosen = `${capital(ownerInWords(written['chosen-by'], description))} chooses the severity.`;
  const changed = written['changed-by']
    ? ` ${capital(ownerInWords(written['changed-by'], description))} may change it on the facts.`
    : '';
  const entries = Object.entries(written.list).map(([key, severity]): Definition => {
    const also =
      severity.also?.map(
        (more) =>
          `Also: ${sentence(more.says)}${more.approval ? ` This needs the approval of ${ownerInWords(more.approval, description)}.` : ''}`,
      ) ?? [];
    return {
      term: `${key} – ${severity.name}`,
      means: [list([...severity.criteria.map(sentence), ...also])],
      anchor: `severity-${key}`,
    };
  });
  const words = written.says === undefined ? chosen + changed : `${sentence(written.says)} ${chosen}${changed}`;
  return { anchor: 'severities', title: 'Severities', blocks: [paragraph(words), definitions(entries)] };
}
