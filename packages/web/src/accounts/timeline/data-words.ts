import { durationWords } from '../../ui/time-words.ts';

/** The id of a person or thing tells a reader nothing. */
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The particulars of a fact as people say them: "severity 1 · 2 h". Names of promises stand in the subject already. */
export function dataWords(data: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(data)
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
