/** Log lines for a person at a terminal: time, level when it matters, message, and what goes with it. */
import type { DestinationStream } from 'pino';
import { terminalOf, type Style } from '../terminal.ts';
import { visibleText } from '../visible-text.ts';

const STYLE: Readonly<Record<string, Style>> = { warn: 'warning', error: 'error', fatal: 'error' };

/** Turns each line of JSON into a line to read. */
export function readableLines(destination: DestinationStream): DestinationStream {
  const { paint } = terminalOf(process.stdout);
  return {
    write: (line) => {
      const { time, level, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>;
      const name = String(level);
      const style = STYLE[name];
      const shown = style ? `${paint(style, name)} ` : '';
      const more = Object.entries(rest).map(([key, value]) => `${key}=${visibleText(textOf(value))}`);
      const failure = err === undefined ? '' : `\n${stackOf(err)}`;
      const clock = paint('quiet', String(time).slice(11, 19));
      destination.write(`${clock} ${shown}${visibleText(textOf(msg))} ${paint('quiet', more.join(' '))}${failure}\n`);
    },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function stackOf(err: unknown): string {
  const stack = typeof err === 'object' && err !== null && 'stack' in err ? err.stack : err;
  return textOf(stack).split('\n').map(visibleText).join('\n');
}
