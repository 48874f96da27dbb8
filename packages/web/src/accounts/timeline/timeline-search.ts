import { textIn } from '../../ui/one-of.ts';

/** What the address of a timeline holds: which facts are listed. */
export type TimelineSearch = {
  /** "incident" */
  readonly kind?: string | undefined;
  /** What it happened to, or was about. */
  readonly subject?: string | undefined;
  /** The person who recorded it. */
  readonly by?: string | undefined;
};

/** Reads it from an address that anybody may have typed. */
export function readTimelineSearch({ kind, subject, by }: Readonly<Record<string, unknown>>): TimelineSearch {
  return {
    kind: fitting(/^[a-z0-9-]+$/, kind),
    subject: fitting(/^[0-9a-f-]{36}$/, subject),
    by: fitting(/^[0-9a-f-]{36}$/, by),
  };
}

function fitting(pattern: RegExp, value: unknown): string | undefined {
  const text = textIn(value);
  return text !== undefined && pattern.test(text) ? text : undefined;
}

/** The address of a timeline that lists these facts. */
export function timelineHref(accountId: string, search: TimelineSearch): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(given).toString();
  return `/accounts/${accountId}/timeline${query === '' ? '' : `?${query}`}`;
}
