import { Command } from 'commander';
import { type Format, formatOption } from '../platform/format-option.ts';
import { addExamples } from '../platform/help-text.ts';

interface Options {
  readonly log: string;
  readonly map: string;
  readonly level?: string;
  readonly set: readonly string[];
  readonly terms?: string;
  readonly format: Format;
  readonly html?: string;
  readonly out?: string;
}

/** `tamarack replay FILE --log LOG --map MAP` */
export function replayCommand(): Command {
  const command = new Command('replay')
    .summary('run a log of past incidents through a service description')
    .description(
      'Runs a log of past incidents through a service description, as if it had been in force: how each promise was kept, ' +
        'by severity, month and group, how long things took, the worst breaches with their explanation, and what was paused. ' +
        'The map says what the columns and words of the log mean. Rows that cannot be used are refused with line number and ' +
        'reason, and counted. Clocks that still run are judged at the last instant of the log, or at a later one that the map names.\n\n' +
        'Exits with 1 where rows were refused, or where the map or the description has errors; breaches are what the verb ' +
        'is asked about, and no findings. Exits with 2 where a file cannot be opened or the log cannot be read as one.',
    )
    .argument('<file>', 'a service description; - is standard input')
    .requiredOption('--log <file>', 'the log, CSV or JSON Lines as the map says; .gz is unpacked, - is standard input')
    .requiredOption('--map <file>', 'the map of the log (YAML)')
    .option('--level <level>', 'the level under which the incidents are judged; needed where there are several')
    .option(
      '--set <name=value>',
      'what the contract agrees for a parameter; may be given again',
      (value: string, before: readonly string[]) => [...before, value],
      [],
    )
    .option('--terms <file>', 'all that a contract agreed, as the folder replay of an export has it')
    .addOption(formatOption())
    .option('--html <file>', 'writes the report as one page as well')
    .option('--out <file>', 'the file for the text or the JSON; standard output where it is left out')
    .action(async (file: string, options: Options) => {
      const { replayLog } = await import('./replay-log.ts');
      process.exitCode = await replayLog(file, options);
    });
  return addExamples(command, [
    [
      'tamarack replay services/almacare.yaml --level enhanced --log examples/servicenow-sample.csv --map examples/servicenow.map.yaml --html report.html',
      'judges a small log by the description, and writes the report',
    ],
    [
      'tamarack replay "descriptions/almacare 1.0.yaml" --terms replay/12-1.terms.json --log replay/12-1.incident.jsonl --map replay/12-1.incident.map.yaml',
      'counts again what the ledger of an account says, from its export',
    ],
    [
      'zcat log.csv.gz | tamarack replay service.yaml --log - --map log.map.yaml --format json',
      'reads the log from a pipe, for another program',
    ],
  ]);
}
