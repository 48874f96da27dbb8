import { Command } from 'commander';
import { type Format, formatOption } from '../platform/format-option.ts';
import { addExamples } from '../platform/help-text.ts';

/** `tamarack check FILE…` */
export function checkCommand(): Command {
  const command = new Command('check')
    .summary('find what is wrong in service descriptions')
    .description(
      'Finds everything that is wrong or suspicious in service descriptions, with its place in the file. ' +
        'Exits with 1 where there is any finding, warnings included, and with 2 where a file cannot be opened.',
    )
    .argument('<file...>', 'service descriptions; - is standard input')
    .addOption(formatOption())
    .action(async (files: string[], { format }: { format: Format }) => {
      const { checkFiles } = await import('./check-files.ts');
      process.exitCode = await checkFiles(files, format);
    });
  return addExamples(command, [
    ['tamarack check services/*.yaml', 'checks all descriptions of a folder'],
    ['tamarack check --format json - < draft.yaml', 'checks what another program wrote, for another program'],
  ]);
}
