/** Versions of records as entity tags (RFC 9110, 8.8.3). */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that `If-Match` names; undefined where it names none of ours. */
export function versionOf(ifMatch: string | undefined): number | undefined {
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch?.trim() ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
