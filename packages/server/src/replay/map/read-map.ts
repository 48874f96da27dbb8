import type { Diagnostic } from '@tamarack/core';
import { LineCounter, parseDocument, visit } from 'yaml';
import { readTimeFormat } from '../time/time-format.ts';
import { isZone } from '../time/wall-clock.ts';
import { MAP_FORMS, type LogMap } from './log-map.ts';
import { findingsOfMap } from './map-findings.ts';
import { diagnosticAt, placeInMap, type MapFinding, type MapSource } from './place-in-map.ts';

export type MapReading =
  | { readonly ok: true; readonly map: LogMap; readonly place: (finding: MapFinding) => Diagnostic }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Text → the map of a log, or everything that is wrong with it. */
export function readMap(text: string): MapReading {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = new LineCounter();
  const document = parseDocument(plain, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    version: '1.2',
    schema: 'core',
    merge: false,
    logLevel: 'error',
  });
  const source: MapSource = { text: plain, lines, root: document.contents };
  const refused = (diagnostics: readonly Diagnostic[]): MapReading => ({ ok: false, diagnostics });
  if (plain.trim() === '') {
    return refused([diagnosticAt(source, { code: 'file.empty', sentence: 'the map is empty' }, 0, 0)]);
  }
  if (document.errors.length > 0) {
    return refused(
      document.errors.map(({ message, pos }) =>
        diagnosticAt(source, { code: 'yaml.syntax', sentence: firstLine(message) }, pos[0], pos[1]),
      ),
    );
  }
  // An alias can grow a line into gigabytes when it is written out; a map needs none.
  let alias: number | undefined;
  visit(document, { Alias: (_, node) => void (alias ??= node.range?.[0] ?? 0) });
  if (alias !== undefined) {
    const sentence = 'anchors and aliases are not part of a map';
    return refused([diagnosticAt(source, { code: 'yaml.anchor', sentence }, alias, alias + 1)]);
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const read = parse(value);
  const place = (finding: MapFinding) => placeInMap(source, finding);
  if (!read.ok) return refused(read.findings.map(place).toSorted((a, b) => a.start.line - b.start.line));
  const unsound = soundness(read.map);
  return unsound.length > 0 ? refused(unsound.map(place)) : { ok: true, map: read.map, place };
}

type Parsed =
  | { readonly ok: true; readonly map: LogMap }
  | { readonly ok: false; readonly findings: readonly MapFinding[] };

/** `rows` decides which form is meant. */
function parse(value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      ok: false,
      findings: [{ code: 'grammar.value', path: [], sentence: 'a map is a mapping of keys to values' }],
    };
  }
  const form = 'rows' in value && value.rows === 'facts' ? MAP_FORMS.facts : MAP_FORMS.snapshots;
  const read = form.safeParse(value);
  return read.success
    ? { ok: true, map: read.data }
    : { ok: false, findings: findingsOfMap(read.error.issues, form, value) };
}

/** What a schema cannot see. */
function soundness(map: LogMap): MapFinding[] {
  const findings: MapFinding[] = [];
  const format = readTimeFormat(map.time.format);
  if (!format.ok) {
    const { sentence, expected } = format;
    findings.push({ code: 'grammar.word', path: ['time', 'format'], sentence, expected });
  } else if (map.time.zone === undefined && format.needsZone) {
    const sentence = 'times without an offset need the zone in which they were written';
    findings.push({ code: 'grammar.missing-key', path: ['time'], sentence, expected: 'the key "zone"' });
  }
  if (map.time.zone !== undefined && !isZone(map.time.zone)) {
    const expected = 'an IANA zone such as Europe/Berlin';
    findings.push({
      code: 'calendar.invalid',
      path: ['time', 'zone'],
      sentence: `there is no zone "${map.time.zone}"`,
      expected,
    });
  }
  if (map.log === 'jsonl' && map.delimiter !== undefined) {
    findings.push({ code: 'grammar.value', path: ['delimiter'], sentence: 'JSON Lines have no delimiter' });
  }
  if (map.delimiter !== undefined && /[\r\n"\uFEFF]/.test(map.delimiter)) {
    findings.push({ code: 'grammar.value', path: ['delimiter'], sentence: 'this character cannot delimit columns' });
  }
  if (map.order === 'incident' && map['settled-after-days'] !== undefined) {
    const sentence = 'an incident whose rows stand together is settled when the next one begins';
    findings.push({ code: 'grammar.value', path: ['settled-after-days'], sentence, expected: 'order: time' });
  }
  return findings;
}

function firstLine(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return line.charAt(0).toLowerCase() + line.slice(1);
}
