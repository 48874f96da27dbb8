import { Command, Option } from 'commander';
import { addExamples } from '../platform/help-text.ts';
import type { DocumentFormat } from './render-file.ts';

const DOCUMENT_FORMATS = ['md', 'html'] as const satisfies readonly DocumentFormat[];

/** `tamarack render FILE --to md|html` */
export function renderCommand(): Command {
  const command = new Command('render')
    .summary('write a service description as the document that a customer signs')
    .description(
      'Writes a service description as a document: document control, targets, duties of both sides, calendars in words. ' +
        'The HTML is one page that needs nothing else and prints well on A4. Exits with 1 where the description has errors, and with 2 where it cannot be opened.',
    )
    .argument('<file>', 'a service description; - is standard input')
    .addOption(
      new Option('--to <format>', 'md for Markdown, html for a page').choices(DOCUMENT_FORMATS).makeOptionMandatory(),
    )
    .option('--level <level>', 'only this level, with what it includes')
    .option('--out <file>', 'the file to write; standard output where it is left out')
    .action(async (file: string, options: { to: DocumentFormat; level?: string; out?: string }) => {
      const { renderFile } = await import('./render-file.ts');
      process.exitCode = await renderFile(file, options);
    });
  return addExamples(command, [
    ['tamarack render services/almacare.yaml --to html --out almacare.html', 'writes the document of all levels'],
    ['tamarack render services/almacare.yaml --to md --level enhanced', 'prints the document of one level as Markdown'],
  ]);
}
