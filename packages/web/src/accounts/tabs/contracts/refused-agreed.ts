import { Refused } from '../../../api/refused.ts';

export type RefusedAgreed = {
  /** By the name of a parameter, or of a promise whose deviation is refused. */
  readonly fields: Readonly<Record<string, string>>;
  /** A refusal that belongs to no field of the form. */
  readonly rest: Error | null;
};

/**
 * What a refusal says of single values, at the fields that the form has (`names`). A deviation is refused by its place in the
 * list that was sent.
 */
export function refusedAgreed(
  error: Error | null,
  names: readonly string[],
  sent: readonly { readonly promise: string }[] = [],
): RefusedAgreed {
  if (!(error instanceof Refused) || error.fields.length === 0) return { fields: {}, rest: error };
  const named = error.fields.flatMap(({ path, says }) => {
    const [section, key = ''] = path.split('.');
    const name = section === 'parameters' ? key : section === 'deviations' ? sent[Number(key)]?.promise : undefined;
    return name !== undefined && names.includes(name) ? [[name, says] as const] : [];
  });
  // One that no field shows has to be said somewhere.
  return { fields: Object.fromEntries(named), rest: named.length === error.fields.length ? null : error };
}
