import { Command } from 'commander';
import { type Format, formatOption } from '../platform/format-option.ts';
import { addExamples } from '../platform/help-text.ts';

/** `tamarack diff OLD NEW` */
export function compareCommand(): Command {
  const command = new Command('diff')
    .summary('say what changed between two versions of a service description')
    .description(
      'Says in words what changed, promise by promise, and whether that is stronger or weaker for the customer, neutral, or cannot be told. ' +
        'Exits with 0 where nothing changed, with 1 where something did or a description has errors, and with 2 where a file cannot be opened.',
    )
    .argument('<old>', 'the version that holds now; - is standard input')
    .argument('<new>', 'the version to compare with it; - is standard input')
    .addOption(formatOption())
    .action(async (oldFile: string, newFile: string, { format }: { format: Format }) => {
      const { compareFiles } = await import('./compare-files.ts');
      process.exitCode = await compareFiles(oldFile, newFile, format);
    });
  return addExamples(command, [
    ['tamarack diff almacare-1.0.yaml services/almacare.yaml', 'shows what a new version changes for its customers'],
    [
      'git show HEAD:services/almacare.yaml | tamarack diff - services/almacare.yaml --format json',
      'compares with the last commit, for another program',
    ],
  ]);
}
