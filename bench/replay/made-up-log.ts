import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Random, seeded, wholeBetween } from '../measure/random.ts';
import { madeUpIncident, type Update } from './made-up-incident.ts';

/** The columns of ServiceNow's incident log, in its order: the map that is shipped reads some of them. */
const COLUMNS =
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,' +
  'sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,' +
  'cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,' +
  'vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at';

const FIRST_MINUTE = Date.UTC(2026, 0, 1) / 60_000;
const MINUTES_OF_YEAR = 365 * 1440;

/** Writes a log of made-up incidents, incident by incident, each with a number of its own; the same in every run. */
export async function writeMadeUpLog(file: string, incidents: number): Promise<void> {
  await pipeline(Readable.from(pieces(incidents)), createWriteStream(file));
}

function* pieces(incidents: number): Generator<string> {
  const random = seeded(498);
  yield `${COLUMNS}\n`;
  for (let i = 0; i < incidents; i++) {
    const opened = FIRST_MINUTE + Math.floor((i / incidents) * MINUTES_OF_YEAR);
    yield incidentRows(random, `INC${String(i + 1).padStart(8, '0')}`, opened);
  }
}

function incidentRows(random: Random, number: string, opened: number): string {
  const updates = madeUpIncident(random, opened);
  const resolved = updates.findLast(({ state }) => state === 'Resolved')?.minute ?? opened;
  const closed = updates.at(-1)?.minute ?? opened;
  const some = (what: string, most: number) => `${what} ${wholeBetween(random, 1, most)}`;
  const caller = `${some('Caller', 5000)},${some('Opened by', 200)},${time(opened)},${some('Created by', 200)},${time(opened)}`;
  const place = `${some('Location', 200)},${some('Category', 60)},${some('Subcategory', 250)},${some('Symptom', 500)},?`;
  const end = `?,true,false,Do Not Notify,?,?,?,?,${some('code', 17)},${some('Resolved by', 200)},${time(resolved)},${time(closed)}`;
  return updates
    .map(({ minute, state, priority, group }: Update, i) => {
      const counts = `${String(state !== 'Closed')},${i > 2 ? 1 : 0},0,${i},true`;
      const updated = `${some('Updated by', 900)},${time(minute)},Phone`;
      return `${number},${state},${counts},${caller},${updated},${place},2 - Medium,2 - Medium,${priority},Group ${group},${end}\n`;
    })
    .join('');
}

/** "29/2/2016 06:58", as the log writes it. */
function time(minute: number): string {
  const at = new Date(minute * 60_000);
  const clock = at.toISOString().slice(11, 16);
  return `${at.getUTCDate()}/${at.getUTCMonth() + 1}/${at.getUTCFullYear()} ${clock}`;
}
