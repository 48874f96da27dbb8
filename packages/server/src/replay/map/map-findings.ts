import { nearest } from '@tamarack/core';
import type { z } from 'zod';
import type { MapFinding } from './place-in-map.ts';

type Path = readonly (string | number)[];

/** What the schema says is wrong, in the reader's words and with the nearest known name. */
export function findingsOfMap(issues: readonly z.core.$ZodIssue[], form: z.ZodObject, root: unknown): MapFinding[] {
  const findings = issues.flatMap((issue) => explain(issue, form, root));
  // A misspelt key is one mistake, not an unknown key and a missing one.
  const meant = new Set(findings.map(({ suggestion, path }) => [...path.slice(0, -1), suggestion].join('/')));
  return findings.filter(
    ({ code, path, missing }) => code !== 'grammar.missing-key' || !meant.has([...path, missing].join('/')),
  );
}

type Explained = MapFinding & { readonly missing?: string };

function explain(issue: z.core.$ZodIssue, form: z.ZodObject, root: unknown): Explained[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(form, path);
    return issue.keys.map((key) => ({
      code: 'grammar.unknown-key',
      path: [...path, key],
      sentence: `"${key}" is not a key of this place`,
      expected: known.join(', '),
      suggestion: nearest(key, known),
    }));
  }
  const value = valueAt(root, path);
  if (value === undefined) {
    const missing = String(path.at(-1));
    const sentence = `"${missing}" is missing here`;
    return [
      { code: 'grammar.missing-key', path: path.slice(0, -1), missing, sentence, expected: `the key "${missing}"` },
    ];
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const suggestion = nearest(shown(value).replaceAll('"', ''), allowed);
    const sentence = `${shown(value)} is not one of the values of this place`;
    return [{ code: 'grammar.value', path, sentence, expected: allowed.join(', '), suggestion }];
  }
  const sentence = issue.message.startsWith('Invalid input') ? `${shown(value)} does not belong here` : issue.message;
  return [{ code: 'grammar.value', path, sentence }];
}

function keysAt(form: z.ZodObject, path: Path): readonly string[] {
  let here: unknown = form;
  for (const step of path) {
    const shape: Readonly<Record<string, unknown>> = shapeOf(here) ?? {};
    here = shape[String(step)];
  }
  return Object.keys(shapeOf(here) ?? {});
}

/** The shape behind an optional object. */
function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  if ('shape' in schema && typeof schema.shape === 'object') return schema.shape as Readonly<Record<string, unknown>>;
  if ('unwrap' in schema && typeof schema.unwrap === 'function') return shapeOf((schema.unwrap as () => unknown)());
  return undefined;
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[String(step)];
  }
  return value;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
