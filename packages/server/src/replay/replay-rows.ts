/** The engine: rows in, a tally out. It reads no file and knows no clock. */
import type { Terms } from '@tamarack/core';
import { allDecided, clocksOfIncidents } from './clocks/clocks-of-incident.ts';
import { followedPromises } from './clocks/followed.ts';
import type { WaitingRoom } from './clocks/waiting-room.ts';
import type { Draft, RowReader } from './incidents/draft.ts';
import { factReader } from './incidents/fact-reader.ts';
import { gatherByTime, gatherNeighbours, type Gathering } from './incidents/gather-rows.ts';
import type { Incident } from './incidents/incident.ts';
import { rowWords } from './incidents/row-words.ts';
import { snapshotReader } from './incidents/snapshot-reader.ts';
import type { RowSink } from './log/log-row.ts';
import { refusedRows } from './log/refusals.ts';
import { SETTLED_AFTER_DAYS, type LogMap } from './map/log-map.ts';
import { newTally } from './tally/tally.ts';
import { monthsOf } from './time/month-of.ts';

export type Replay = ReturnType<typeof replayRows>;

/** A replay that takes rows through its `sink`, until `finish`. `onHeader` may refuse a log by throwing. */
export function replayRows(
  map: LogMap,
  terms: Terms,
  waiting: WaitingRoom,
  onHeader: (header: readonly string[]) => void,
) {
  const { subject } = map;
  const zone = map.time.zone ?? 'UTC';
  const { followed, notFollowed } = followedPromises(terms, subject, levelsOf(map, terms));
  const clocksOf = clocksOfIncidents(terms, followed, subject);
  const tally = newTally(followed, subject, monthsOf(zone));
  const refused = refusedRows();
  let gathering: Gathering | undefined;
  let incidentIndex = -1;
  let rows = 0;
  let incidents = 0;
  let facts = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = map.until === undefined ? Number.NEGATIVE_INFINITY : secondsOf(map.until);

  const settle = (incident: Incident) => {
    incidents += 1;
    facts += incident.facts.length;
    const begins = incident.facts[0]?.at ?? 0;
    const ends = incident.facts.at(-1)?.at ?? 0;
    if (begins < first) first = begins;
    if (ends > last) last = ends;
    const found = clocksOf(incident, ends);
    if (allDecided(found)) tally.add(incident, found, ends);
    else waiting.add(incident);
  };

  const gather = <D extends Draft>(reader: RowReader<D>): Gathering =>
    map.order === 'incident'
      ? gatherNeighbours(reader, settle)
      : gatherByTime(reader, (map['settled-after-days'] ?? SETTLED_AFTER_DAYS) * 86_400, settle);

  const sink: RowSink = {
    header(columns) {
      onHeader(columns);
      const words = rowWords(map, columns, terms);
      incidentIndex = columns.indexOf(map.incident);
      gathering =
        map.rows === 'snapshots' ? gather(snapshotReader(map, words, terms)) : gather(factReader(map, words, terms));
    },
    row(cells, line) {
      rows += 1;
      const id = cells[incidentIndex] ?? '';
      if (id === '' || map.empty.includes(id))
        refused.add({ line, incident: null, reason: 'incident', sentence: 'the row names no incident' });
      else {
        const no = gathering?.take(id, cells, line);
        if (no) refused.add({ line, incident: id, ...no });
      }
    },
    refuse(line, reason, sentence) {
      rows += 1;
      refused.add({ line, incident: null, reason, sentence });
    },
  };

  return {
    sink,
    followed,
    notFollowed,
    tally,
    refused,
    /** Settles what is left, and judges what was undecided at the last instant of the log. */
    finish() {
      gathering?.end();
      for (const incident of waiting.incidents()) {
        tally.add(incident, clocksOf(incident, last), last);
      }
      const span = incidents === 0 ? null : { from: first, to: last };
      return {
        rows,
        incidents,
        facts,
        span,
        zone,
        undecidedBeforeEnd: waiting.size(),
        mostHeld: gathering?.held().most ?? 0,
      };
    },
  };
}

export type Finished = ReturnType<Replay['finish']>;

function secondsOf(instant: string): number {
  return Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000);
}

/** Levels that an incident of the log can have. */
function levelsOf({ level }: LogMap, terms: Terms): string[] {
  if (!level) return [terms.level];
  return [terms.level, ...(level.values ? Object.values(level.values) : Object.keys(terms.description.levels))];
}
