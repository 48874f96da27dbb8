import { Refused } from '../../../api/refused.ts';

export type RefusedAgreed = {
  /** By the name of a parameter, or of a promise whose deviation is refused. */
  readonly fields: Readonly<Record<string, string>>;
  /** A refusal that belongs to no field of the form. */
  readonly rest: Error | null;
};

const OF_FIELDS = new Set(['parameter.invalid', 'parameter.missing', 'parameter.unknown', 'deviation.not-allowed']);

/** Core refuses values in a sentence that names them; here it goes to the fields that it names. */
export function refusedAgreed(error: Error | null, names: readonly string[]): RefusedAgreed {
  if (!(error instanceof Refused) || !OF_FIELDS.has(error.code)) return { fields: {}, rest: error };
  const named = names.filter((name) => mentions(error.message, name));
  if (named.length === 0) return { fields: {}, rest: error };
  const says = (name: string) => {
    if (error.code === 'parameter.missing') return 'The contract has to agree on this.';
    return error.message.startsWith(`${name}: `) ? error.message.slice(name.length + 2) : error.message;
  };
  return { fields: Object.fromEntries(named.map((name) => [name, says(name)])), rest: null };
}

/** As a word of its own: "call" is not named by "call-interval". */
function mentions(sentence: string, name: string): boolean {
  return sentence.split(/[^a-z0-9-]+/).includes(name);
}
