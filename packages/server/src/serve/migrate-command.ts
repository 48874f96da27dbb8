import { Command } from 'commander';
import { addExamples } from '../platform/help-text.ts';

/** `tamarack migrate` */
export function migrateCommand(): Command {
  const command = new Command('migrate')
    .summary('bring the database to the schema of this program')
    .description('Applies the migrations that are missing, as `tamarack serve` does when it starts, and says which.')
    .option('--config <file>', 'a YAML file with settings by their names; the environment wins')
    .action(async ({ config }: { config?: string }) => {
      const { migrateOnce } = await import('./migrate-once.ts');
      process.exitCode = await migrateOnce(config);
    });
  return addExamples(command, [['DATABASE_URL=postgresql://… tamarack migrate', 'prepares an upgrade']]);
}
