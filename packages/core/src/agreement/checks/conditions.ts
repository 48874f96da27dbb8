/** Every condition of a description, with its place. */
import type { Description } from '../grammar/description.ts';
import type { Condition } from '../words/condition.ts';

type Path = readonly (string | number)[];
export type PlacedCondition = { readonly condition: Condition; readonly path: Path };

/** The conditions of promises, of eligibility and of cover. */
export function conditionsOf({ promises, eligibility, cover }: Description): PlacedCondition[] {
  const found: { readonly condition: Condition | undefined; readonly path: Path }[] = [
    ...Object.entries(promises).flatMap(([name, promise]) => [
      { condition: promise.if, path: ['promises', name, 'if'] },
      { condition: 'pauses' in promise ? promise.pauses : undefined, path: ['promises', name, 'pauses'] },
    ]),
    ...Object.entries(eligibility?.rules ?? {}).map(([name, rule]) => ({
      condition: rule.if,
      path: ['eligibility', 'rules', name, 'if'],
    })),
    ...Object.entries(cover ?? {}).map(([name, rule]) => ({ condition: rule.if, path: ['cover', name, 'if'] })),
  ];
  return found.flatMap(({ condition, path }) => (condition ? [{ condition, path }] : []));
}
