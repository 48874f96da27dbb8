import { describe, expect, test } from 'vitest';
import { mapOf, termsAt, textOf } from '../oracles/try-replay.ts';
import { missingInLog, unknownInDescription } from './check-map.ts';
import { readMap } from './read-map.ts';

const good = textOf('examples/servicenow.map.yaml');

function findings(text: string) {
  const read = readMap(text);
  return read.ok
    ? []
    : read.diagnostics.map(({ code, sentence, suggestion, start }) => ({
        code,
        sentence,
        suggestion,
        line: start.line,
      }));
}

describe('the map of a log', () => {
  test('the shipped one is right, and knows only words of the description', async () => {
    expect(unknownInDescription(mapOf(good), await termsAt('enhanced'))).toEqual([]);
  });

  test('misspelt keys: one finding each, with place and suggestion', () => {
    const text = good.replace('incident: number', 'incidnt: number').replace('  zone: Etc/UTC', '  zoen: Etc/UTC');
    const found = findings(text);
    expect(found).toContainEqual({
      code: 'grammar.unknown-key',
      sentence: '"incidnt" is not a key of this place',
      suggestion: 'incident',
      line: 8,
    });
    expect(found).toContainEqual(
      expect.objectContaining({ sentence: '"zoen" is not a key of this place', suggestion: 'zone' }),
    );
    expect(found).toHaveLength(2);
  });

  test.each([
    ['rows: snapshots', 'rows: snapshot', /"snapshot" is not one of the values/],
    ['log: csv', 'log: xlsx', /"xlsx" is not one of the values/],
    ['tamarack-map: 1', 'tamarack-map: 2', /expected 1|is not one of the values/],
    ['zone: Etc/UTC', 'zone: Europe/Berln', /there is no zone "Europe\/Berln"/],
    ['format: d/M/yyyy HH:mm', 'format: D/M/yyyy', /"D" is no token/],
    ['at: sys_updated_at', '', /"at" is missing here/],
    ['4 - Low: 4', '4 - Low: four', /"four" does not belong here|expected the number/],
    ['order: incident', 'order: incident\nsettled-after-days: 3', /settled when the next one begins/],
    ['empty: ["?"]', 'empty: &a ["?"]\ngroup2: *a', /anchors and aliases/],
    ['log: csv', 'log: [csv', /./],
  ])('%s → %s', (from, to, sentence) => {
    const found = findings(good.replace(from, to));
    expect(found.map((finding) => finding.sentence).join('\n')).toMatch(sentence);
    for (const { line } of found) expect(line).toBeGreaterThan(0);
  });

  test.each(['', '- a list', 'a text', '\u0000', '{'.repeat(5000)])(
    'nothing that is no map crashes it (%#)',
    (text) => {
      expect(findings(text).length).toBeGreaterThan(0);
    },
  );

  test('words that the description does not know', async () => {
    const text = good.replace('resolved: resolved_at', 'resovled: resolved_at').replace('4 - Low: 4', '4 - Low: 9');
    const found = unknownInDescription(mapOf(text), await termsAt('enhanced'));
    expect(found).toContainEqual(expect.objectContaining({ path: ['dated', 'resovled'], suggestion: 'resolved' }));
    expect(found).toContainEqual(
      expect.objectContaining({ path: ['severity', 'values', '4 - Low'], expected: '1, 2, 3, 4' }),
    );
  });

  test('columns that the log does not have', () => {
    const found = missingInLog(mapOf(good), ['number', 'sys_updated', 'assignment_group']);
    expect(found).toContainEqual(expect.objectContaining({ path: ['at'], suggestion: 'sys_updated' }));
  });
});
