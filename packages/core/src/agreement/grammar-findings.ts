/** What the schema says is wrong, in the reader's words and with the nearest known name. */
import type { z } from 'zod';
import type { Finding } from './diagnostics.ts';
import { meantBranch } from './meant-branch.ts';
import { nearest } from './nearest.ts';
import { judgePromises } from './promise-issues.ts';
import { sizeWords } from './size-words.ts';
import { isRecord, valueAt } from './value-at.ts';
import { kindOf } from './words/word.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** What the grammar says about a place: its keys, and its words for what belongs there. */
export type Places = {
  readonly keysAt: (path: Path) => readonly string[];
  readonly saysAt: (path: Path) => string | undefined;
};

/** Turns schema issues into findings; a union is explained by the branch that was meant. */
export function findingsOf(issues: readonly Issue[], root: unknown, places: Places): Finding[] {
  const findings = judgePromises(issues, root).flatMap((issue) => explain(issue, [], root, places));
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

function explain(issue: Issue, base: Path, root: unknown, places: Places): Explained[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...path, key], key, places.keysAt(path)));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.flatMap((inner) =>
      explain(inner, path, root, places).map((finding) => ({ ...finding, at: 'key' as const })),
    );
  }
  if (issue.code !== 'invalid_union') return [plainFinding(issue, path, root, places)];
  if (path.length === 2 && path[0] === 'promises' && isRecord(valueAt(root, path))) return [noForm(path)];
  const branch = meantBranch(issue.errors);
  if (branch.length === 0) return [plainFinding(issue, path, root, places)];
  return branch.flatMap((inner) => explain(inner, path, root, places));
}

function plainFinding(issue: Issue, path: Path, root: unknown, places: Places): Explained {
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
  const size = sizeWords(issue, value);
  if (size) return { code: 'grammar.value', path, ...size };
  if (issue.message.startsWith('Invalid')) {
    const sentence = `${kindOf(value)} does not belong here`;
    return {
      code: 'grammar.value',
      path,
      sentence,
      expected: inPassing(places.saysAt(path)) ?? kindsOf(issue).join(' or '),
    };
  }
  return { code: 'grammar.value', path, sentence: issue.message };
}

/** A sentence of the grammar, to be read after "expected". */
function inPassing(sentence: string | undefined): string | undefined {
  return sentence && `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

/** The kinds of value that would do. */
function kindsOf(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [EXPECTED[issue.expected] ?? issue.expected];
  if (issue.code !== 'invalid_union') return [];
  return [...new Set(issue.errors.flat().flatMap((inner) => (inner.path.length === 0 ? kindsOf(inner) : [])))];
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
