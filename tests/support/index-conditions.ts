import sql, { type Sql } from 'sql-template-tag';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import type { Tx } from '../../packages/server/src/platform/database/tx.ts';

/** Which indexes are read for the first question of `ask`, and by what: without what is only filtered afterwards. */
export function indexConditions(db: Database, ask: (tx: Tx) => Promise<unknown>): Promise<string> {
  return db.read(SYSTEM, async (tx) => {
    const asked: Sql[] = [];
    const prepared: Tx['prepared'] = (name, statement) => (asked.push(statement), tx.prepared(name, statement));
    await ask({ ...tx, prepared, alone: prepared, rows: (statement) => (asked.push(statement), tx.rows(statement)) });
    for (const way of ['seqscan', 'sort', 'bitmapscan'])
      await tx.rows(sql`select set_config(${`enable_${way}`}, 'off', true)`);
    const plan = await tx.rows<{ 'QUERY PLAN': string }>(sql`explain (costs off) ${asked[0] ?? sql`select`}`);
    const lines = plan.map((row) => row['QUERY PLAN']);
    return lines.filter((line) => /Index (Only )?Scan|Index Cond/.test(line)).join('\n');
  });
}
