import { explanationInWords, explanationLines, timelineSvg, wholeWay, zoneOfClock, type Clock } from '@tamarack/core';
import { openDescription } from '../holidays/index.ts';
import { EXIT, type ExitCode } from '../platform/exit-code.ts';
import { jsonText } from '../platform/json-text.ts';
import { terminalOf } from '../platform/terminal.ts';
import { visibleText } from '../platform/visible-text.ts';
import { writeMessage, writeOutput } from '../platform/write-output.ts';
import { chooseClocks } from './choose-clocks.ts';
import { chooseTerms, type Chosen } from './choose-terms.ts';
import type { DueOptions } from './due-options.ts';
import { dueResult } from './due-result.ts';
import { longText, shortText } from './due-text.ts';
import { nothingOwed } from './nothing-owed.ts';
import { readQuestion, type Question } from './question.ts';

/** Answers when a promise is due. A breach is an answer like any other: it ends with 0. */
export async function tellDue(file: string, options: DueOptions): Promise<ExitCode> {
  if (file === '-' && options.facts === '-')
    return refuse('standard input (-) can be read only once: give FILE or --facts by name.');
  const opened = await openDescription(file);
  if (!opened.ok) return opened.exitCode;
  const chosen = chooseTerms(opened.ready, options);
  if (!chosen.ok) return refuse(chosen.sentence);
  const question = await readQuestion(chosen.value, options);
  if (!question.ok) return refuse(question.sentence);
  const clocks = chooseClocks(chosen.value, question.value, options.subject);
  if (!clocks.ok) return refuse(clocks.sentence);
  const clock = clocks.value.at(-1);
  return clock
    ? tell(chosen.value, { clock, clocks: clocks.value, now: question.value.now }, options)
    : tellNothing(chosen.value, question.value, options);
}

type Standing = { readonly clock: Clock; readonly clocks: readonly Clock[]; readonly now: number };

async function tell(chosen: Chosen, { clock, clocks, now }: Standing, options: DueOptions): Promise<ExitCode> {
  const { description } = chosen.terms;
  const view = { promise: chosen.term.clause, description, zone: zoneOfClock(clock, chosen.term), now };
  const segments = wholeWay(clock, now);
  const words = explanationInWords(clock, segments, view, clocks.slice(0, -1));
  if (options.svg !== undefined) {
    const written = await writeOutput(`${timelineSvg(clock, segments, view)}\n`, options.svg);
    if (!written.ok) return refuse(written.sentence);
    if (options.svg === '-') return EXIT.fine;
  }
  const lines = explanationLines(words);
  const terminal = terminalOf(process.stdout);
  if (options.format === 'json')
    await writeOutput(jsonText(dueResult(chosen, { clocks, segments, explanation: lines, now })));
  else await writeOutput(options.explain ? longText(lines, terminal) : shortText(words, terminal));
  return EXIT.fine;
}

async function tellNothing(chosen: Chosen, question: Question, options: DueOptions): Promise<ExitCode> {
  const { now } = question;
  const why = nothingOwed(chosen, { ...question, given: options.facts !== undefined, subject: options.subject });
  if (options.svg !== undefined) return refuse(`${why} There is nothing to draw.`);
  const explanation = [why];
  const text =
    options.format === 'json'
      ? jsonText(dueResult(chosen, { clocks: [], segments: [], explanation, now }))
      : `${explanation.map(visibleText).join('\n')}\n`;
  await writeOutput(text);
  return EXIT.fine;
}

async function refuse(sentence: string): Promise<ExitCode> {
  for (const line of sentence.split('\n')) await writeMessage(`tamarack: ${visibleText(line)}`);
  return EXIT.usage;
}
