/**
 * What somebody else needs to count again what the ledger says of tickets: for each terms that were agreed the terms
 * themselves, and for each kind of ticket a log and its map, as `tamarack replay` reads them.
 */
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Tx } from '../platform/database/tx.ts';
import { safeFileName } from '../platform/files/safe-file-name.ts';
import { loadContractTerms, type AgreedTerms } from '../terms/index.ts';
import { agreedToReplay, factsToReplay, type AgreedToReplay, type ReplayRow } from './replay-views.ts';
import { jsonLines } from './table-text.ts';

const KINDS = ['incident', 'service-request'] as const;
type Kind = (typeof KINDS)[number];

/** The names of what was written, below `folder`. Clocks that still run are judged at `now`. */
export async function gatherReplay(
  tx: Tx,
  accountId: string,
  folder: string,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  await mkdir(join(folder, 'replay'));
  const agreed = new Map((await loadContractTerms(tx, accountId)).map((each) => [each.termsId, each]));
  const names: string[] = [];
  const commands: string[] = [];
  for (const written of await agreedToReplay(tx, accountId)) {
    const terms = agreed.get(written.termsId);
    if (!terms) continue;
    const name = `${written.contract}-${written.number}`;
    const logs: Kind[] = [];
    for (const kind of KINDS)
      if (await gatherLog(tx, accountId, terms, kind, join(folder, 'replay', `${name}.${kind}`), now)) logs.push(kind);
    if (logs.length === 0) continue;
    await writeFile(join(folder, 'replay', `${name}.terms.json`), termsText(written));
    names.push(`${name}.terms.json`, ...logs.flatMap((kind) => [`${name}.${kind}.jsonl`, `${name}.${kind}.map.yaml`]));
    commands.push(...logs.map((kind) => commandFor(written, name, kind)));
  }
  await writeFile(join(folder, 'replay', 'README.txt'), readmeText(commands, tx.actor.side, now));
  return ['README.txt', ...names].map((name) => `replay/${name}`);
}

/** Whether there was anything to be written. */
async function gatherLog(
  tx: Tx,
  accountId: string,
  { contractId, fromAt, untilAt, terms }: AgreedTerms,
  kind: Kind,
  path: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const known = [...terms.vocabulary.facts];
  const severities = Object.keys(terms.description.severities?.list ?? {});
  let rows = 0;
  await using lines = await open(`${path}.jsonl`, 'wx', 0o600);
  const wanted = {
    ...{ contractId, fromAt, untilAt, known },
    opens: (terms.vocabulary.subjects.get(kind)?.opens ?? []).map((event) => `${kind}.${event}`),
    standing: known.filter((fact) => fact.startsWith('contract.') || fact.startsWith('account.')),
  };
  for await (const facts of factsToReplay(tx, accountId, wanted)) {
    rows += facts.length;
    await lines.writeFile(jsonLines(facts.map((fact) => lineOf(fact, severities))));
  }
  if (rows === 0) await rm(`${path}.jsonl`);
  else await writeFile(`${path}.map.yaml`, mapText(kind, severities, now));
  return rows > 0;
}

/** A severity that the description does not have is none to its clocks either. */
function lineOf({ incident, at, fact, other, severity, level }: ReplayRow, severities: readonly string[]) {
  return {
    ...{ incident, at: Temporal.Instant.fromEpochMilliseconds(at * 1000).toString(), fact },
    ...(other === null ? {} : { happenedTo: other }),
    ...(severity !== null && severities.includes(severity) ? { severity } : {}),
    ...(level === null ? {} : { level }),
  };
}

function mapText(kind: Kind, severities: readonly string[], now: Temporal.Instant): string {
  return stringify({
    'tamarack-map': 1,
    log: 'jsonl',
    rows: 'facts',
    order: 'incident',
    subject: kind,
    incident: 'incident',
    at: 'at',
    time: { format: 'iso' },
    until: now.toString(),
    fact: { column: 'fact' },
    'happened-to': 'happenedTo',
    ...(severities.length === 0
      ? {}
      : {
          severity: { column: 'severity', values: Object.fromEntries(severities.map((each) => [each, Number(each)])) },
        }),
    level: { column: 'level' },
  });
}

function termsText({ level, parameters, deviations, calendars, account, holidays }: AgreedToReplay): string {
  return `${JSON.stringify({ level, parameters, deviations, calendars, account, holidays }, null, 2)}\n`;
}

function commandFor({ description }: AgreedToReplay, name: string, kind: Kind): string {
  return `tamarack replay "descriptions/${safeFileName(description)}.yaml" --terms replay/${name}.terms.json --log replay/${name}.${kind}.jsonl --map replay/${name}.${kind}.map.yaml`;
}

function readmeText(commands: readonly string[], side: 'provider' | 'customer', now: Temporal.Instant): string {
  return `Count again what the ledger says of tickets, without Tamarack's database. In the folder above this one:

${commands.length === 0 ? '  There are no tickets.' : commands.map((command) => `  ${command}`).join('\n')}

Each command reads the facts of the tickets that are served under some terms (contract-terms), judges them by the description
that was agreed, and gives for each promise how often it was kept, broken, ended otherwise, or still runs. These are the figures
of the table obligations: met; breached and waived together, for the breach was one before both sides agreed not to count it;
void; open and paused. Clocks that still ran are judged at ${now.toString()}, when the export was made.

${
  side === 'provider'
    ? ''
    : `What the provider keeps to itself is not in this export. A promise that only such a fact has kept, such as an assignment, still
runs here, or is broken.

`
}Gates, rhythms and limits are about a contract as a whole, and no log of tickets can tell about them: replay names them.
`;
}
