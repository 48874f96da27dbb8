/** Completion from the schema of the language: keys where a key is written, values where a value is. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { placeInYaml } from './place-in-yaml.ts';
import { type JsonSchema, keysAt, type Offer, valuesAt } from './schema-at.ts';

/** Required keys come first. */
const FIRST = 10;

/** `schemaNow` is asked each time: undefined while the schema is not there yet, when nothing is offered. */
export function completeDescription(schemaNow: () => JsonSchema | undefined) {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const schema = schemaNow();
    const place = placeInYaml(state.doc.toString(), pos);
    if (!schema || !place || (!explicit && place.from === pos)) return null;
    const { path, writes, beside, from } = place;
    const keys = writes === 'key' ? keysAt(schema, path, beside).map(keyOf) : [];
    const values = valuesAt(schema, path).map(valueOf);
    // An entry of a list may be a word as well as a map.
    const options = writes === 'key' && path.at(-1) !== '[]' ? keys : [...keys, ...values];
    return options.length === 0 ? null : { from, options, validFor: /^[\w-]*$/ };
  };
}

function keyOf({ label, says, isRequired }: Offer): Completion {
  return {
    label,
    type: 'property',
    apply: `${label}: `,
    ...(isRequired ? { detail: 'required', boost: FIRST } : {}),
    ...(says === undefined ? {} : { info: says }),
  };
}

function valueOf({ label, says }: Offer): Completion {
  return { label, type: 'enum', ...(says === undefined ? {} : { info: says }) };
}
