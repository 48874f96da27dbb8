/** What a contract's level covers, what it does not, and on which grounds a request can be declined. */
import type { Description } from '../agreement/grammar/description.ts';
import { belongsTo } from '../agreement/level-chain.ts';
import type { Terms } from '../deadline/terms.ts';

/** One item of the scope, by the name of its clause. */
export type ScopeItem = {
  readonly name: string;
  readonly title: string;
  readonly says?: string;
  /** Products or cases, one each. */
  readonly items: readonly string[];
  /** Of what is excluded: where such work is redirected. */
  readonly instead?: string;
};

export type Scope = {
  /** Says that the list is open, where it is. */
  readonly open?: string;
  readonly covered: readonly ScopeItem[];
  readonly excluded: readonly ScopeItem[];
  readonly grounds: readonly ScopeItem[];
  readonly needs: readonly ScopeItem[];
};

type Clause = Description['scope']['covered'][string] & { readonly instead?: string | undefined };

/** The scope at the level of these terms, in the order of the description. */
export function scopeOf({ description, level }: Terms): Scope {
  const { open, covered, excluded = {}, grounds = {}, needs = {} } = description.scope;
  const at = (clauses: Readonly<Record<string, Clause>>) =>
    Object.entries(clauses)
      .filter(([, { levels }]) => belongsTo(description.levels, levels, level))
      .map(itemOf);
  return {
    ...(open === undefined ? {} : { open }),
    covered: at(covered),
    excluded: at(excluded),
    grounds: at(grounds),
    needs: at(needs),
  };
}

function itemOf([name, { name: title, says, items = [], instead }]: readonly [string, Clause]): ScopeItem {
  return {
    name,
    title,
    ...(says === undefined ? {} : { says }),
    items,
    ...(instead === undefined ? {} : { instead }),
  };
}
