/** Writes every table of an export into a folder, within one snapshot and with a few hundred rows in memory. */
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { documentAt, readyVersions } from '../agreements/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { safeFileName } from '../platform/files/safe-file-name.ts';
import { writeHtml } from '../render/index.ts';
import { agreedVersions, rowsOfKind } from './export-views.ts';
import { gatherReplay } from './gather-replay.ts';
import { KIND_NAMES, KINDS, type Kind } from './kinds.ts';
import { csvLines, jsonLines } from './table-text.ts';

/** The names of what was written, below `folder`. `gathered` is told of rows, and may throw to end it. */
export async function gatherTables(
  tx: Tx,
  accountId: string,
  folder: string,
  now: Temporal.Instant,
  gathered: (rows: number) => void,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const kind of KIND_NAMES) names.push(...(await gatherKind(tx, kind, accountId, folder, gathered)));
  names.push(...(await gatherSchemas(folder)), ...(await gatherDescriptions(tx, accountId, folder)));
  return [...names, ...(await gatherReplay(tx, accountId, folder, now))];
}

async function gatherKind(
  tx: Tx,
  kind: Kind,
  accountId: string,
  folder: string,
  gathered: (rows: number) => void,
): Promise<readonly string[]> {
  const names = [`${kind}.jsonl`, `${kind}.csv`] as const;
  const columns = Object.keys(KINDS[kind].shape.shape);
  await using lines = await open(join(folder, names[0]), 'wx', 0o600);
  await using table = await open(join(folder, names[1]), 'wx', 0o600);
  await table.writeFile(`${columns.join(',')}\r\n`);
  for await (const rows of rowsOfKind(tx, kind, accountId)) {
    await lines.writeFile(jsonLines(rows));
    await table.writeFile(csvLines(columns, rows));
    gathered(rows.length);
  }
  return names;
}

async function gatherSchemas(folder: string): Promise<readonly string[]> {
  await mkdir(join(folder, 'schemas'));
  const names: string[] = [];
  for (const kind of KIND_NAMES) {
    const name = `schemas/${kind}.schema.json`;
    const schema = { description: KINDS[kind].says, ...z.toJSONSchema(KINDS[kind].shape) };
    await writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
    names.push(name);
  }
  return names;
}

async function gatherDescriptions(tx: Tx, accountId: string, folder: string): Promise<readonly string[]> {
  await mkdir(join(folder, 'descriptions'));
  const names: string[] = [];
  const add = async (name: string, text: string) => {
    await writeFile(join(folder, 'descriptions', name), text);
    names.push(`descriptions/${name}`);
  };
  const agreed = await agreedVersions(tx, accountId);
  const ready = await readyVersions(
    tx,
    agreed.map(({ versionId }) => versionId),
  );
  for (const { versionId, reference, version, source, levels } of agreed) {
    const name = safeFileName(`${reference} ${version}`);
    await add(`${name}.yaml`, source);
    const found = ready.get(versionId);
    for (const level of found ? levels : []) {
      const document = found && documentAt(found.ready, level);
      if (document?.ok) await add(`${name} ${safeFileName(level)}.html`, writeHtml(document.value));
    }
  }
  return names;
}
