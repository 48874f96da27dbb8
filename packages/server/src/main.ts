import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { backupCommand, restoreCommand } from './backup/index.ts';
import { checkCommand } from './check/index.ts';
import { compareCommand } from './compare/index.ts';
import { doctorCommand } from './doctor/index.ts';
import { dueCommand } from './due/index.ts';
import { ignoreClosedPipes } from './platform/closed-pipes.ts';
import { EXIT } from './platform/exit-code.ts';
import { addExamples } from './platform/help-text.ts';
import { visibleText } from './platform/visible-text.ts';
import { renderCommand } from './render/index.ts';
import { replayCommand } from './replay/index.ts';
import { migrateCommand, serveCommand, workCommand } from './serve/index.ts';
import { verifyCommand } from './verify/index.ts';

const verbs: readonly Command[] = [
  checkCommand(),
  renderCommand(),
  compareCommand(),
  dueCommand(),
  replayCommand(),
  serveCommand(),
  workCommand(),
  migrateCommand(),
  doctorCommand(),
  backupCommand(manifest.version),
  restoreCommand(manifest.version),
  verifyCommand(),
];

await run(process.argv);

async function run(argv: readonly string[]): Promise<void> {
  ignoreClosedPipes();
  try {
    await program().parseAsync(argv);
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? exitCodeOf(error) : reportBug(error);
  }
}

function program(): Command {
  const tamarack = new Command('tamarack')
    .description('Runs enterprise support and technical account management from the service description that was sold.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [verb]', 'print the help of a verb')
    .showHelpAfterError('Add --help to see how it is called.')
    .configureOutput({ outputError: (text, write) => write(wrongUsage(text)) })
    .exitOverride();
  for (const verb of verbs) tamarack.addCommand(verb.copyInheritedSettings(tamarack));
  addExamples(tamarack, [['tamarack help check', 'shows how a verb is called, with examples']]);
  return tamarack.addHelpText('after', '\nExit codes: 0 fine, 1 findings, 2 wrong usage.');
}

/** Commander quotes what was typed, and that can be anything. */
function wrongUsage(text: string): string {
  const lines = text
    .replace(/^error: /, '')
    .trimEnd()
    .split('\n');
  return `tamarack: ${lines.map(visibleText).join('\n')}\n`;
}

/** Help and the version that were asked for are fine; whatever else commander ends with is a wrong call. */
function exitCodeOf(error: CommanderError): number {
  const asked = ['commander.helpDisplayed', 'commander.version', 'commander.help'];
  return error.exitCode === 0 && asked.includes(error.code) ? EXIT.fine : EXIT.usage;
}

/** Wrong input never comes here, so this is a mistake of ours; its stack is for whoever mends it. */
function reportBug(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && process.env['TAMARACK_DEBUG'] ? `\n${error.stack ?? ''}` : '';
  console.error(`tamarack: this is a mistake in Tamarack, not in what you gave it: ${visibleText(message)}${stack}`);
  if (stack === '') console.error('Please report it, with what TAMARACK_DEBUG=1 adds to this message.');
  return EXIT.bug;
}
