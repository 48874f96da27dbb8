import { type Difference, type Verdict, VERDICTS } from '@tamarack/core';
import type { Style, Terminal } from '../platform/terminal.ts';
import { visibleText } from '../platform/visible-text.ts';

/** A sign for those who do not see colours. */
const MARKS: Readonly<Record<Verdict, { readonly sign: string; readonly style: Style }>> = {
  stronger: { sign: '+', style: 'good' },
  weaker: { sign: '-', style: 'error' },
  neutral: { sign: '=', style: 'quiet' },
  'cannot tell': { sign: '?', style: 'warning' },
};

const VERDICT_WIDTH = Math.max(...VERDICTS.map((verdict) => verdict.length));

/** Differences below the clause that they belong to, and what it comes to. */
export function comparisonText(differences: readonly Difference[], terminal: Terminal): string {
  if (differences.length === 0) return `${terminal.paint('good', 'Nothing changed.')}\n`;
  const clauses = Map.groupBy(differences, ({ clause }) => clause);
  const groups = [...clauses].map(
    ([clause, own]) =>
      `${terminal.paint('strong', visibleText(clause))}\n${own.map((one) => line(one, terminal)).join('')}`,
  );
  return `${groups.join('\n')}\n${summary(differences, terminal)}\n`;
}

function line({ verdict, sentence }: Difference, terminal: Terminal): string {
  const { sign, style } = MARKS[verdict];
  const mark = `  ${sign} ${verdict.padEnd(VERDICT_WIDTH)}  `;
  const words = wrapped(visibleText(sentence), Math.max(40, terminal.width - mark.length));
  return `${terminal.paint(style, mark)}${words.join(`\n${' '.repeat(mark.length)}`)}\n`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    if (current !== '' && current.length + word.length + 1 > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

function summary(differences: readonly Difference[], terminal: Terminal): string {
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    count: differences.filter((difference) => difference.verdict === verdict).length,
  }));
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => terminal.paint(MARKS[verdict].style, `${count} ${verdict}`));
  return `${differences.length} ${differences.length === 1 ? 'difference' : 'differences'} for the customer: ${parts.join(', ')}`;
}
