/**
 * A word of the language is a short text inside a YAML value ("2 business days", "severity = 1")
 * with a grammar of its own. Each has a parser from text to meaning; `word` makes it a schema.
 */
import { z } from 'zod';

/** What a word's parser says: the meaning, or what is wrong with the text and what was expected. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly sentence: string; readonly expected: string; readonly suggestion?: string };

/** How a word appears in the generated JSON Schema and in the language reference. */
export type WordMeta = { id: string; description: string; examples: string[]; pattern?: string };

/** The schema of a word: a string in the file, its meaning after reading. */
export function word<T>(read: (text: string) => Reading<T>, meta: WordMeta) {
  return z
    .string({ error: (issue) => bareValue(issue.input, meta) })
    .transform((text, context): T => {
      const reading = read(text);
      if (reading.ok) return reading.value;
      const { sentence, expected, suggestion } = reading;
      context.addIssue({ code: 'custom', message: sentence, params: { code: 'word', expected, suggestion } });
      return z.NEVER;
    })
    .meta(meta);
}

/** A word that may also stand as a bare whole number (`times: 4`). */
export function wordOrNumber<T>(read: (text: string) => Reading<T>, meta: WordMeta) {
  return z
    .union([z.int(), z.string()], { error: (issue) => bareValue(issue.input, meta) })
    .transform((input, context): T => {
      const reading = read(String(input));
      if (reading.ok) return reading.value;
      const { sentence, expected, suggestion } = reading;
      context.addIssue({ code: 'custom', message: sentence, params: { code: 'word', expected, suggestion } });
      return z.NEVER;
    })
    .meta(meta);
}

/** YAML turns `30`, `1.10` and `true` into other things than text; say what to write instead. */
function bareValue(input: unknown, meta: WordMeta): string {
  const example = meta.examples[0] ?? '';
  const [what = ''] = meta.description.split('.');
  return `expected ${what.charAt(0).toLowerCase()}${what.slice(1)}, such as "${example}", and found ${kindOf(input)}`;
}

/** The name of a value's kind in the reader's words. */
export function kindOf(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (input === null) return 'an empty value';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a mapping';
  if (typeof input === 'string') return `the text "${input.length > 40 ? `${input.slice(0, 40)}…` : input}"`;
  if (typeof input === 'number') return `the number ${input}`;
  if (typeof input === 'boolean') return `the value ${input}`;
  return 'a value of another kind';
}
