import { styleText } from 'node:util';

/** What a piece of text is, and so how it looks. */
const STYLES = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  good: ['green'],
  strong: ['bold'],
  quiet: ['dim'],
} as const satisfies Record<string, Parameters<typeof styleText>[0]>;

export type Style = keyof typeof STYLES;

/** Where text is shown: how wide it is, and whether it shows colour. */
export interface Terminal {
  readonly width: number;
  readonly paint: (style: Style, text: string) => string;
}

/** What of a stream counts: a file or a pipe is no terminal. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const WIDTH_OF_FILES = 120;

/**
 * The terminal behind a stream. Colour is for terminals only; `FORCE_COLOR` (other than 0 or false) asks for it
 * everywhere, `NO_COLOR` (other than empty) nowhere; where both are set FORCE_COLOR counts, as in Node itself.
 */
export function terminalOf(stream: OutputStream, env: Environment = process.env): Terminal {
  const colour = wantsColour(stream, env);
  return {
    width: stream.isTTY === true && stream.columns ? stream.columns : WIDTH_OF_FILES,
    paint: (style, text) => (colour ? styleText([...STYLES[style]], text, { validateStream: false }) : text),
  };
}

function wantsColour(stream: OutputStream, env: Environment): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (env['NO_COLOR']) return false;
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
