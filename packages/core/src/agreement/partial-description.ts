/**
 * Reads as much of a value as follows the grammar, so that one misspelt key does not hide the
 * dangling names elsewhere: what the schema refuses is cut out, and the rest is read again.
 */
import type { Finding } from './diagnostics.ts';
import { findingsOf } from './grammar-findings.ts';
import { description, type Description } from './grammar/description.ts';
import { knownKeys } from './known-keys.ts';

export type PartialDescription = {
  readonly description: Description | undefined;
  readonly findings: readonly Finding[];
};

/** What can be read of a parsed file, and everything that the grammar refuses in it. */
export function readPartial(value: unknown): PartialDescription {
  const first = description.safeParse(value, { reportInput: true });
  if (first.success) return { description: first.data, findings: [] };
  const findings = findingsOf(first.error.issues, value, (path) => knownKeys(description, path, value)).filter(
    (finding) => finding.path[0] !== 'calendars' || finding.path.length < 2,
  );
  const pruned: unknown = JSON.parse(JSON.stringify(value)); // plain YAML data
  for (let round = 0; round < 20; round += 1) {
    const again = description.safeParse(pruned);
    if (again.success) return { description: again.data, findings };
    const cut = again.error.issues.map((issue) =>
      prune(pruned, issue.path, issue.code === 'unrecognized_keys' ? issue.keys : undefined),
    );
    if (!cut.some(Boolean)) break;
  }
  return { description: undefined, findings };
}

/** Takes the refused value out; a value that is missing takes the clause around it along. */
function prune(root: unknown, path: readonly PropertyKey[], keys: readonly string[] | undefined): boolean {
  if (keys) return keys.map((key) => remove(root, [...path, key])).some(Boolean);
  for (let length = path.length; length > 1; length -= 1) {
    if (remove(root, path.slice(0, length))) return true;
  }
  return false;
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
