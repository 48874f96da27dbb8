/** Every place in which a description speaks of something by name. */
import type { Description } from '../grammar/description.ts';
import type { NamedThing } from './declared.ts';
import { cellsOf, type Table } from '../words/table.ts';
import { SEVERITY_KEY } from '../words/names.ts';
import { conditionsOf } from './conditions.ts';
import { tablesOf } from './tables.ts';

export type Path = readonly (string | number)[];
export type Reference = {
  readonly thing: NamedThing;
  readonly name: string;
  readonly path: Path;
  readonly at?: 'key';
};

type Owner = { readonly provider?: string | undefined; readonly customer?: string | undefined };

/** All references of a description, in the order of its sections. */
export function referencesOf(description: Description): Reference[] {
  const found: Reference[] = [];
  const add = (thing: Reference['thing'], name: string, path: Path, at?: 'key') =>
    void found.push({ thing, name, path, ...(at ? { at } : {}) });
  const addOwner = (owner: Owner | undefined, path: Path) => {
    if (owner?.provider !== undefined) add('provider role', owner.provider, [...path, 'provider']);
    if (owner?.customer !== undefined) add('customer role', owner.customer, [...path, 'customer']);
  };
  const addCalendar = (calendar: string | { readonly parameter: string }, path: Path) =>
    typeof calendar === 'string' ? add('calendar', calendar, path) : add('parameter', calendar.parameter, path);
  const {
    levels,
    eligibility,
    channels,
    severities,
    seats,
    responsibilities,
    escalations,
    cover,
    requests,
    parameters,
    scope,
  } = description;
  for (const [name, level] of Object.entries(levels))
    if (level.includes !== undefined) add('level', level.includes, ['levels', name, 'includes']);
  for (const [name, rule] of Object.entries(eligibility?.rules ?? {}))
    if (rule.level !== undefined) add('level', rule.level, ['eligibility', 'rules', name, 'level']);
  for (const [name, exception] of Object.entries(eligibility?.exceptions ?? {}))
    exception['decided-by'].forEach((role, i) =>
      add('provider role', role, ['eligibility', 'exceptions', name, 'decided-by', i]),
    );
  for (const [name, channel] of Object.entries(channels)) {
    addCalendar(channel.hours, ['channels', name, 'hours']);
    if (channel.otherwise !== undefined) add('channel', channel.otherwise, ['channels', name, 'otherwise']);
  }
  addOwner(severities?.['chosen-by'], ['severities', 'chosen-by']);
  addOwner(severities?.['changed-by'], ['severities', 'changed-by']);
  for (const [key, severity] of Object.entries(severities?.list ?? {}))
    severity.also?.forEach((also, i) => addOwner(also.approval, ['severities', 'list', key, 'also', i, 'approval']));
  for (const [name, seat] of Object.entries(seats ?? {})) add('customer role', seat.role, ['seats', name, 'role']);
  for (const [name, row] of Object.entries(responsibilities ?? {})) {
    for (const role of Object.keys(row.provider ?? {}))
      add('provider role', role, ['responsibilities', name, 'provider', role], 'key');
    for (const role of Object.keys(row.customer ?? {}))
      add('customer role', role, ['responsibilities', name, 'customer', role], 'key');
  }
  for (const [name, ladder] of Object.entries(escalations ?? {})) {
    addOwner(ladder.by, ['escalations', name, 'by']);
    ladder.steps.forEach((step, i) => add('provider role', step.role, ['escalations', name, 'steps', i, 'role']));
  }
  for (const [name, rule] of Object.entries(cover ?? {})) {
    add('provider role', rule.absent, ['cover', name, 'absent']);
    rule.by.forEach((by, i) => add('provider role', by.role, ['cover', name, 'by', i, 'role']));
  }
  for (const [name, request] of Object.entries(requests ?? {}))
    if (request.calendar !== undefined) add('calendar', request.calendar, ['requests', name, 'calendar']);
  for (const [name, parameter] of Object.entries(parameters ?? {}))
    if (parameter.is === 'calendar' && parameter.agreed !== undefined)
      add('calendar', parameter.agreed, ['parameters', name, 'agreed']);
  for (const [name, need] of Object.entries(scope.needs ?? {})) addOwner(need.by, ['scope', 'needs', name, 'by']);
  for (const [name, promise] of Object.entries(description.promises)) {
    const path = ['promises', name];
    addOwner(promise.by, [...path, 'by']);
    if (promise.calendar) {
      addCalendar(promise.calendar.hours, [...path, 'calendar']);
      addCalendar(promise.calendar['business-days'], [...path, 'calendar']);
    }
    const consequence = promise.else;
    consequence?.notify?.forEach((role) =>
      add(customerOnly(role, description) ? 'customer role' : 'provider role', role, [...path, 'else', 'notify']),
    );
    if (consequence?.escalate !== undefined)
      add('escalation ladder', consequence.escalate, [...path, 'else', 'escalate']);
    if (consequence?.route !== undefined) add('channel', consequence.route, [...path, 'else', 'route']);
    addOwner(consequence?.approval, [...path, 'else', 'approval']);
    for (const table of tablesOf(promise)) addTable(table.table, [...path, ...table.path], add);
  }
  addLevels(description, add);
  addAsked(description, add);
  return found;
}

/** Which severity or level a condition asks for. Whether one lies below a number (`<`) names none. */
function addAsked(description: Description, add: (thing: NamedThing, name: string, path: Path) => void): void {
  for (const { condition, path } of conditionsOf(description)) {
    for (const { field, comparison, values } of condition.anyOf.flat()) {
      const isName = comparison === '=' || comparison === '!=' || comparison === 'in';
      if (!isName || (field !== 'severity' && field !== 'level')) continue;
      for (const value of values) add(field, String(value), path);
    }
  }
}

/** `notify` may name a role of either side. */
function customerOnly(role: string, description: Description): boolean {
  return !Object.hasOwn(description.roles.provider, role) && Object.hasOwn(description.roles.customer, role);
}

function addTable(
  table: Table<unknown>,
  path: Path,
  add: (thing: Reference['thing'], name: string, path: Path, at?: 'key') => void,
): void {
  if (table.by === 'key') {
    for (const [key, row] of Object.entries(table.rows)) {
      add(SEVERITY_KEY.test(key) ? 'severity' : 'level', key, [...path, key], 'key');
      if ('cell' in row && typeof row.cell === 'string') continue;
      for (const inner of Object.keys(row)) add('severity', inner, [...path, key, inner], 'key');
    }
  }
  for (const { level, severity, cell } of cellsOf(table)) {
    if (cell.cell !== 'parameter') continue;
    const inner = [level, severity === undefined ? undefined : String(severity)].filter((step) => step !== undefined);
    add('parameter', cell.parameter, [...path, ...inner]);
  }
}

/** The key `levels:` may stand on any clause: found by walking, not by a list of sections to forget. */
function addLevels(description: Description, add: (thing: Reference['thing'], name: string, path: Path) => void): void {
  const walk = (value: unknown, path: Path) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'levels' && path.length > 0 && Array.isArray(inner))
        inner.forEach((level, i) => add('level', String(level), [...path, key, i]));
      else walk(inner, [...path, key]);
    }
  };
  walk(description, []);
}
