import type { BenchResult } from './bench.ts';
import { aimText, spreadText } from './figure-text.ts';

/** A bench's result for a terminal. */
export function tableText({ title, figures, notes }: BenchResult): string {
  const rows = figures.map((figure) => [figure.what, spreadText(figure), figure.unit, aimText(figure)]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) => `  ${row.map((cell, i) => pad(cell, widths[i], i === 1)).join('  ')}`.trimEnd());
  return [`\n${title}`, ...lines, ...notes.map((note) => `  · ${note}`)].join('\n');
}

function pad(text: string, width = 0, right = false): string {
  return right ? text.padStart(width) : text.padEnd(width);
}
