/**
 * What a browser loads before a page can be used, in compressed bytes and files, read from the manifest of the last build:
 * `node packages/web/measure-bundle.ts [folder]`. Exits 1 when a page is over a budget.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUDGET_BYTES = 250_000;
/** Scripts; each is a request, and a browser sends six at a time. */
const BUDGET_FILES = 25;
const dist = process.argv[2] ?? join(import.meta.dirname, 'dist');

type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
};

const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Readonly<
  Record<string, Chunk>
>;
const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? 'index.html';
/** What is loaded above a page, by the beginning of its path: the first that fits. */
const ABOVE: readonly (readonly [prefix: string, above: readonly string[]])[] = [
  ['src/sign-in/', ['src/sign-in/threshold.tsx']],
  ['src/accounts/tabs/', ['src/accounts/account-page.tsx']],
  ['src/ledger/', ['src/accounts/account-page.tsx']],
  ['src/tickets/list/tickets-page', []],
  ['src/tickets/', ['src/accounts/account-page.tsx']],
];
report('every page (entry)', [entry]);
const pages = Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry && key.endsWith('.tsx'));
for (const page of pages.toSorted()) report(page, [entry, ...aboveOf(page), page]);

function aboveOf(page: string): readonly string[] {
  return ABOVE.find(([prefix]) => page.startsWith(prefix))?.[1] ?? [];
}

function report(name: string, roots: readonly string[]): void {
  const chunks = new Set<string>();
  for (const root of roots) follow(root, chunks);
  const files = new Set([...chunks].map((key) => manifest[key]?.file ?? ''));
  const styles = new Set([...chunks].flatMap((key) => manifest[key]?.css ?? []));
  const script = bytesOf(files);
  const line = `${name.padEnd(52)} script ${kilo(script)} in ${files.size} files, style ${kilo(bytesOf(styles))}`;
  process.stdout.write(`${line}\n`);
  if (script > BUDGET_BYTES || files.size > BUDGET_FILES) process.exitCode = 1;
}

function follow(key: string, into: Set<string>): void {
  if (into.has(key) || !manifest[key]) return;
  into.add(key);
  for (const each of manifest[key].imports ?? []) follow(each, into);
}

function bytesOf(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + sizeOf(file), 0);
}

/** Small files are not compressed. */
function sizeOf(file: string): number {
  const compressed = statSync(join(dist, `${file}.br`), { throwIfNoEntry: false });
  return (compressed ?? statSync(join(dist, file))).size;
}

function kilo(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
}
