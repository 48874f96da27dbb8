import { Command, InvalidArgumentError } from 'commander';
import { addExamples } from '../platform/help-text.ts';

const HALF_A_YEAR = 183;

/** `tamarack serve` */
export function serveCommand(): Command {
  const command = new Command('serve')
    .summary('run the server')
    .description(
      'Runs web, API and jobs until it is stopped. Settings come from the environment and one file; docs/operations.md lists ' +
        'them. Without DATABASE_URL it brings a PostgreSQL of its own.',
    )
    .option('--config <file>', 'a YAML file with settings by their names; the environment wins')
    .option('--no-work', 'web and API alone; jobs and deadlines are another process: tamarack work')
    .option('--no-web', 'the API alone')
    .option('--demo [days]', 'fill an empty installation with invented people, customers and their history', wholeDays)
    .option('--next-port', 'where the port is taken, use the next free one')
    .action(
      async (options: { config?: string; work: boolean; web: boolean; demo?: true | number; nextPort?: true }) => {
        const { serveUntilStopped } = await import('./serve-until-stopped.ts');
        const { config, work, web, demo, nextPort = false } = options;
        const demoDays = demo === true ? HALF_A_YEAR : demo;
        process.exitCode = await serveUntilStopped({
          config,
          role: work ? undefined : 'serve',
          web,
          demoDays,
          nextPort,
        });
      },
    );
  return addExamples(command, [
    ['tamarack serve', 'serves at http://localhost:8080 with everything in one process'],
    ['PORT=80 DATABASE_URL=postgresql://… tamarack serve --no-work', 'one of many web processes on one database'],
  ]);
}

/** `tamarack work` */
export function workCommand(): Command {
  const command = new Command('work')
    .summary('do jobs and watch deadlines, without web and API')
    .description(
      'Does jobs and watches deadlines until it is stopped. With PORT it answers /healthz, /readyz and /metrics.',
    )
    .option('--config <file>', 'a YAML file with settings by their names; the environment wins')
    .action(async ({ config }: { config?: string }) => {
      const { serveUntilStopped } = await import('./serve-until-stopped.ts');
      process.exitCode = await serveUntilStopped({ config, role: 'work', web: false, nextPort: false });
    });
  return addExamples(command, [['DATABASE_URL=postgresql://… tamarack work', 'takes jobs from this database']]);
}

function wholeDays(text: string): number {
  const days = Number(text);
  if (!/^\d{1,3}$/.test(text) || days < 1 || days > 400)
    throw new InvalidArgumentError('Days are a number from 1 to 400.');
  return days;
}
