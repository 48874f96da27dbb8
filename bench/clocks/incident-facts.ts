import type { Fact } from '@tamarack/core';
import { type Random, wholeBetween } from '../measure/random.ts';

/** The facts of one incident in their order. */
export type Incident = { readonly subject: string; readonly facts: readonly Fact[] };

const MINUTE = 60;
const DAY = 86_400;

/** Severities as desks have them: few standstills, many small things. */
const SEVERITIES = [1, 2, 2, 3, 3, 3, 3, 3, 4, 4] as const;

/** Made-up incidents, the same in every run: each is acknowledged, goes to and fro, is reported on, resolved and closed. */
export function incidents(random: Random, count: number): Incident[] {
  return Array.from({ length: count }, (_, i) => incident(random, `INC${i + 1}`));
}

function incident(random: Random, subject: string): Incident {
  const facts: Fact[] = [];
  let at = Date.UTC(2026, 0, 1) / 1000 + wholeBetween(random, 0, 365 * DAY);
  const record = (event: string, after: number, data?: Fact['data']) => {
    at += after;
    facts.push({ at, fact: `incident.${event}`, subject, ...(data ? { data } : {}) });
  };
  const minutes = (most: number) => wholeBetween(random, 1, most) * MINUTE;
  record('received', 0, { severity: severity(random) });
  record('acknowledged', minutes(240));
  if (random() < 0.1) record('severity-changed', minutes(120), { severity: severity(random) });
  for (let turns = wholeBetween(random, 0, 2); turns > 0; turns--) {
    record('handed-to-customer', minutes(2880));
    record('handed-to-provider', minutes(4320));
  }
  for (let reports = wholeBetween(random, 0, 2); reports > 0; reports--) record('reported', minutes(4320));
  record('resolved', minutes(5760));
  if (random() < 0.03) {
    record('reopened', minutes(2880));
    record('resolved', minutes(2880));
  }
  record('closed', 5 * DAY);
  return { subject, facts };
}

function severity(random: Random): number {
  return SEVERITIES[wholeBetween(random, 0, SEVERITIES.length - 1)] ?? 3;
}
