import { readDescriptionFile } from '../holidays/index.ts';
import { EXIT, type ExitCode } from '../platform/exit-code.ts';
import type { Format } from '../platform/format-option.ts';
import { jsonText } from '../platform/json-text.ts';
import { terminalOf } from '../platform/terminal.ts';
import { visibleText } from '../platform/visible-text.ts';
import { writeMessage, writeOutput } from '../platform/write-output.ts';
import type { CheckedFile } from './checked-file.ts';
import { checkResult } from './check-result.ts';
import { reportText } from './report-text.ts';

/** Checks all files, also when one of them cannot be opened. */
export async function checkFiles(files: readonly string[], format: Format): Promise<ExitCode> {
  if (files.filter((file) => file === '-').length > 1) {
    await writeMessage('tamarack: standard input (-) can be read only once');
    return EXIT.usage;
  }
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const read = await readDescriptionFile(file);
    if (read.ok) checked.push({ file, diagnostics: read.diagnostics });
    else await writeMessage(`tamarack: ${visibleText(read.sentence)}`);
  }
  const report = format === 'json' ? jsonText(checkResult(checked)) : reportText(checked, terminalOf(process.stdout));
  const written = await writeOutput(report);
  if (!written.ok) await writeMessage(`tamarack: ${written.sentence}`);
  if (!written.ok || checked.length < files.length) return EXIT.usage;
  return checked.some(({ diagnostics }) => diagnostics.length > 0) ? EXIT.findings : EXIT.fine;
}
