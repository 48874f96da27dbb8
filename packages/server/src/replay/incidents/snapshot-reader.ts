/**
 * Rows that are snapshots: what changed between two rows of an incident becomes facts at the instant of the later one.
 *
 * - A state brings the facts that the map gives it, when the incident enters it. One that is true already (the incident
 *   is acknowledged, it is with the customer) is not recorded twice.
 * - An incident that goes back from a state which ends it to one that does not was reopened.
 * - A dated column moves the last fact of its name to the instant it holds, or adds it where no row brought it; unless
 *   that lies before the incident was last reopened: then the column speaks of an earlier life.
 */
import type { Fact, Terms } from '@tamarack/core';
import { factName } from '../map/check-map.ts';
import type { SnapshotMap } from '../map/log-map.ts';
import { hold, inOrder, type Draft, type RowReader, type Taking } from './draft.ts';
import { MOST_FACTS } from './incident.ts';
import { detached, unknownWord, type RowWords } from './row-words.ts';

interface Snapshot extends Draft {
  severityText: string;
  levelText: string;
  groupText: string;
  stateText: string;
  state: State | undefined;
  severity: number | undefined;
  level: string | undefined;
  /** The instant of the opening or of the last reopening. */
  begun: number;
  acknowledged: boolean;
  ended: Set<string>;
  side: 'provider' | 'customer';
  readonly dated: string[];
  readonly datedAt: number[];
  readonly changed: string[];
}

interface Dated {
  readonly fact: string;
  readonly index: number;
}

/** A state of the map: its facts in full, and whether one of them ends the incident. */
interface State {
  readonly facts: readonly string[];
  readonly ends: boolean;
}

/** Reads rows of a log with these columns. */
export function snapshotReader(map: SnapshotMap, words: RowWords, terms: Terms): RowReader<Snapshot> {
  const { subject } = map;
  const named = (event: string) => factName(map, event);
  const kind = terms.vocabulary.subjects.get(subject);
  const ending = new Set((kind?.ends ?? []).map(named));
  const states = new Map(
    Object.entries(map.states.means).map(([text, events]): [string, State] => {
      const facts = events.map(named);
      return [text, { facts, ends: facts.some((fact) => ending.has(fact)) }];
    }),
  );
  const received = named('received');
  const reopened = named('reopened');
  const acknowledged = named('acknowledged');
  const toCustomer = named('handed-to-customer');
  const toProvider = named('handed-to-provider');
  const severityChanged = named('severity-changed');
  const levelChanged = named('level-changed');
  const atIndex = words.indexOf(map.at);
  const stateIndex = words.indexOf(map.states.column);
  const severityIndex = map.severity ? words.indexOf(map.severity.column) : -1;
  const levelIndex = map.level ? words.indexOf(map.level.column) : -1;
  const groupIndex = map.group === undefined ? -1 : words.indexOf(map.group);
  const dated = Object.entries(map.dated).map(([event, column]): Dated => ({
    fact: named(event),
    index: words.indexOf(column),
  }));
  const receivedIndex = dated.findIndex(({ fact }) => fact === received);
  const changes = Object.entries(map.changed).flatMap(([event, columns]) =>
    columns.map((column) => ({ fact: named(event), index: words.indexOf(column) })),
  );
  const updates = Object.entries(map.updates).map(([event, of]) => ({ fact: named(event), states: new Set(of) }));

  const enter = (draft: Snapshot, { facts, ends }: State) => {
    const { at } = draft;
    if (draft.over && !ends) {
      draft.facts.push({ at, fact: reopened, subject: draft.id });
      Object.assign(draft, { over: false, begun: at, acknowledged: false, side: 'provider' });
      draft.ended.clear();
    }
    for (const fact of facts) {
      if (fact === acknowledged) {
        if (draft.acknowledged) continue;
        draft.acknowledged = true;
      } else if (fact === toCustomer) {
        if (draft.side === 'customer') continue;
        draft.side = 'customer';
      } else if (fact === toProvider) {
        if (draft.side === 'provider') continue;
        draft.side = 'provider';
      } else if (ending.has(fact)) {
        if (draft.ended.has(fact)) continue;
        draft.ended.add(fact);
        draft.over = true;
      }
      draft.facts.push({ at, fact, subject: draft.id });
    }
  };

  /** Reads the dated columns where they have changed; the first that is no time is why the row is refused. */
  const readDates = (draft: Snapshot, cells: readonly string[]): Taking => {
    for (let i = 0; i < dated.length; i += 1) {
      const text = cells[dated[i]?.index ?? -1] ?? '';
      if (text === draft.dated[i]) continue;
      const filled = words.filled(text);
      const at = filled === '' ? Number.NaN : words.instant(filled);
      if (filled !== '' && Number.isNaN(at))
        return { reason: 'time', sentence: `"${text}" is no time of the form ${map.time.format}` };
      draft.dated[i] = text;
      draft.datedAt[i] = at;
    }
    return undefined;
  };

  return {
    begin: (id, line) => ({
      id: detached(id),
      firstLine: line,
      lastLine: line,
      at: Number.NEGATIVE_INFINITY,
      over: false,
      facts: [],
      groups: [],
      severityText: '',
      levelText: '',
      groupText: '',
      stateText: '',
      state: undefined,
      severity: undefined,
      level: undefined,
      begun: 0,
      acknowledged: false,
      ended: new Set(),
      side: 'provider',
      dated: dated.map(() => ''),
      datedAt: dated.map(() => Number.NaN),
      changed: changes.map(() => ''),
    }),
    take(draft, cells, line) {
      if (draft.facts.length >= MOST_FACTS)
        return { reason: 'too-many', sentence: `the incident has more than ${MOST_FACTS} facts` };
      const timeText = cells[atIndex] ?? '';
      const at = words.instant(timeText);
      if (Number.isNaN(at))
        return { reason: 'time', sentence: `"${timeText}" is no time of the form ${map.time.format}` };
      if (at < draft.at)
        return { reason: 'backwards', sentence: `${timeText} is earlier than the row of this incident before it` };
      const stateText = cells[stateIndex] ?? '';
      const state = stateText === draft.stateText ? draft.state : states.get(stateText);
      if (!state) return unknownWord('state', stateText, states.keys());
      const severityText = severityIndex < 0 ? '' : (cells[severityIndex] ?? '');
      const severity = severityText === draft.severityText ? draft.severity : words.severity(severityText);
      if (severityIndex >= 0 && severity === undefined)
        return unknownWord('severity', severityText, Object.keys(map.severity?.values ?? {}));
      const levelText = levelIndex < 0 ? '' : words.filled(cells[levelIndex] ?? '');
      const level = levelText === draft.levelText ? draft.level : words.level(levelText);
      if (levelText !== '' && level === undefined)
        return unknownWord('level', levelText, Object.keys(map.level?.values ?? terms.description.levels));
      const undatable = readDates(draft, cells);
      if (undatable) return undatable;
      const first = draft.facts.length === 0;
      const receivedAt = receivedIndex < 0 ? at : (draft.datedAt[receivedIndex] ?? at);
      if (first && receivedAt > at)
        return {
          reason: 'unborn',
          sentence: `${timeText} is earlier than the instant at which the incident was received`,
        };

      const before = draft.stateText;
      draft.at = at;
      draft.lastLine = line;
      if (first) {
        draft.begun = Number.isNaN(receivedAt) ? at : receivedAt;
        draft.facts.push({ at: draft.begun, fact: received, subject: draft.id, data: particulars(severity, level) });
      } else {
        if (severity !== undefined && severity !== draft.severity)
          draft.facts.push({ at, fact: severityChanged, subject: draft.id, data: { severity } });
        if (level !== undefined && level !== draft.level)
          draft.facts.push({ at, fact: levelChanged, subject: draft.id, data: { level } });
      }
      draft.severityText = severityText;
      draft.severity = severity;
      draft.levelText = levelText;
      draft.level = level ?? draft.level;
      if (groupIndex >= 0) {
        const groupText = cells[groupIndex] ?? '';
        if (first || groupText !== draft.groupText) hold(draft, words.group((draft.groupText = groupText)));
      }
      let noted = '';
      for (let i = 0; i < changes.length; i += 1) {
        const change = changes[i];
        if (!change) continue;
        const text = cells[change.index] ?? '';
        if (text === draft.changed[i]) continue;
        draft.changed[i] = text;
        if (change.fact !== noted && words.filled(text) !== '')
          draft.facts.push({ at, fact: (noted = change.fact), subject: draft.id });
      }
      if (stateText !== before) {
        draft.stateText = stateText;
        draft.state = state;
        enter(draft, state);
      }
      if (!first) {
        for (const update of updates) {
          if (update.states.has(stateText) && update.states.has(before))
            draft.facts.push({ at, fact: update.fact, subject: draft.id });
        }
      }
      return undefined;
    },
    finish(draft) {
      if (draft.facts.length === 0) return undefined;
      for (let i = 0; i < dated.length; i += 1) {
        const at = draft.datedAt[i] ?? Number.NaN;
        const fact = dated[i]?.fact;
        if (fact !== undefined && fact !== received && at >= draft.begun) date(draft.facts, fact, at, draft);
      }
      const { id, firstLine, lastLine, groups } = draft;
      return { id, firstLine, lastLine, facts: inOrder(draft.facts), groups };
    },
  };
}

/** Moves the last fact of a name within the present life, or adds it. */
function date(facts: Fact[], fact: string, at: number, { id, begun }: Snapshot): void {
  const last = facts.findLastIndex((known) => known.fact === fact);
  const known = facts[last];
  if (known && known.at >= begun) facts[last] = { ...known, at };
  else facts.push({ at, fact, subject: id });
}

function particulars(severity: number | undefined, level: string | undefined): { [key: string]: string | number } {
  return { ...(severity === undefined ? {} : { severity }), ...(level === undefined ? {} : { level }) };
}
