import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Terms } from '@tamarack/core';
import { mapOf, root, termsAt, textOf, tryReplay } from './oracles/try-replay.ts';
import { recentNumbers } from './incidents/recent-numbers.ts';
import { boundedNames } from './tally/bounded-names.ts';
import { worstBreaches } from './tally/worst-breaches.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamarack-replay-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const sample = textOf('examples/servicenow-sample.csv');
const mapText = textOf('examples/servicenow.map.yaml');
const map = mapOf(mapText);
let terms: Terms;
beforeAll(async () => {
  terms = await termsAt('enhanced');
});

describe('the sample', () => {
  test('is what its generator writes', () => {
    const { stdout } = spawnSync(process.execPath, [join(root, 'scripts/servicenow-sample.ts')], { encoding: 'utf8' });
    expect(stdout).toBe(sample);
  });

  test('end to end: counts at the top, every row either used or refused', () => {
    const { result, finished } = tryReplay(map, terms, sample);
    expect(Object.keys(result).slice(0, 3)).toEqual(['incidents', 'facts', 'refused']);
    expect(result).toMatchObject({ incidents: 110, refused: 5, rows: sample.trim().split('\n').length - 1 });
    expect(result.refusedBy.reduce((sum, { count }) => sum + count, 0)).toBe(result.refused);
    expect(result.refusedRows.map(({ line, reason }) => [line, reason])).toEqual([
      [64, 'time'],
      [149, 'severity'],
      [233, 'cells'],
      [302, 'came-back'],
      [303, 'came-back'],
    ]);
    expect(finished.undecidedBeforeEnd).toBeGreaterThan(0);
  });

  test('slices add up to the whole', () => {
    const { result } = tryReplay(map, terms, sample);
    for (const promise of result.promises) {
      expect(promise.met + promise.breached + promise.ended + promise.running).toBe(promise.opened);
      for (const slices of [
        promise.severities,
        result.byMonth.filter((row) => row.promise === promise.promise),
        result.byGroup.filter((row) => row.promise === promise.promise),
      ]) {
        expect(slices.reduce((sum, { opened }) => sum + opened, 0)).toBe(promise.opened);
        expect(slices.reduce((sum, { breached }) => sum + breached, 0)).toBe(promise.breached);
      }
      for (const severity of promise.severities) {
        expect(severity.endedBecause.reduce((sum, { count }) => sum + count, 0)).toBe(severity.ended);
      }
    }
  });

  test('comes out the same in any pieces, and with a waiting room that is full', () => {
    const whole = tryReplay(map, terms, sample).result;
    expect(tryReplay(map, terms, sample, { piece: 997 }).result).toEqual(whole);
    expect(tryReplay(map, terms, sample, { seats: 0 }).result).toEqual(whole);
  });

  test('comes out the same in order of time', () => {
    const [header = '', ...rows] = sample.trim().split('\n');
    const good = rows.filter((_, i) => ![62, 147, 231, 300, 301].includes(i));
    const parts = (row: string) => row.split(',');
    const time = (row: string) => {
      const [, day, month, year, clock] = /^(\d+)\/(\d+)\/(\d+) (.+)$/.exec(parts(row)[13] ?? '') ?? [];
      return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')} ${clock}`;
    };
    const mixed = good.toSorted((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
    const byTime = mapOf(mapText.replace('order: incident', 'order: time\nsettled-after-days: 20'));
    const one = tryReplay(map, terms, [header, ...good].join('\n')).result;
    const other = tryReplay(byTime, terms, [header, ...mixed].join('\n'));
    expect(one.refused).toBe(0);
    const lineless = ({ drillDowns, ...rest }: typeof one) => ({
      ...rest,
      drillDowns: drillDowns.map((drillDown) => ({ ...drillDown, lines: [] })),
    });
    expect(lineless(other.result)).toEqual(lineless(one));
    expect(other.finished.mostHeld).toBeLessThan(60); // of 110: the others were settled on the way
  });
});

describe('a log that was taken at an instant', () => {
  const header = `
tamarack-map: 1
log: jsonl
rows: facts
order: incident
incident: id
at: at
time: {format: iso}
severity: {column: severity, values: {"1": 1}}
fact: {column: fact}
`;
  const row = (id: string, at: string, fact: string, more = {}) =>
    JSON.stringify({ id, at: `2026-06-01T${at}:00Z`, fact, ...more });
  const countsOf = (text: string, log: string, promise = 'first-response') =>
    tryReplay(mapOf(header + text), terms, log).result.promises.find((each) => each.promise === promise);
  const open = row('A', '09:00', 'incident.received', { severity: '1' });

  test('judges what still runs at that instant, not at its last row', () => {
    expect(countsOf('', open)).toMatchObject({ running: 1, breached: 0 });
    expect(countsOf('until: 2026-06-01T09:29:00Z', open)).toMatchObject({ running: 1, breached: 0 });
    expect(countsOf('until: 2026-06-01T09:31:00Z', open)).toMatchObject({ running: 0, breached: 1 });
    expect(() => mapOf(`${header}until: yesterday`)).toThrow(/instant/);
  });

  test('tells what happened to a ticket from what is only about it', () => {
    const about = 'happened-to: other';
    const merged = (more: object) => [open, row('A', '09:10', 'incident.merged', more)].join('\n');
    expect(countsOf(about, merged({}))).toMatchObject({ ended: 1 });
    expect(countsOf(about, merged({ other: 'A' }))).toMatchObject({ ended: 1 });
    expect(countsOf(about, merged({ other: 'B' }))).toMatchObject({ ended: 0, running: 1 });
  });

  test('takes by its full name what happened to something else and is about the ticket', async () => {
    const calligo = await termsAt('standard', 'calligo-tam');
    const log = [
      open,
      row('A', '10:00', 'incident.resolved'),
      row('A', '11:00', 'incident-report.delivered', { other: 'R' }),
    ].join('\n');
    const { result } = tryReplay(mapOf(`${header}happened-to: other`), calligo, log);
    expect(result.refused).toBe(0);
    expect(result.promises.find(({ promise }) => promise === 'incident-reports')).toMatchObject({ met: 1 });
  });
});

describe('rows that are facts', () => {
  const factMap = mapOf(`
tamarack-map: 1
log: jsonl
rows: facts
order: time
incident: ticket
at: when
group: team
time: {format: iso}
severity: {column: prio, values: {P1: 1, P3: 3}}
fact: {column: event, values: {opened: received, answered: acknowledged, solved: [acknowledged, resolved], prio: severity-changed}}
`);
  const row = (ticket: string, when: string, event: string, more = {}) =>
    JSON.stringify({ ticket, when: `2026-06-01T${when}:00Z`, event, ...more });

  test('JSON Lines', () => {
    const log = [
      row('A', '09:00', 'opened', { prio: 'P1', team: 'x' }),
      row('B', '09:01', 'opened', { prio: 'P3', team: 'y' }),
      row('A', '09:31', 'answered', { team: 'x' }),
      row('B', '09:32', 'answered'),
      row('C', '09:33', 'answered'),
      row('A', '09:40', 'sovled'),
      '{"ticket": ',
      row('A', '09:50', 'solved'),
      row('A', '09:45', 'solved'),
    ].join('\n');
    const { result } = tryReplay(factMap, terms, log);
    expect(result).toMatchObject({ incidents: 2, facts: 6, refused: 4 });
    expect(result.refusedRows).toMatchObject([
      { line: 5, reason: 'unborn' },
      { line: 6, reason: 'fact', sentence: 'the map has no fact "sovled"; did you mean "solved"?' },
      { line: 7, reason: 'json' },
      { line: 9, reason: 'backwards' },
    ]);
    const first = result.promises.find(({ promise }) => promise === 'first-response');
    expect(first).toMatchObject({ opened: 2, met: 1, breached: 1, late: 1 });
    expect(result.worst).toMatchObject([{ incident: 'A', promise: 'first-response', group: 'x', lateSeconds: 60 }]);
  });
});

describe('memory is bounded whatever the log holds', () => {
  test('numbers, names and breaches are kept up to a limit', () => {
    const numbers = recentNumbers(3);
    for (const id of 'abcdef') numbers.add(id);
    expect([numbers.size(), numbers.has('c'), numbers.has('d')]).toEqual([3, false, true]);
    const names = boundedNames(2, 'others');
    expect(['a', 'b', 'c', 'a'].map((name) => names.name(name))).toEqual(['a', 'b', 'others', 'a']);
    expect(names.overflowed()).toBe(true);
    const worst = worstBreaches(2);
    const { told } = tryReplay(map, terms, sample);
    for (const [id, clocks] of told.drawn) {
      for (const { clock } of clocks) {
        worst.add({
          incident: { id, firstLine: 1, lastLine: 1, facts: [], groups: [] },
          clock,
          severity: 1,
          group: '',
          lateSeconds: 1,
          lateTargets: id.length,
        });
      }
    }
    expect(worst.all()).toHaveLength(2);
  });

  test('a thousand groups and ten thousand incidents that are never closed', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `I${i},2026-06-01T0${i % 10}:00:00Z,New,1,group ${i % 1000}`);
    const small = mapOf(`
tamarack-map: 1
log: csv
rows: snapshots
order: time
incident: id
at: at
group: group
time: {format: iso}
severity: {column: severity, values: {"1": 1}}
states: {column: state, means: {New: []}}
`);
    const { result, finished } = tryReplay(small, terms, ['id,at,state,severity,group', ...rows].join('\n'), {
      seats: 10,
    });
    expect(finished.undecidedBeforeEnd).toBe(10_000);
    expect(new Set(result.byGroup.map(({ group }) => group)).size).toBe(501);
    expect(result.notes.join(' ')).toContain('more than 500 groups');
    expect(result.promises.find(({ promise }) => promise === 'first-response')).toMatchObject({
      opened: 10_000,
      breached: 9000,
      running: 1000,
    });
  });
});

describe('the page', () => {
  test('holds nothing but itself, and every link in it leads somewhere', () => {
    const page = tryReplay(map, terms, sample).page();
    expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\((?!#)/);
    expect(page.match(/https?:\/\/[^"]+/g)?.filter((url) => url !== 'http://www.w3.org/2000/svg') ?? []).toEqual([]);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(ids.size).toBe([...page.matchAll(/ id="/g)].length);
  });

  test('shows hostile values of the log as text', () => {
    const evil = '<script>alert(1)</script>';
    const hostile = sample
      .replaceAll('Storage', `"${evil}&'"`)
      .replaceAll('INC7000090', `${evil}\u202e`)
      .replaceAll('INC7000034', '"><img src=x onerror=y>');
    const page = tryReplay(map, terms, hostile).page();
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\u202e');
    expect(page).toContain('&lt;script&gt;');
  });
});

describe('tamarack replay', () => {
  const tamarack = join(root, 'packages/server/bin/tamarack.mjs');
  const files = {
    map: join(root, 'examples/servicenow.map.yaml'),
    log: join(root, 'examples/servicenow-sample.csv'),
    service: join(root, 'services/almacare.yaml'),
  };
  const run = (args: readonly string[], input: string | Uint8Array = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [tamarack, 'replay', files.service, ...args], {
      cwd: folder,
      encoding: 'utf8',
      input,
    });
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .+:\d+:\d+/m); // never a stack trace
    return { status, stdout, stderr };
  };
  const enhanced = ['--level', 'enhanced', '--map', files.map];
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  const header = sample.slice(0, sample.indexOf('\n') + 1);

  test('text, JSON and page', () => {
    const text = run([...enhanced, '--log', files.log, '--html', 'report.html']);
    expect(text).toMatchObject({ status: 1, stderr: '' });
    expect(text.stdout).toMatch(/110 incidents, [\d,]+ facts, 5 rows refused/);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>[^]+<\/html>\n$/);
    const json = run([...enhanced, '--log', files.log, '--format', 'json', '--out', 'result.json']);
    expect(json).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'))).toMatchObject({ incidents: 110, refused: 5 });
  });

  test('breaches are no findings: a log in which every row was used ends with 0', () => {
    const clean = write('clean.csv.gz', gzipSync(sample.split('\n').slice(0, 60).join('\n')));
    expect(run([...enhanced, '--log', clean])).toMatchObject({ status: 0, stderr: '' });
    expect(run([...enhanced, '--log', '-'], sample.split('\n').slice(0, 60).join('\r\n'))).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test.each([
    ['empty', '', /there are no rows in the log/],
    ['only a header', header, /there are no rows in the log/],
    ['binary', new Uint8Array([0x89, 0x50, 0, 1, 2, 3]), /line 1 holds a zero byte|no UTF-8 text/],
    ['Latin-1', Buffer.from(`${header}caf\u00e9\n`, 'latin1'), /line 2 is no UTF-8 text/],
    ['UTF-16', Buffer.from(`\ufeff${header}`, 'utf16le'), /UTF-16/],
    ['a hundred thousand columns', `${'a,'.repeat(100_000)}a\n`, /100001 columns/],
    ['a million columns', `${'a,'.repeat(1_000_000)}a\n`, /more than 1000000 characters/],
    ['a header without end', `"${header.repeat(10)}`, /line 1, is never closed/],
    ['no archive', gzipSync(sample), /gzip archive/],
  ])('a log that is none: %s', (_, content, message) => {
    const { status, stderr } = run([...enhanced, '--log', write('bad.csv', content)]);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^tamarack: bad\.csv: /);
    expect(status).toBe(2);
  });

  test('archives: cut off, and made to fill a disk', () => {
    expect(run([...enhanced, '--log', write('cut.csv.gz', gzipSync(sample).subarray(0, 9000))])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/cut off/),
    });
    const bomb = gzipSync(Buffer.concat([Buffer.from(header), Buffer.alloc(40_000_000, 'a\n')]));
    expect(run([...enhanced, '--log', write('bomb.csv.gz', bomb)])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/more than 400 times its size/),
    });
  });

  test('what is called wrongly', () => {
    expect(run(['--map', files.map, '--log', files.log])).toMatchObject({
      status: 2,
      stderr: 'tamarack: name the level with --level: essential, enhanced\n',
    });
    expect(run([...enhanced, '--log', 'nowhere.csv'])).toMatchObject({
      status: 2,
      stderr: 'tamarack: nowhere.csv: there is no such file\n',
    });
    expect(run([...enhanced, '--log', '.'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/directory/) });
    expect(run([...enhanced, '--log', files.log, '--set', 'x'])).toMatchObject({ status: 2 });
    expect(run([...enhanced, '--log', files.log, '--set', 'x=1'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no parameter x/),
    });
    expect(run([...enhanced, '--log', files.log, '--level', 'gold'])).toMatchObject({ status: 2 });
    const agreed = write('terms.json', '{"level": "enhanced", "holidays": {"list": "x"}}');
    expect(run([...enhanced, '--log', files.log, '--terms', agreed])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/leave --level and --set out/),
    });
    expect(run(['--map', files.map, '--log', files.log, '--terms', agreed])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/terms\.json: no terms as an export has them: holidays/),
    });
    expect(run(['--map', files.map, '--log', files.log, '--terms', files.map])).toMatchObject({ status: 2 });
  });

  test('findings of the map, and columns that the log lacks, with their place', () => {
    const wrong = write('wrong.yaml', mapText.replace('group: assignment_group', 'group: asignment_group'));
    const { status, stderr } = run(['--level', 'enhanced', '--map', wrong, '--log', files.log]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/wrong\.yaml:10:8 error name\.unknown: the log has no column "asignment_group"/);
    expect(stderr).toMatch(/did you mean "assignment_group"\?/);
  });
});
