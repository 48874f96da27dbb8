import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openingKinds, readDescription, type Term, type Terms, termsOf } from '@tamarack/core';
import { loadHolidayLists } from '../holiday-lists.ts';
import { root } from '../root.ts';

/** The terms of a shipped description at one level. */
export async function serviceTerms(file: string, level: string): Promise<Terms> {
  const { ready, diagnostics } = readDescription(readFileSync(join(root, file), 'utf8'), await loadHolidayLists());
  if (!ready) throw new Error(`${file} has errors: ${diagnostics[0]?.sentence ?? ''}`);
  const terms = termsOf(ready, { level });
  if (!terms.ok) throw new Error(terms.refusal.sentence);
  return terms.value;
}

/** The promises that an incident opens. */
export function incidentPromises(terms: Terms): Term[] {
  return [...terms.promises.values()].filter((term) => openingKinds(term)?.includes('incident'));
}
