/** What can be sold: published versions with their levels. */
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { publishedIds } from './description-views.ts';
import { readyVersions } from './ready-versions.ts';

type Row = Gives<'GET /descriptions/published'>['rows'][number];

export async function publishedList(tx: Tx): Promise<Row[]> {
  const ids = await publishedIds(tx);
  const versions = await readyVersions(
    tx,
    ids.map(({ id }) => id),
  );
  return ids.flatMap((row): Row[] => {
    const description = versions.get(row.id)?.ready.description;
    if (!description) return [];
    const { document, service, levels } = description;
    const sold = Object.entries(levels).filter(([, { sold: isSold }]) => isSold !== false);
    return [
      {
        ...row,
        title: service.name,
        documentVersion: document.version,
        date: document.date,
        isAddOn: service['attaches-to'] !== undefined,
        levels: sold.map(([name, { name: title, says }]) => ({ name, title, says: says ?? null })),
      },
    ];
  });
}
