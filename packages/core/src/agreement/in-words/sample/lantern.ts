/** The made-up description, ready, and other versions of it; for tests only. */
import { parse } from 'yaml';
import { description, type Description } from '../../grammar/description.ts';
import { readDescription, type ReadyDescription } from '../../read-description.ts';
import { LANTERN_TEXT } from './lantern-text.ts';

/** The sample, read as any file is. */
export const lantern: ReadyDescription = ready(LANTERN_TEXT);

/** The sample as plain YAML values, a new copy each time. */
export function lanternValue(): unknown {
  return parse(LANTERN_TEXT);
}

/** The sample with texts replaced, in pairs of what stands there and what shall stand there instead. */
export function lanternWith(...changes: readonly (readonly [from: string, to: string])[]): ReadyDescription {
  return ready(
    changes.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the sample has no "${from}"`);
      return text.replace(from, to);
    }, LANTERN_TEXT),
  );
}

/** A plain value as a description, where the grammar takes it. */
export function grammatical(value: unknown): Description | undefined {
  const reading = description.safeParse(value);
  return reading.success ? reading.data : undefined;
}

function ready(text: string): ReadyDescription {
  const reading = readDescription(text);
  if (reading.ready) return reading.ready;
  throw new Error(reading.diagnostics.map(({ start, sentence }) => `${start.line}: ${sentence}`).join('\n'));
}
