import { Command } from 'commander';
import { addExamples } from '../platform/help-text.ts';

/** `tamarack backup FILE` */
export function backupCommand(version: string): Command {
  const command = new Command('backup')
    .summary('write everything into one file, while the server runs')
    .description(
      'Writes the whole installation as it is at this moment (rows, waiting jobs, files) into one file that only you can ' +
        'read. The file holds the secret of the installation: keep it as safe as the installation itself. ' +
        'Exits with 1 where the content of a file was missing, and with 2 where nothing was written.',
    )
    .argument('<file>', 'where to; a file that is there is never replaced')
    .option('--config <file>', 'a YAML file with settings by their names; the environment wins')
    .action(async (file: string, { config }: { config?: string }) => {
      const { runBackup } = await import('./run-backup.ts');
      process.exitCode = await runBackup(file, config, version);
    });
  return addExamples(command, [['tamarack backup /backups/2026-11-21.tar.zst', 'of the data folder or DATABASE_URL']]);
}
