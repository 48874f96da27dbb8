import type { ReactNode } from 'react';
import { DataPairs } from '../../../ui/data-pairs.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Terms } from './contract.ts';

/** What is agreed beyond what the level promises everybody. */
export function TermsSection({ terms }: { readonly terms: Terms }) {
  const { title, levelTitle, documentVersion, parameters, deviations, calendars } = terms;
  const own: readonly (readonly [string, ReactNode])[] = [
    ...Object.entries(parameters).map(([name, value]) => [nameWords(name), valueWords(value)] as const),
    ...deviations.map(
      ({ promise, severity, value }) =>
        [severity === undefined ? nameWords(promise) : `${nameWords(promise)}, severity ${severity}`, value] as const,
    ),
    ...Object.entries(calendars).map(([name, calendar]) => [`Calendar ${name}`, calendarWords(calendar)] as const),
  ];
  return (
    <Section title="What is agreed" says={`${title}, ${levelTitle}, version ${documentVersion}`}>
      {own.length === 0 ? (
        <p style={{ margin: 0 }}>Exactly what the level promises to everybody.</p>
      ) : (
        <DataPairs pairs={own} />
      )}
    </Section>
  );
}

/** "standstill-report-interval" is "Standstill report interval". */
function nameWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A name that the description declares, such as the calendar "office-europe", is said as words; amounts are words already. */
function valueWords(value: string): string {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(value) ? nameWords(value) : value;
}

/** As the language writes it, on one line. */
function calendarWords(calendar: unknown): string {
  return JSON.stringify(calendar)
    .replaceAll(/["{}]/g, '')
    .replaceAll(/[:,]/g, (sign) => `${sign} `);
}
