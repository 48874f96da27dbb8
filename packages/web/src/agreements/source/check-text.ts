/** The checker's findings under the words that they are about. */
import { type Diagnostic, linter } from '@codemirror/lint';
import type { Extension, Text } from '@codemirror/state';
import { call } from '../../api/call.ts';
import { type Checked, type Finding, findingWords } from './finding-words.ts';

const DELAY_MS = 400;

/** Asks the server after each pause in typing; `onChecked` gets what it says. What nobody answered leaves the text unmarked. */
export function checkText(onChecked: (checked: Checked) => void): Extension {
  return linter(
    async ({ state: { doc } }) => {
      try {
        const checked = await call('POST /descriptions/check', { body: { source: doc.toString() } });
        onChecked(checked);
        return checked.findings.map((finding) => diagnosticOf(finding, doc));
      } catch {
        // Unreachable or busy: the banner says so, and saving checks again.
        return [];
      }
    },
    { delay: DELAY_MS },
  );
}

function diagnosticOf(finding: Finding, doc: Text): Diagnostic {
  const from = positionOf(doc, finding.line, finding.column);
  const to = positionOf(doc, finding.endLine, finding.endColumn);
  return { from, to: Math.max(from, to), severity: finding.level, message: findingWords(finding) };
}

/** Lines and columns count from 1, offsets from 0. A text may have changed since: positions stay within it. */
export function positionOf(doc: Text, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + Math.max(column - 1, 0), to);
}
