/** A shipped service as a published version, for tests that need one and are not about publishing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';

export type PublishedService = { readonly descriptionId: string; readonly versionId: string };

/** `change` may edit the text; a reference that is known already gets its next version. */
export async function publishService(
  db: Database,
  service: string,
  change: (text: string) => string = (text) => text,
): Promise<PublishedService> {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'services', `${service}.yaml`), 'utf8');
  const source = change(text);
  const version = /version: "([^"]+)"/.exec(source)?.[1] ?? '';
  const published = await db.write(SYSTEM, async (tx) => {
    await tx.run(
      sql`insert into description (reference, created_at) values (${service}, now()) on conflict do nothing`,
    );
    const row = await tx.first<PublishedService>(sql`insert into description_version
        (description_id, number, title, version, state, source, owner, approver, created_at, decided_at)
      select d.id, (select count(*) + 1 from description_version v where v.description_id = d.id), ${service}, ${version},
        'published', ${source}, 'Owner', 'Approver', now(), now()
      from description d where d.reference = ${service} returning id as "versionId", description_id as "descriptionId"`);
    return { ok: true as const, value: row };
  });
  if (!published.value) throw new Error(`${service} was not published.`);
  return published.value;
}
