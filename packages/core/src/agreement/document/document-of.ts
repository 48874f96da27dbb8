/** A description → the document that a customer signs. */
import { chapter, numbered } from './draft-section.ts';
import type { DocumentModel } from './document-model.ts';
import { levelName } from '../in-words/owner-in-words.ts';
import { renderingOf, type DescriptionForDocument } from './rendering.ts';
import { notes, signatures } from './sections/closing.ts';
import { contract } from './sections/contract.ts';
import { dateWritten, documentControl } from './sections/document-control.ts';
import { people } from './sections/people.ts';
import { promiseChapters } from './sections/promises.ts';
import { reachingEachOther } from './sections/reaching-each-other.ts';
import { scope } from './sections/scope.ts';
import { severities } from './sections/severities.ts';
import { targets } from './sections/targets.ts';
import { theService } from './sections/the-service.ts';
import { time } from './sections/time.ts';
import { workingTogether } from './sections/working-together.ts';

/** The document of all levels that are sold, or of one level with what it includes. */
export function documentOf(
  ready: DescriptionForDocument,
  options: { readonly level?: string | undefined } = {},
): DocumentModel {
  const of = renderingOf(ready, options.level);
  const { service, document } = ready.description;
  const sections = numbered([
    theService(of),
    chapter('service-levels', 'Service levels', [targets(of), severities(of)]),
    scope(of),
    reachingEachOther(of),
    ...promiseChapters(of),
    people(of),
    workingTogether(of),
    time(of),
    contract(of),
    notes(of),
    signatures(of),
  ]);
  return {
    language: 'en',
    title: service.name,
    subtitle:
      options.level === undefined
        ? 'Service description'
        : `Service description, level ${levelName(options.level, ready.description)}`,
    provider: service.provider,
    summary: service.summary,
    running: `${service.name} · ${document.reference} · version ${document.version} of ${dateWritten(document.date)} · ${document.classification}`,
    control: documentControl(of),
    sections,
  };
}
