import { durationWords } from '../../ui/time-words.ts';

/** The id of a person or thing tells a reader nothing. */
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/**
 * The particulars of a fact as people say them: "severity 1 · 2 h", "to Erin Engineer". Names of promises stand in the subject
 * already; `names` are those of people and things by their ids.
 */
export function dataWords(
  data: Readonly<Record<string, string | number | null>>,
  names: Readonly<Record<string, string>> = {},
): string {
  return Object.entries(data)
    .map(([name, value]) => [name, names[String(value)] ?? value] as const)
    .filter(([name, value]) => name !== 'promise' && !ID.test(String(value)))
    .map(([name, value]) => pairWords(name, value))
    .join(' · ');
}

function pairWords(name: string, value: string | number | null): string {
  if (value === null) return `${name.replaceAll('-', ' ')} not known any more`;
  if (name === 'seconds' && typeof value === 'number') return durationWords(value);
  // Roles and levels go by the names that descriptions give them.
  const says = name === 'role' || name === 'level' ? String(value).replaceAll('-', ' ') : value;
  return `${name.replaceAll('-', ' ')} ${says}`;
}
