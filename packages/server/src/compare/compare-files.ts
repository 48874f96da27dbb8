import { compareDescriptions } from '@tamarack/core';
import { openDescription } from '../holidays/index.ts';
import { EXIT, type ExitCode } from '../platform/exit-code.ts';
import type { Format } from '../platform/format-option.ts';
import { jsonText } from '../platform/json-text.ts';
import { terminalOf } from '../platform/terminal.ts';
import { visibleText } from '../platform/visible-text.ts';
import { writeMessage, writeOutput } from '../platform/write-output.ts';
import { comparisonResult } from './comparison-result.ts';
import { comparisonText } from './comparison-text.ts';

/** Compares two descriptions; errors of both files are shown before giving up. */
export async function compareFiles(oldFile: string, newFile: string, format: Format): Promise<ExitCode> {
  if (oldFile === '-' && newFile === '-') {
    await writeMessage('tamarack: standard input (-) can be read only once');
    return EXIT.usage;
  }
  const before = await openDescription(oldFile);
  const after = await openDescription(newFile);
  if (!before.ok || !after.ok) {
    const codes = [before, after].map((opened) => (opened.ok ? EXIT.fine : opened.exitCode));
    return codes.includes(EXIT.usage) ? EXIT.usage : EXIT.findings;
  }
  const differences = compareDescriptions(before.ready.description, after.ready.description);
  const written = await writeOutput(
    format === 'json'
      ? jsonText(comparisonResult(differences))
      : comparisonText(differences, terminalOf(process.stdout)),
  );
  if (!written.ok) {
    await writeMessage(`tamarack: ${visibleText(written.sentence)}`);
    return EXIT.usage;
  }
  return differences.length > 0 ? EXIT.findings : EXIT.fine;
}
