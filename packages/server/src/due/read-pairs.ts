import { answered, refused, type Answer } from './answer.ts';

/** `name=value` options as a map; a name twice, or no `=`, is refused. */
export function readPairs(option: string, written: readonly string[] = []): Answer<Readonly<Record<string, string>>> {
  const pairs = new Map<string, string>();
  for (const text of written) {
    const sign = text.indexOf('=');
    if (sign < 1) return refused(`--${option} ${text}: expected name=value.`);
    const name = text.slice(0, sign).trim();
    if (pairs.has(name)) return refused(`--${option} gives "${name}" twice.`);
    pairs.set(name, text.slice(sign + 1).trim());
  }
  return answered(Object.fromEntries(pairs));
}

/** Values as conditions compare them: numbers where they are written as such. */
export function numbersWhereWritten(pairs: Readonly<Record<string, string>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(pairs).map(([name, value]) => [name, /^\d{1,15}$/.test(value) ? Number(value) : value]),
  );
}
