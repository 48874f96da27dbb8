import type { ReadyDescription } from '@tamarack/core';
import { diagnosticText } from '../platform/diagnostic-text.ts';
import { EXIT } from '../platform/exit-code.ts';
import { terminalOf } from '../platform/terminal.ts';
import { visibleText } from '../platform/visible-text.ts';
import { writeMessage } from '../platform/write-output.ts';
import { readDescriptionFile } from './read-description-file.ts';

export type OpenedDescription =
  | { readonly ok: true; readonly ready: ReadyDescription }
  | { readonly ok: false; readonly exitCode: typeof EXIT.findings | typeof EXIT.usage };

/**
 * The description that a verb works with. Where it cannot be had, standard error has been told why: what has errors is
 * a finding, what cannot be opened a wrong call. Warnings are for `tamarack check`.
 */
export async function openDescription(path: string): Promise<OpenedDescription> {
  const file = await readDescriptionFile(path);
  if (!file.ok) {
    await writeMessage(`tamarack: ${visibleText(file.sentence)}`);
    return { ok: false, exitCode: EXIT.usage };
  }
  if (file.ready) return { ok: true, ready: file.ready };
  const terminal = terminalOf(process.stderr);
  for (const diagnostic of file.diagnostics) await writeMessage(diagnosticText(path, diagnostic, terminal));
  return { ok: false, exitCode: EXIT.findings };
}
