/** The verb: opens what it is given, replays, writes what was asked for. All of replay's files and streams are here. */
import { basename } from 'node:path';
import type { Diagnostic, Terms } from '@tamarack/core';
import { openDescription } from '../holidays/index.ts';
import { diagnosticText } from '../platform/diagnostic-text.ts';
import { EXIT, type ExitCode } from '../platform/exit-code.ts';
import type { Format } from '../platform/format-option.ts';
import { jsonText } from '../platform/json-text.ts';
import { progress } from '../platform/progress.ts';
import { readInput } from '../platform/read-input.ts';
import { terminalOf } from '../platform/terminal.ts';
import { visibleText } from '../platform/visible-text.ts';
import { whyUnreadable } from '../platform/why-unreadable.ts';
import { writeMessage, writeOutput } from '../platform/write-output.ts';
import { waitingRoom, type WaitingRoom } from './clocks/waiting-room.ts';
import { writeReport } from './html/write-report.ts';
import { csvRows } from './log/csv-rows.ts';
import { decodeText } from './log/decode-text.ts';
import { jsonRows } from './log/json-rows.ts';
import { LogProblem } from './log/log-problem.ts';
import { openLog, type OpenLog } from './log/open-log.ts';
import { missingInLog, unknownInDescription } from './map/check-map.ts';
import { columnsOf, type LogMap } from './map/log-map.ts';
import { readMap } from './map/read-map.ts';
import { replayRows } from './replay-rows.ts';
import { replayResultOf, type Told } from './result/replay-result-of.ts';
import { termsToReplay, type TermsWanted } from './terms-to-replay.ts';
import { replayText } from './text/replay-text.ts';

export interface ReplayOptions extends TermsWanted {
  readonly log: string;
  readonly map: string;
  readonly format: Format;
  readonly html?: string;
  readonly out?: string;
}

const MAP_BYTES = 500_000;

/** Why nothing was replayed; findings have been told already, a wrong call is told by its sentence. */
type No = { readonly ok: false; readonly exitCode: ExitCode; readonly sentence?: string };
type Outcome<T> = { readonly ok: true; readonly value: T } | No;

/** Replays a log under a description. */
export async function replayLog(file: string, options: ReplayOptions): Promise<ExitCode> {
  if ([file, options.log, options.map, options.terms].filter((path) => path === '-').length > 1) {
    return tell({ ok: false, exitCode: EXIT.usage, sentence: 'standard input (-) can be read only once' });
  }
  const opened = await openDescription(file);
  if (!opened.ok) return opened.exitCode;
  const terms = await termsToReplay(opened.ready, options);
  if (!terms.ok) return tell({ ...terms, exitCode: EXIT.usage });
  const map = await openMap(options.map, terms.value);
  if (!map.ok) return tell(map);
  const waiting = waitingRoom();
  try {
    const told = await replay(map.value, terms.value, options, waiting);
    return told.ok ? await write(told.value, options) : await tell(told);
  } finally {
    waiting.close();
  }
}

async function tell({ exitCode, sentence }: No): Promise<ExitCode> {
  if (sentence !== undefined) await writeMessage(`tamarack: ${visibleText(sentence)}`);
  return exitCode;
}

interface PlacedMap {
  readonly map: LogMap;
  readonly findings: (header: readonly string[]) => readonly Diagnostic[];
}

async function openMap(path: string, terms: Terms): Promise<Outcome<PlacedMap>> {
  const input = await readInput(path, { maxBytes: MAP_BYTES });
  if (!input.ok) {
    const sentence = input.because === 'unreadable' ? input.sentence : `${path}: ${input.sentence}`;
    return { ok: false, exitCode: EXIT.usage, sentence };
  }
  const read = readMap(input.text);
  if (!read.ok) return findings(path, read.diagnostics);
  const unknown = unknownInDescription(read.map, terms);
  if (unknown.length > 0) return findings(path, unknown.map(read.place));
  return { ok: true, value: { map: read.map, findings: (header) => missingInLog(read.map, header).map(read.place) } };
}

async function findings(path: string, diagnostics: readonly Diagnostic[]): Promise<No> {
  const terminal = terminalOf(process.stderr);
  for (const diagnostic of diagnostics) await writeMessage(diagnosticText(path, diagnostic, terminal));
  return { ok: false, exitCode: EXIT.findings };
}

/** A log without the columns that the map names. */
class MissingColumns extends LogProblem {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super('the log lacks columns that the map names');
    this.diagnostics = diagnostics;
  }
}

async function replay(
  { map, findings: findingsOf }: PlacedMap,
  terms: Terms,
  options: ReplayOptions,
  waiting: WaitingRoom,
): Promise<Outcome<Told>> {
  let bar = progress(undefined, 'replaying');
  let log: OpenLog | undefined;
  try {
    log = await openLog(options.log, (bytes) => bar.tick(bytes));
    bar = progress(log.size, 'replaying');
    const run = replayRows(map, terms, waiting, (header) => {
      const missing = findingsOf(header);
      if (missing.length > 0) throw new MissingColumns(missing);
    });
    const columns = [...new Set(columnsOf(map).map(({ column }) => column))];
    const rows = map.log === 'csv' ? csvRows(map.delimiter ?? ',', run.sink) : jsonRows(columns, run.sink);
    for await (const text of decodeText(log.bytes)) rows.take(text);
    rows.end();
    const finished = run.finish();
    if (finished.rows === 0) throw new LogProblem('there are no rows in the log');
    const names = { log: nameOf(options.log), map: nameOf(options.map), subject: map.subject };
    return { ok: true, value: replayResultOf(run, finished, terms, names) };
  } catch (error) {
    bar.finish();
    if (error instanceof MissingColumns) return await findings(options.map, error.diagnostics);
    if (error instanceof LogProblem)
      return { ok: false, exitCode: EXIT.usage, sentence: `${options.log}: ${error.message}` };
    if (error instanceof Error && 'code' in error)
      return { ok: false, exitCode: EXIT.usage, sentence: `${options.log}: ${whyUnreadable(error)}` };
    throw error;
  } finally {
    bar.finish();
    await log?.close();
  }
}

/** The report goes to others: it names the file, not where it lies on this machine. */
function nameOf(path: string): string {
  return path === '-' ? 'standard input' : basename(path);
}

async function write(told: Told, { format, html, out }: ReplayOptions): Promise<ExitCode> {
  const { result } = told;
  const toFile = out !== undefined && out !== '-';
  const text = format === 'json' ? jsonText(result) : replayText(result, terminalOf(toFile ? {} : process.stdout));
  if (html !== undefined) {
    const page = await writeOutput(writeReport(told), html);
    if (!page.ok) return tell({ ok: false, exitCode: EXIT.usage, sentence: page.sentence });
  }
  const written = await writeOutput(text, out);
  if (!written.ok) return tell({ ok: false, exitCode: EXIT.usage, sentence: written.sentence });
  return result.refused > 0 ? EXIT.findings : EXIT.fine;
}
