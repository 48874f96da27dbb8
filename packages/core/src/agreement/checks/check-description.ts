/** Everything that the grammar alone cannot see: names, circles, contradictions, suspicious text. */
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';
import { valueAt } from '../value-at.ts';
import { checkDeviations } from './check-deviations.ts';
import { checkDocument } from './check-document.ts';
import { checkFacts } from './check-facts.ts';
import { checkHorizon } from './check-horizon.ts';
import { checkLadders } from './check-ladders.ts';
import { checkLevels } from './check-levels.ts';
import { checkNames } from './check-names.ts';
import { checkParameters } from './check-parameters.ts';
import { checkPromises } from './check-promises.ts';
import { checkTargets } from './check-targets.ts';
import { checkUnused } from './check-unused.ts';
import { declaredNames } from './declared.ts';

/** All findings beyond the grammar. `root` is the file as it was written, for names whose clause has errors. */
export function checkDescription(description: Description, root: unknown): Finding[] {
  const declared = declaredNames(root);
  const findings = [
    ...checkNames(description, declared),
    ...checkFacts(description, declared),
    ...checkLevels(description),
    ...checkPromises(description),
    ...checkLadders(description),
    ...checkTargets(description),
    ...checkHorizon(description),
    ...checkParameters(description),
    ...checkDeviations(description),
    ...checkDocument(description),
    ...checkUnused(description),
  ];
  return findings.filter((finding) => !isEchoOfGrammar(finding, root));
}

/** A calendar that the grammar refused was taken out of its promise; it is written all the same. */
function isEchoOfGrammar({ code, path }: Finding, root: unknown): boolean {
  return code === 'promise.no-calendar' && valueAt(root, [...path, 'calendar']) !== undefined;
}
