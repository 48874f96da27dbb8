import { documentOf, type DocumentModel } from '@tamarack/core';
import { openDescription } from '../holidays/index.ts';
import { EXIT, type ExitCode } from '../platform/exit-code.ts';
import { visibleText } from '../platform/visible-text.ts';
import { writeMessage, writeOutput } from '../platform/write-output.ts';
import { writeHtml } from './html/write-html.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';
import { unknownLevel } from './unknown-level.ts';

export type DocumentFormat = 'md' | 'html';

export interface RenderOptions {
  readonly to: DocumentFormat;
  readonly level?: string;
  readonly out?: string;
}

/** Renders one description; one that has errors is not rendered, its findings are shown instead. */
export async function renderFile(file: string, { to, level, out }: RenderOptions): Promise<ExitCode> {
  const opened = await openDescription(file);
  if (!opened.ok) return opened.exitCode;
  const refused = level === undefined ? undefined : unknownLevel(level, opened.ready.description);
  if (refused !== undefined) {
    await writeMessage(`tamarack: ${visibleText(refused)}`);
    return EXIT.usage;
  }
  const written = await writeOutput(textOf(documentOf(opened.ready, { level }), to), out);
  if (written.ok) return EXIT.fine;
  await writeMessage(`tamarack: ${visibleText(written.sentence)}`);
  return EXIT.usage;
}

function textOf(document: DocumentModel, to: DocumentFormat): string {
  switch (to) {
    case 'md':
      return writeMarkdown(document);
    case 'html':
      return writeHtml(document);
  }
}
