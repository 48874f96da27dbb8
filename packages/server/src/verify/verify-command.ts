import { Command } from 'commander';
import { addExamples } from '../platform/help-text.ts';

/** `tamarack verify` */
export function verifyCommand(): Command {
  const command = new Command('verify')
    .summary('recompute the ledger and the seals from the journal, and compare')
    .description(
      'Recomputes every obligation from the facts and the agreed terms, and every seal from the facts under it, and says where ' +
        'something differs. Nothing is changed. It may be run while the server works. Exits with 1 where something differs.',
    )
    .option('--account <id>', 'only this account')
    .option('--config <file>', 'a YAML file with settings by their names; the environment wins')
    .action(async (options: { account?: string; config?: string }) => {
      const { runVerify } = await import('./run-verify.ts');
      process.exitCode = await runVerify(options.config, options.account);
    });
  return addExamples(command, [['tamarack verify', 'of the data folder or DATABASE_URL']]);
}
