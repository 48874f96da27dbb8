/**
 * Puts the figures of a full run into docs/performance.md, so that none is ever typed by hand.
 *
 *     npm run bench -- --write
 *     node bench/write-table.ts out/bench.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchNames } from './benches.ts';
import { markdownOf } from './measure/markdown-text.ts';
import type { Report } from './measure/report.ts';
import { root } from './root.ts';

const BEGIN = '<!-- figures: written by bench/write-table.ts -->';
const END = '<!-- end of figures -->';

/** Rewrites the page from a run's JSON; a sentence where that run is not fit for it. */
export function writeTable(file: string): string | undefined {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  if (report.quick) return `${file} comes from a quick run; its figures are not for quoting.`;
  const missing = benchNames.filter((name) => !Object.hasOwn(report.benches, name));
  if (missing.length > 0) return `${file} lacks ${missing.join(', ')}: run all benches together.`;

  const page = join(root, 'docs', 'performance.md');
  const [before, rest] = readFileSync(page, 'utf8').split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) return `${page} has lost the marks around its figures.`;
  writeFileSync(page, `${before}${BEGIN}\n\n${markdownOf(report)}\n${END}${after}`);
  return undefined;
}

if (import.meta.main) {
  const refusal = writeTable(process.argv[2] ?? 'out/bench.json');
  if (refusal !== undefined) {
    console.error(refusal);
    process.exitCode = 2;
  }
}
