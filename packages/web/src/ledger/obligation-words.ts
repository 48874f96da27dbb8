/** Words of an obligation that the API gives as figures and names. */
import type { Gives } from '@tamarack/contract';
import { durationWords } from '../ui/time-words.ts';

export type Obligation = Gives<'GET /today'>['rows'][number];

/** "account-manager" is "account manager", as the description has it. */
export function roleWords(role: string): string {
  return role.replaceAll('-', ' ');
}

/** "customer’s technical lead", "account manager"; where a promise names no role, as gates and limits need not: the side. */
export function ownerWords({ side, role }: Pick<Obligation, 'side' | 'role'>): string {
  if (role === '') return side;
  return side === 'customer' ? `customer’s ${roleWords(role)}` : roleWords(role);
}

/** "first-response" as a sentence begins: "First response". */
export function nameWords(name: string): string {
  const words = name.replaceAll(/[-.]/g, ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

type Counts = Pick<Obligation, 'counted' | 'least' | 'most' | 'unit'>;

/** "2 h of 8 h used", "1 of 2": how far a promise that counts has come; undefined for one that does not. */
export function countWords({ counted, least, most, unit }: Counts): string | undefined {
  if (counted === null || unit === null) return undefined;
  const words = (count: number) => (unit === 'seconds' ? hoursWords(count) : String(count));
  if (most !== null && least === null) return `${words(counted)} of ${words(most)} used`;
  if (least !== null && least > 1) return `${words(counted)} of ${words(least)}`;
  return undefined;
}

/** "40 h" stays hours: a limit of hours a week is no day and a half. */
function hoursWords(seconds: number): string {
  const hours = seconds / 3600;
  return seconds % 3600 === 0 ? `${hours} h` : durationWords(seconds);
}

/** Which time of a periodic promise, or of a ticket's updates: "no. 12"; nothing for the only one. */
export function turnWords({ turn, form }: Pick<Obligation, 'turn' | 'form'>): string | undefined {
  return turn > 1 || form === 'cadence' || form === 'update' ? `no. ${turn}` : undefined;
}

/** Owed by the contract as a whole, period after period, and not about one thing that happened. */
export function isPeriodic({ form }: Pick<Obligation, 'form'>): boolean {
  return form === 'cadence' || form === 'count' || form === 'limit';
}
