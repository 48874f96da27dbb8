/** What tests of clocks ask: the clocks of one promise of one contract, at one instant. */
import { readDescription, type ReadyDescription } from '../../agreement/read-description.ts';
import type { Clock } from '../clock.ts';
import { clocksOf } from '../clocks-of.ts';
import type { Fact, FactData } from '../fact.ts';
import { termsOf } from '../terms-of.ts';
import type { Agreed, Term, Terms } from '../terms.ts';
import { LIGHTHOUSE } from './lighthouse.ts';

/** A description that has to read; warnings are its own affair. */
export function ready(text: string): ReadyDescription {
  const { ready: found, diagnostics } = readDescription(text);
  if (found) return found;
  throw new Error(diagnostics.map(({ start, sentence }) => `${start.line}: ${sentence}`).join('\n'));
}

export const lighthouse = ready(LIGHTHOUSE);

/** Epoch seconds of "2026-06-01T09:00Z"; a time without seconds or zone is UTC. */
export function at(text: string): number {
  const instant = Temporal.Instant.from(text.endsWith('Z') ? text : `${text}Z`);
  return instant.epochMilliseconds / 1000;
}

/** "2026-06-01T09:00:00Z", to compare with what people write. */
export function written(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
}

/** A fact: when, what, of which subject, and whatever else it carries. */
export function fact(
  when: string,
  name: string,
  subject: string,
  rest: { about?: string; by?: string; data?: FactData } = {},
): Fact {
  return { at: at(when), fact: name, subject, ...rest };
}

export function terms(agreed: Partial<Agreed> = {}, of: ReadyDescription = lighthouse): Terms {
  const settled = termsOf(of, { level: 'beam', ...agreed });
  if (!settled.ok) throw new Error(settled.refusal.sentence);
  return settled.value;
}

export function term(of: Terms, promise: string): Term {
  const found = of.promises.get(promise);
  if (!found) throw new Error(`There is no promise "${promise}".`);
  return found;
}

/** All clocks of a promise at `now`. */
export function clocks(promise: string, facts: readonly Fact[], now: string, agreed: Partial<Agreed> = {}): Clock[] {
  const settled = terms(agreed);
  return clocksOf(settled, term(settled, promise), facts, at(now));
}

/** The only clock of a promise at `now`. */
export function clock(promise: string, facts: readonly Fact[], now: string, agreed: Partial<Agreed> = {}): Clock {
  const [only, ...more] = clocks(promise, facts, now, agreed);
  if (!only || more.length > 0) throw new Error(`${promise}: ${more.length + (only ? 1 : 0)} clocks, not one.`);
  return only;
}

/** A clock in one line: "breached due 10:00 breached 10:00 met 11:00". */
export function outline(of: Clock): string {
  const parts: string[] = [of.state];
  for (const key of ['due', 'breachedAt', 'metAt', 'endedAt'] as const) {
    const value = of[key];
    if (value !== undefined)
      parts.push(`${key.replace('At', '')} ${written(value)?.replace(':00Z', '').replace('Z', '')}`);
  }
  if (of.because !== undefined) parts.push(of.because);
  return parts.join(' · ');
}
