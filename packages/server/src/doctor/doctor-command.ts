import { Command } from 'commander';
import { addExamples } from '../platform/help-text.ts';

/** `tamarack doctor` */
export function doctorCommand(): Command {
  const command = new Command('doctor')
    .summary('say what is missing or weak in this installation')
    .description(
      'Looks at configuration, machine, database, mail, files and address, tries what can be tried, and says of each whether it is ' +
        'ok, weak or missing, with what to do. Exits with 1 where something is missing.',
    )
    .option('--config <file>', 'a YAML file with settings by their names; the environment wins')
    .action(async ({ config }: { config?: string }) => {
      const { examine } = await import('./examine.ts');
      process.exitCode = await examine(config);
    });
  return addExamples(command, [
    ['tamarack doctor --config /etc/tamarack/tamarack.yaml', 'looks at what `tamarack serve` would use'],
  ]);
}
