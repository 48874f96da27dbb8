import { Command } from 'commander';
import { addExamples } from '../platform/help-text.ts';

/** `tamarack restore FILE` */
export function restoreCommand(version: string): Command {
  const command = new Command('restore')
    .summary('bring a backup back, into an empty database')
    .description(
      'Checks the whole file first, then restores everything into an empty database and the place for files, or nothing. ' +
        'Jobs that waited run once a server is started: a copy made for trying things out would send mail that waits, ' +
        'unless SMTP_URL is left out. Exits with 1 where the content of a file was missing, and with 2 where nothing was restored.',
    )
    .argument('<file>', 'what `tamarack backup` wrote')
    .option('--config <file>', 'a YAML file with settings by their names; the environment wins')
    .action(async (file: string, { config }: { config?: string }) => {
      const { runRestore } = await import('./run-restore.ts');
      process.exitCode = await runRestore(file, config, version);
    });
  return addExamples(command, [
    ['TAMARACK_DATA=/var/lib/new tamarack restore 2026-11-21.tar.zst', 'into a new data folder'],
    ['DATABASE_URL=postgresql://… tamarack restore 2026-11-21.tar.zst', 'into an empty database of a server'],
  ]);
}
