/** What the schema says is wrong, in the reader's words and with the nearest known name. */
import type { z } from 'zod';
import type { Finding } from './diagnostics.ts';
import { formOf, PROMISE_FORMS } from './grammar/promise.ts';
import { nearest } from './nearest.ts';
import { kindOf } from './words/word.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** Turns schema issues into findings; a union is explained by the branch that was meant. */
export function findingsOf(
  issues: readonly Issue[],
  root: unknown,
  keysAt: (path: Path) => readonly string[],
): Finding[] {
  const findings = issues.flatMap((issue) => explain(issue, [], root, keysAt));
  const meant = new Set(
    findings
      .filter((finding) => finding.code === 'grammar.unknown-key')
      .map((finding) => [...finding.path.slice(0, -1), finding.suggestion].join('/')),
  );
  return findings.filter(
    (finding) => finding.code !== 'grammar.missing-key' || !meant.has([...finding.path, finding.key].join('/')),
  );
}

/** A misspelt key is one mistake, not an unknown key and a missing one. */
type Explained = Finding & { readonly key?: string };

function explain(issue: Issue, base: Path, root: unknown, keysAt: (path: Path) => readonly string[]): Explained[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...path, key], key, keysAt(path)));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.flatMap((inner) =>
      explain(inner, path, root, keysAt).map((finding) => ({ ...finding, at: 'key' as const })),
    );
  }
  if (issue.code !== 'invalid_union') return [plainFinding(issue, path, root)];
  const form = path.length === 2 && path[0] === 'promises' ? promiseIssues(valueAt(root, path)) : undefined;
  if (form === 'no-form') return [noForm(path)];
  const branch = form ?? meantBranch(issue.errors);
  if (branch.every((inner) => inner.path.length === 0 && inner.code === 'invalid_type')) {
    return [plainFinding(issue, path, root)];
  }
  return branch.flatMap((inner) => explain(inner, path, root, keysAt));
}

function plainFinding(issue: Issue, path: Path, root: unknown): Explained {
  const value = valueAt(root, path);
  if (value === undefined && path.length > 0) {
    const key = String(path.at(-1));
    return {
      code: 'grammar.missing-key',
      path: path.slice(0, -1),
      at: 'key',
      key,
      sentence: `"${key}" is missing here`,
      expected: `the key "${key}"`,
    };
  }
  if (issue.code === 'custom' && issue.params?.['code'] === 'word') {
    const { expected, suggestion } = issue.params;
    return {
      code: 'grammar.word',
      path,
      sentence: issue.message,
      expected: text(expected),
      suggestion: text(suggestion),
    };
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return {
      code: 'grammar.value',
      path,
      sentence: `${kindOf(value)} is not one of the values of this place`,
      expected: allowed.join(', '),
      suggestion: nearest(String(value), allowed),
    };
  }
  if (issue.message.startsWith('Invalid input') && issue.code === 'invalid_type') {
    return {
      code: 'grammar.value',
      path,
      sentence: `${kindOf(value)} does not belong here`,
      expected: EXPECTED[issue.expected] ?? issue.expected,
    };
  }
  return { code: 'grammar.value', path, sentence: issue.message };
}

const EXPECTED: Record<string, string> = {
  object: 'a mapping of keys to values',
  array: 'a list',
  string: 'a text',
  record: 'named entries',
  number: 'a number',
  int: 'a whole number',
};

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function unknownKey(path: Path, key: string, known: readonly string[]): Finding {
  const suggestion = nearest(key, known);
  return {
    code: 'grammar.unknown-key',
    path,
    at: 'key',
    sentence: `"${key}" is not a key of this place`,
    expected: known.length > 0 ? known.join(', ') : undefined,
    suggestion,
  };
}

function noForm(path: Path): Finding {
  return {
    code: 'grammar.promise-form',
    path,
    at: 'key',
    sentence: 'no key says what opens this promise',
    expected: 'one of when, while, every, per, limit, gate',
  };
}

/** A promise is judged by the form that its keys give it, not by the form that comes nearest. */
function promiseIssues(value: unknown): readonly Issue[] | 'no-form' | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const form = formOf(Object.keys(value));
  return form === undefined ? 'no-form' : (PROMISE_FORMS[form].safeParse(value).error?.issues ?? []);
}

/** The branch of a union that was most likely meant: the one with the lightest complaints. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  let meant: readonly Issue[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const branch of branches) {
    const cost = branch.reduce((sum, issue) => sum + costOf(issue), 0);
    if (cost < least) {
      meant = branch;
      least = cost;
    }
  }
  return meant;
}

function costOf(issue: Issue): number {
  if (issue.code === 'invalid_union')
    return Math.min(1000, ...issue.errors.map((branch) => branch.reduce((sum, inner) => sum + costOf(inner), 0)));
  if (issue.code === 'invalid_type' && issue.path.length === 0) return 1000;
  if (issue.code === 'invalid_value' && issue.path.length === 1) return 100;
  return issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1;
}

/** The value that stands at a path of a plain value. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
