import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { ignoreClosedPipes } from './platform/closed-pipes.ts';
import { EXIT } from './platform/exit-code.ts';
import { addExamples } from './platform/help-text.ts';
import { visibleText } from './platform/visible-text.ts';

/** By what is typed. A door is opened for its own verb alone: behind some stands the whole server. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check/index.ts')).checkCommand(),
  render: async () => (await import('./render/index.ts')).renderCommand(),
  diff: async () => (await import('./compare/index.ts')).compareCommand(),
  due: async () => (await import('./due/index.ts')).dueCommand(),
  replay: async () => (await import('./replay/index.ts')).replayCommand(),
  serve: async () => (await import('./serve/index.ts')).serveCommand(),
  work: async () => (await import('./serve/index.ts')).workCommand(),
  migrate: async () => (await import('./serve/index.ts')).migrateCommand(),
  doctor: async () => (await import('./doctor/index.ts')).doctorCommand(),
  backup: async () => (await import('./backup/index.ts')).backupCommand(manifest.version),
  restore: async () => (await import('./backup/index.ts')).restoreCommand(manifest.version),
  verify: async () => (await import('./verify/index.ts')).verifyCommand(),
};
const ASKS_VERSION: ReadonlySet<string> = new Set(['-V', '--version']);

await run(process.argv);

async function run(argv: readonly string[]): Promise<void> {
  ignoreClosedPipes();
  try {
    await (await program(argv[2] ?? '')).parseAsync(argv);
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? exitCodeOf(error) : reportBug(error);
  }
}

/** Whatever is neither a verb nor the question for the version may be about all of them: help, or a slip of the finger. */
async function program(typed: string): Promise<Command> {
  const names = Object.hasOwn(VERBS, typed) ? [typed] : ASKS_VERSION.has(typed) ? [] : Object.keys(VERBS);
  const tamarack = new Command('tamarack')
    .description('Runs enterprise support and technical account management from the service description that was sold.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [verb]', 'print the help of a verb')
    .showHelpAfterError('Add --help to see how it is called.')
    .configureOutput({ outputError: (text, write) => write(wrongUsage(text)) })
    .exitOverride();
  for (const name of names) {
    const verb = await VERBS[name]?.();
    if (verb) tamarack.addCommand(verb.copyInheritedSettings(tamarack));
  }
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
