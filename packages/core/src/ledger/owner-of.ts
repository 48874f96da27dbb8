/** Who owes a promise. */
import type { Term } from '../deadline/terms.ts';

export type Owner = { readonly side: 'provider' | 'customer'; readonly role: string };

/** One role of one side; undefined where the promise names none. */
export function ownerOf({ clause }: Term): Owner | undefined {
  const { provider, customer } = clause.by ?? {};
  if (provider !== undefined) return { side: 'provider', role: provider };
  return customer === undefined ? undefined : { side: 'customer', role: customer };
}
