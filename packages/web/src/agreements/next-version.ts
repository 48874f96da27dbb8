/** The text of a version as the beginning of the next: its number raised, and an entry on top of its history to fill in. */
export type NextVersion = {
  readonly source: string;
  readonly version: string;
};

export type NextVersionOf = {
  readonly source: string;
  /** The version as document control has it: "1.0". */
  readonly version: string;
  /** A date, year-month-day. */
  readonly date: string;
  readonly author: string;
  readonly change: string;
};

/**
 * Edits lines and keeps all else, comments included, as it is. What it does not recognise it leaves alone: the checker then
 * says what is still to be done.
 */
export function nextVersion({ source, version, date, author, change }: NextVersionOf): NextVersion {
  const next = raised(version);
  const { before, control, after } = cut(source);
  const edited = control
    .replace(/^( +version:).*$/m, (_, key: string) => `${key} ${JSON.stringify(next)}`)
    .replace(/^( +date:).*$/m, (_, key: string) => `${key} ${date}`)
    .replace(
      /^( +)history:[ \t]*\n( +)-/m,
      (_, outer: string, inner: string) => `${outer}history:\n${entry(inner)}\n${inner}-`,
    );
  return { source: `${before}${edited}${after}`, version: next };

  function entry(indent: string): string {
    const values = `version: ${JSON.stringify(next)}, date: ${date}`;
    return `${indent}- {${values}, author: ${JSON.stringify(author)}, change: ${JSON.stringify(change)}}`;
  }
}

/** "1.9" is followed by "1.10"; what ends without a number gets one. */
function raised(version: string): string {
  const last = /\d+$/.exec(version)?.[0];
  return last === undefined ? `${version}.1` : `${version.slice(0, -last.length)}${Number(last) + 1}`;
}

/** The block under `document:`, up to the next line that is not indented. */
function cut(source: string): { readonly before: string; readonly control: string; readonly after: string } {
  const begin = /^document:[ \t]*\n/m.exec(source);
  if (!begin) return { before: source, control: '', after: '' };
  const from = begin.index + begin[0].length;
  const end = /^[^\s#]/m.exec(source.slice(from));
  const to = end ? from + end.index : source.length;
  return { before: source.slice(0, from), control: source.slice(from, to), after: source.slice(to) };
}
