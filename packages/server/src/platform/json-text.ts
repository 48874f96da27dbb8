import { visibleText } from './visible-text.ts';

/** A value as JSON for programs that is safe to look at as well: what could steer a terminal stands by its code. */
export function jsonText(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split('\n');
  return `${lines.map(visibleText).join('\n')}\n`;
}
