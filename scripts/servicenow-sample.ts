/**
 * Writes a made-up log of the shape of a ServiceNow audit log: `node scripts/servicenow-sample.ts > examples/servicenow-sample.csv`.
 * The same number of incidents always gives the same log; a number as argument gives more of them, for measuring.
 * People, groups and numbers are invented.
 */
import { writeSync } from 'node:fs';

const HEADER =
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at';

const GROUPS = ['Linux platform', 'Web and proxies', 'Databases', 'Containers', 'Identity', 'Storage'];
const PRIORITIES = ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'];
/** How long the first answer takes, in minutes: what half of the incidents of a priority stay below. */
const USUAL_ANSWER = [14, 52, 240, 900];
/** Hours of work until the solution. */
const USUAL_WORK = [7, 20, 55, 90];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Numbers from 0 to 1 that look like chance and are the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Row {
  state: string;
  at: number;
  group: string;
  person: string;
  priority: number;
  reopened: number;
}

function incident(random: () => number, opened: number): { rows: Row[]; resolved: number; closed: number } {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? (from[0] as T);
  // Most times are near the usual one, a few are far longer: the shape of every desk.
  const about = (usual: number) => usual * Math.exp((random() + random() + random() - 1.5) * 1.7);
  const drawn = random();
  let priority = drawn < 0.09 ? 0 : drawn < 0.3 ? 1 : drawn < 0.83 ? 2 : 3;
  let group = pick(GROUPS);
  let at = opened;
  let reopened = 0;
  const rows: Row[] = [];
  const person = () => `Engineer ${GROUPS.indexOf(group) * 4 + 1 + Math.floor(random() * 4)}`;
  let who = '?';
  const write = (state: string, after: number) => {
    at += Math.max(1, Math.round(after)) * MINUTE;
    rows.push({ state, at, group, person: who, priority, reopened });
  };
  write('New', random() * 3);
  if (random() < 0.3) {
    group = pick(GROUPS);
    write('New', 4 + random() * 20);
  }
  if (random() < 0.08) {
    priority = Math.max(0, priority - 1);
    write('New', 2 + random() * 10);
  }
  who = person();
  // The storage group is short of people, and it shows.
  write('Active', about(USUAL_ANSWER[priority] ?? 60) * (group === 'Storage' ? 2.4 : 1));
  let work = about(USUAL_WORK[priority] ?? 40) * 60;
  const turns = 1 + Math.floor(random() * 4);
  for (let turn = 0; turn < turns; turn += 1) {
    write('Active', (work * (0.3 + random() * 0.5)) / turns);
    if (random() < 0.34) {
      write('Awaiting User Info', 5 + random() * 60);
      // Some customers take their time, and a few longer than they may.
      write('Active', about(19 * 60) * (random() < 0.1 ? 8 : 1));
    } else if (random() < 0.12) {
      write('Awaiting Vendor', 10 + random() * 60);
      write('Active', about(30 * 60));
    }
    work *= 0.8;
  }
  write('Resolved', work * 0.2 + 5);
  if (random() < 0.07) {
    reopened += 1;
    write('Active', about(20 * 60));
    write('Resolved', about(9 * 60));
  }
  const resolved = at;
  write('Closed', 5 * 24 * 60);
  return { rows, resolved, closed: at };
}

function time(at: number): string {
  const [date = '', clock = ''] = new Date(at).toISOString().split('T');
  const [year, month, day] = date.split('-').map(Number);
  return `${day}/${month}/${year} ${clock.slice(0, 5)}`;
}

/** The rows of one incident as lines. */
function lines(index: number, random: () => number, opened: number, end: number): string[] {
  const number = `INC${String(7_000_000 + index)}`;
  const { rows, resolved, closed } = incident(random, opened);
  const caller = `Caller ${1 + Math.floor(random() * 40)}`;
  const category = `Category ${1 + Math.floor(random() * 9)}`;
  const solved = resolved <= end;
  return rows
    .filter(({ at }) => at <= end)
    .map(({ state, at, group, person, priority, reopened }, i) => {
      const name = PRIORITIES[priority] ?? '';
      const impact = `${Math.min(3, priority + 1)} - ${['High', 'Medium', 'Low'][Math.min(2, priority)]}`;
      const cells = [
        number,
        state,
        state === 'Closed' ? 'false' : 'true',
        0,
        reopened,
        i,
        'true',
        caller,
        'Desk',
        time(opened),
      ];
      cells.push(
        'Desk',
        time(opened),
        person === '?' ? 'Desk' : person,
        time(at),
        'Self service',
        `Site ${1 + (index % 5)}`,
        category,
      );
      cells.push(
        'Subcategory 1',
        'Symptom 1',
        '?',
        impact,
        impact,
        name,
        group,
        person,
        'false',
        'false',
        'Do Not Notify',
      );
      cells.push(
        '?',
        '?',
        '?',
        '?',
        'Solved',
        solved ? person : '?',
        solved ? time(resolved) : '?',
        closed <= end ? time(closed) : '?',
      );
      return cells.join(',');
    });
}

/** What goes wrong in real logs: an impossible date, a priority nobody knows, a row cut short, one that stands apart. */
function spoil(log: string[]): string[] {
  const spoilt = [...log];
  const edit = (index: number, change: (line: string) => string) => {
    spoilt[index] = change(spoilt[index] ?? '');
  };
  edit(63, (line) => line.replace(/,(\d+)\/(\d+)\/(\d{4}) (\d\d:\d\d),Self service/, ',31/2/$3 $4,Self service'));
  edit(148, (line) => line.replace(/,\d - (Critical|High|Moderate|Low),(?=[A-Z])/, ',5 - Planning,'));
  edit(232, (line) => line.split(',').slice(0, 21).join(','));
  const straggler = spoilt[11] ?? '';
  spoilt.splice(301, 0, straggler);
  return spoilt;
}

const SAMPLE = 110;
const BEGINS = Date.UTC(2026, 4, 4, 7);
const ENDS = Date.UTC(2026, 10, 2, 6);

const count = Number(process.argv[2] ?? SAMPLE);
const random = chance(20_261_121);
const step = count === SAMPLE ? (ENDS - BEGINS - 10 * HOUR) / count : 3 * MINUTE;
const end = count === SAMPLE ? ENDS : Number.MAX_SAFE_INTEGER;
let pending = [HEADER];
const write = (text: readonly string[]) => {
  for (let rest = Buffer.from(`${text.join('\n')}\n`); rest.length > 0;) rest = rest.subarray(writeSync(1, rest));
};
for (let index = 0; index < count; index += 1) {
  const opened = Math.floor((BEGINS + index * step + random() * step * 0.9) / MINUTE) * MINUTE;
  pending.push(...lines(index, random, opened, end));
  if (count !== SAMPLE && pending.length > 2000) {
    write(pending);
    pending = [];
  }
}
if (count === SAMPLE) pending = spoil(pending);
if (pending.length > 0) write(pending);
