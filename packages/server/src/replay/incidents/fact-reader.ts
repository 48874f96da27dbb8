/** Rows that are facts: each says what happened to which incident, and when. */
import type { Terms } from '@tamarack/core';
import { factName } from '../map/check-map.ts';
import type { FactMap } from '../map/log-map.ts';
import { hold, type Draft, type RowReader } from './draft.ts';
import { MOST_FACTS } from './incident.ts';
import { detached, unknownWord, type RowWords } from './row-words.ts';

/** Reads rows of a log with these columns. */
export function factReader(map: FactMap, words: RowWords, terms: Terms): RowReader<Draft> {
  const subject = terms.vocabulary.subjects.get(map.subject);
  const ends = new Set((subject?.ends ?? []).map((event) => factName(map, event)));
  const opens = new Set((subject?.opens ?? []).map((event) => factName(map, event)));
  const reopens = new Set((subject?.reopens ?? []).map((event) => factName(map, event)));
  const own: Readonly<Record<string, readonly string[]>> =
    map.fact.values ??
    Object.fromEntries([
      ...[...terms.vocabulary.facts].map((fact) => [fact, [fact]] as const),
      ...(subject?.facts ?? []).map((event) => [event, [event]] as const),
    ]);
  const meanings = new Map(
    Object.entries(own).map(([text, events]) => [text, events.map((event) => factName(map, event))]),
  );
  const prefix = `${map.subject}.`;
  const atIndex = words.indexOf(map.at);
  const factIndex = words.indexOf(map.fact.column);
  const severityIndex = map.severity ? words.indexOf(map.severity.column) : -1;
  const subjectIndex = map['happened-to'] === undefined ? -1 : words.indexOf(map['happened-to']);
  const levelIndex = map.level ? words.indexOf(map.level.column) : -1;
  const groupIndex = map.group === undefined ? -1 : words.indexOf(map.group);
  return {
    begin: (id, line) => ({
      id: detached(id),
      firstLine: line,
      lastLine: line,
      at: Number.NEGATIVE_INFINITY,
      over: false,
      facts: [],
      groups: [],
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
      const word = cells[factIndex] ?? '';
      const facts = meanings.get(word);
      if (!facts) return unknownWord('fact', word, meanings.keys());
      const severityText = severityIndex < 0 ? '' : words.filled(cells[severityIndex] ?? '');
      const severity = severityText === '' ? undefined : words.severity(severityText);
      if (severityText !== '' && severity === undefined)
        return unknownWord('severity', severityText, Object.keys(map.severity?.values ?? {}));
      const levelText = levelIndex < 0 ? '' : words.filled(cells[levelIndex] ?? '');
      const level = levelText === '' ? undefined : words.level(levelText);
      if (levelText !== '' && level === undefined)
        return unknownWord('level', levelText, Object.keys(map.level?.values ?? terms.description.levels));
      if (draft.facts.length === 0 && !facts.some((fact) => opens.has(fact))) {
        return { reason: 'unborn', sentence: `"${word}" happened before the incident was received` };
      }
      draft.at = at;
      draft.lastLine = line;
      const data = { ...(severity === undefined ? {} : { severity }), ...(level === undefined ? {} : { level }) };
      const other = subjectIndex < 0 ? '' : words.filled(cells[subjectIndex] ?? '');
      for (const fact of facts) {
        const isOwn = fact.startsWith(prefix) && (other === '' || other === draft.id);
        draft.facts.push({
          at,
          fact,
          ...(isOwn ? { subject: draft.id } : { subject: detached(other), about: draft.id }),
          ...(severity === undefined && level === undefined ? {} : { data }),
        });
        if (!isOwn) continue;
        if (ends.has(fact)) draft.over = true;
        else if (reopens.has(fact)) draft.over = false;
      }
      if (groupIndex >= 0) {
        const group = words.group(cells[groupIndex] ?? '');
        if (group !== undefined || draft.groups.length === 0) hold(draft, group);
      }
      return undefined;
    },
    finish({ id, firstLine, lastLine, facts, groups }) {
      return facts.length === 0 ? undefined : { id, firstLine, lastLine, facts, groups };
    },
  };
}
