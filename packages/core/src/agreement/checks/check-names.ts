/** Names that stand for nothing. */
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';
import { nearest } from '../nearest.ts';
import type { Declared } from './declared.ts';
import { referencesOf } from './references.ts';

/** Every reference to something that is not declared. */
export function checkNames(description: Description, declared: Declared): Finding[] {
  return referencesOf(description).flatMap((reference): Finding[] => {
    const known = declared.get(reference.thing) ?? new Set();
    if (known.has(reference.name)) return [];
    return [
      {
        code: 'name.unknown',
        path: reference.path,
        at: reference.at ?? 'value',
        sentence: `no ${reference.thing} is called "${reference.name}"`,
        expected:
          known.size === 0
            ? `a ${reference.thing} that the description declares; it declares none`
            : [...known].join(', '),
        suggestion: nearest(reference.name, known),
      },
    ];
  });
}
