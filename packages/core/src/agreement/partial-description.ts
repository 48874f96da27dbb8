/**
 * Reads as much of a value as follows the grammar, so that one misspelt key does not hide the
 * dangling names elsewhere: what the schema refuses is cut out, and the rest is read again.
 */
import type { Finding } from './diagnostics.ts';
import { findingsOf } from './grammar-findings.ts';
import { description, type Description, LANGUAGE_VERSION } from './grammar/description.ts';
import { knownKeys, saidOf } from './known-keys.ts';
import { judgePromises } from './promise-issues.ts';

type Path = readonly (string | number)[];

export type PartialDescription = {
  readonly description: Description | undefined;
  readonly findings: readonly Finding[];
};

/** What can be read of a parsed file, and everything that the grammar refuses in it. */
export function readPartial(value: unknown): PartialDescription {
  const first = description.safeParse(value, { reportInput: true });
  if (first.success) return { description: first.data, findings: [] };
  const places = {
    keysAt: (path: Path) => knownKeys(description, path, value),
    saysAt: (path: Path) => saidOf(description, path, value),
  };
  const findings = findingsOf(first.error.issues, value, places).filter(
    (finding) => finding.path[0] !== 'calendars' || finding.path.length < 2,
  );
  const pruned: unknown = JSON.parse(JSON.stringify(value)); // plain YAML data
  for (let round = 0; round < 20; round += 1) {
    const again = description.safeParse(pruned);
    if (again.success) return { description: again.data, findings };
    // From behind, so that an item of a list is taken out before those in front of it move the others up.
    const issues = judgePromises(again.error.issues, pruned).toReversed();
    const cut = issues.map((issue) =>
      prune(pruned, issue.path, issue.code === 'unrecognized_keys' ? issue.keys : undefined),
    );
    if (!cut.some(Boolean)) break;
  }
  return { description: undefined, findings };
}

/**
 * Takes the refused value out; a value that is missing takes the clause around it along. A section that every
 * description has is never missing: the least that can stand there takes its place.
 */
function prune(root: unknown, path: readonly PropertyKey[], keys: readonly string[] | undefined): boolean {
  if (keys) return keys.map((key) => remove(root, [...path, key])).some(Boolean);
  for (let length = path.length; length > 1; length -= 1) {
    if (remove(root, path.slice(0, length))) return true;
  }
  const section = String(path[0]);
  if (!isContainer(root) || path.length === 0) return false;
  return Object.hasOwn(LEAST, section) ? Reflect.set(root, section, structuredLeast(section)) : remove(root, [section]);
}

const LEAST: Readonly<Record<string, unknown>> = {
  tamarack: LANGUAGE_VERSION,
  document: {
    reference: '?',
    version: '?',
    date: '2000-01-01',
    owner: '?',
    approver: '?',
    classification: '?',
    distribution: ['?'],
    history: [{ version: '?', date: '2000-01-01', author: '?', change: '?' }],
  },
  service: { name: '?', provider: '?', summary: '?' },
  calendars: {},
  levels: { any: { name: '?' } },
  scope: { covered: {} },
  channels: {},
  roles: { provider: {}, customer: {} },
  promises: {},
};

/** A copy: what is put in can be pruned in turn. */
function structuredLeast(section: string): unknown {
  return JSON.parse(JSON.stringify(LEAST[section]));
}

function remove(root: unknown, path: readonly PropertyKey[]): boolean {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, step) => (isContainer(value) ? Reflect.get(value, step) : undefined), root);
  const last = path.at(-1);
  if (!isContainer(parent) || last === undefined || !Object.hasOwn(parent, last)) return false;
  if (Array.isArray(parent)) return parent.splice(Number(last), 1).length > 0;
  return Reflect.deleteProperty(parent, last);
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
