/** What whoever opens an export reads first. */
import { KIND_NAMES, KINDS } from './kinds.ts';

export function readmeText(accountId: string, side: 'provider' | 'customer', now: Temporal.Instant): string {
  const kinds = KIND_NAMES.map((kind) => `  ${kind}.jsonl, ${kind}.csv\n      ${KINDS[kind].says}`).join('\n');
  return `Export of the account ${accountId}, made by Tamarack on ${now.toString()}

${
  side === 'provider'
    ? 'Made for the provider: it holds internal facts and files too. Look at "audience" before you pass it on.'
    : 'Made for the customer: everything that the portal shows. What the provider noted for itself is not in it.'
}

${kinds}
  schemas/
      A JSON Schema (2020-12) for the rows of each kind.
  descriptions/
      The service descriptions that contracts agreed: as YAML, and as the document at each agreed level.
  replay/
      The facts of tickets with what was agreed, for whoever wants to count again what the ledger says: tamarack replay.
  files/
      The content of files, each under its id and name. MISSING.txt names what the store did not have.

The .jsonl files hold one JSON object a line, in UTF-8, and are exact. The .csv files hold the same rows with a heading; lists and
objects are JSON in their cell. In .csv only, a text that begins with = + - @, a tab or a carriage return has an apostrophe in
front of it, so that no spreadsheet runs it as a formula. Instants are in UTC (RFC 3339).

A seal covers its facts in the order of placeInSeal, and its hash begins with the hash of the seal before. What the provider noted
for itself is under the seals too: how many facts a seal covers says that there is such a note, never what is in it.
`;
}
