import { Command } from 'commander';
import { formatOption } from '../platform/format-option.ts';
import { addExamples } from '../platform/help-text.ts';
import type { DueOptions } from './due-options.ts';

const INSTANTS =
  'An INSTANT is 2026-11-24T08:00:00Z, 2026-11-24T09:00+01:00 or 2026-11-24T09:00[Europe/Berlin]; a time of no zone is refused.';

const FACTS = [
  'Facts: one JSON object a line, in the order in which they happened, with the keys',
  '  at (INSTANT), fact ("incident.received"), subject ("4711"), and where it applies about, by, data.',
  '  Severity, level, side and all other particulars stand in data: {"severity": 1}. The contract is the subject "contract".',
  'Without --facts the promise opens at --at for the subject "1": by its opening fact, by the fact that begins its state,',
  '  or by the start of the contract. --now is then the instant of asking; without it, --at is.',
].join('\n');

const JSON_RESULT = [
  'JSON: dueAt, state, elapsed, remaining (seconds) and segments are those of the current clock, the last cycle or turn;',
  '  clocks has all of them. segments go from the opening until the clock was met or ended; of an open clock until its',
  '  deadline, or until now where that is later. They are cut at now: those that count and are not ahead add up to elapsed,',
  '  all that count up to dueAt to the target; where at-most moved dueAt, those up to movedFrom (else null) do.',
  '  They are empty for promises that count no working time.',
  'Exit codes: 0 answered (a breach is an answer, too), 1 the description has errors, 2 wrong usage.',
].join('\n');

/** `tamarack due FILE --promise P --at INSTANT` */
export function dueCommand(): Command {
  const command = new Command('due')
    .summary('say when a promise is due, and why')
    .description(`Says when a promise is due, how it stands, and why. ${INSTANTS}`)
    .argument('<file>', 'a service description; - is standard input')
    .requiredOption('--promise <name>', 'the promise')
    .option('--at <instant>', 'when it opens; with --facts, the instant of asking')
    .option('--now <instant>', 'the instant of asking')
    .option('--level <level>', 'the level of the contract; may be left out where there is only one')
    .option('--severity <number>', 'the severity; not with --facts, which say it themselves')
    .option('--facts <file>', 'what happened, as JSON Lines; - is standard input')
    .option('--subject <id>', 'with --facts: the incident, leave … that is meant, where there are several')
    .option('--set <name=value>', 'a parameter that the contract fills in; may be repeated', collect)
    .option('--account <name=value>', 'what conditions may ask of the account; may be repeated', collect)
    .option('--explain', 'every stretch of time with its cause')
    .option('--svg <file>', 'also draw the timeline; - writes it to standard output instead of the words')
    .addOption(formatOption())
    .action(async (file: string, options: DueOptions) => {
      const { tellDue } = await import('./tell-due.ts');
      process.exitCode = await tellDue(file, options);
    });
  addExamples(command, [
    [
      'tamarack due services/almacare.yaml --promise first-response --level enhanced --severity 1 --at 2026-11-24T09:00Z',
      'says when the first response is due',
    ],
    [
      'tamarack due services/almacare.yaml --promise first-response --level enhanced --facts facts.jsonl --now 2026-11-24T12:00Z --explain',
      'explains the clock that these facts make',
    ],
  ]);
  return command.addHelpText('after', `\n${FACTS}\n\n${JSON_RESULT}`);
}

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}
