import { diagnosticText } from '../platform/diagnostic-text.ts';
import type { Terminal } from '../platform/terminal.ts';
import { visibleText } from '../platform/visible-text.ts';
import { type CheckedFile, countAll } from './checked-file.ts';

/** Nobody reads more about one file; such a file is usually no description at all. */
const MOST_SHOWN = 500;

/** Findings one below another, and what it comes to. */
export function reportText(checked: readonly CheckedFile[], terminal: Terminal): string {
  const findings = checked.flatMap(({ file, diagnostics }) => {
    const shown = diagnostics.slice(0, MOST_SHOWN).map((diagnostic) => diagnosticText(file, diagnostic, terminal));
    const more = diagnostics.length - shown.length;
    if (more > 0) shown.push(`${visibleText(file)}: ${more} more findings, which --format json lists`);
    return shown.map((text) => `${text}\n\n`);
  });
  return checked.length === 0 ? '' : `${findings.join('')}${summary(checked, terminal)}\n`;
}

function summary(checked: readonly CheckedFile[], terminal: Terminal): string {
  const files = counted(checked.length, 'file');
  const errors = countAll(checked, 'error');
  const warnings = countAll(checked, 'warning');
  if (errors + warnings === 0) return `${files}: ${terminal.paint('good', 'no findings')}`;
  const parts = [
    errors > 0 ? terminal.paint('error', counted(errors, 'error')) : '',
    warnings > 0 ? terminal.paint('warning', counted(warnings, 'warning')) : '',
  ];
  return `${files}: ${parts.filter((part) => part !== '').join(', ')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
