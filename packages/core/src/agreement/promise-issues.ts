/**
 * What the schema says about promises, judged by the form that their keys give them. The union of the forms would
 * answer for whichever form complains least: a response with one bad duration would be told that a request has no
 * `within`.
 */
import type { z } from 'zod';
import { formOf, PROMISE_FORMS, type PromiseForm } from './grammar/promise.ts';
import { nearest } from './nearest.ts';
import { isRecord, valueAt } from './value-at.ts';

type Issue = z.core.$ZodIssue;

const KEYS = new Set(Object.values(PROMISE_FORMS).flatMap((form) => Object.keys(form.shape)));

/**
 * The form that a promise was meant to have. Misspelt keys count as those they come nearest to, where that leaves fewer
 * keys that have no place: without it, a misspelt `within` would make a request of a response.
 */
export function meantForm(value: unknown): PromiseForm | undefined {
  if (!isRecord(value)) return undefined;
  const written = Object.keys(value);
  const missing = [...KEYS].filter((key) => !written.includes(key));
  const corrected = written.map((key) => (KEYS.has(key) ? key : (nearest(key, missing) ?? key)));
  const form = formOf(written);
  const meant = formOf(corrected);
  return strangers(meant, corrected) < strangers(form, written) ? meant : form;
}

/** How many keys have no place in a form. */
function strangers(form: PromiseForm | undefined, keys: readonly string[]): number {
  if (form === undefined) return keys.length + 1;
  return keys.filter((key) => !Object.hasOwn(PROMISE_FORMS[form].shape, key)).length;
}

/** The same issues, with those of each promise replaced by those of its form; no form is an `invalid_union`. */
export function judgePromises(issues: readonly Issue[], root: unknown): Issue[] {
  const judged = new Set<string>();
  return issues.flatMap((issue): Issue[] => {
    const [section, name] = issue.path;
    if (section !== 'promises' || typeof name !== 'string' || issue.code === 'invalid_key') return [issue];
    const path = ['promises', name];
    const value = valueAt(root, path);
    if (!isRecord(value)) return [issue];
    if (judged.has(name)) return [];
    judged.add(name);
    const form = meantForm(value);
    if (form === undefined) return [{ code: 'invalid_union', errors: [], path, message: issue.message, input: value }];
    const own = PROMISE_FORMS[form].safeParse(value, { reportInput: true }).error?.issues ?? [];
    return own.map((inner) => ({ ...inner, path: [...path, ...inner.path] }));
  });
}
