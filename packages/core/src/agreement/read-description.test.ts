import { describe, expect, test } from 'vitest';
import { SMALL_DESCRIPTION } from './examples/small-description.ts';
import { readDescription } from './read-description.ts';

/** Codes and lines of the findings of a changed small description. */
function findingsOf(...changes: readonly (readonly [from: string, to: string])[]): string[] {
  const text = changes.reduce((changed, [from, to]) => changed.replace(from, () => to), SMALL_DESCRIPTION);
  expect(text).not.toBe(SMALL_DESCRIPTION);
  return readDescription(text).diagnostics.map(({ code, start }) => `${code} ${start.line}:${start.column}`);
}

describe('every error in one run', () => {
  test('of the text, the grammar, the calendars and the names, sorted by place', () => {
    const found = findingsOf(
      ['owner: Service manager', 'ownr: Service manager'],
      ['zone: Europe/Berlin', 'zone: Europe/Bonn'],
      ['agreed: 1}', 'agreed: 01}'],
      ['{1: 2 hours', '{1: 2h'],
      ['escalate: ladder', 'escalate: lader'],
      ['while: licence.valid', 'while: licence.vali'],
    );
    expect(found).toEqual([
      'grammar.unknown-key 6:3',
      'calendar.invalid 18:18',
      'yaml.ambiguous-number 22:68',
      'grammar.word 58:25',
      'name.unknown 63:22',
      'name.unknown-state 88:12',
    ]);
  });

  test('a promise with a mistake in its grammar is still searched for names', () => {
    expect(findingsOf(['{1: 2 hours', '{1: 2h'], ['escalate: ladder', 'escalate: lader'])).toEqual([
      'grammar.word 58:25',
      'name.unknown 63:22',
    ]);
  });

  test('two mistakes in one list are two findings', () => {
    expect(findingsOf(['makes: [incident.received]', 'makes: [Incident, incident received]'])).toHaveLength(2);
  });

  test('warnings wait until there is no error, except those about the text itself', () => {
    const unused = ['  audit:', '  review: {name: Review, is: meeting}\n  audit:'] as const;
    expect(findingsOf(unused)).toEqual(['declared.unused 53:3']);
    expect(findingsOf(unused, ['owner: Service manager', 'owner: [a]'])).toEqual(['grammar.value 6:3']);
    expect(findingsOf(['public', 'on'], ['owner: Service manager', 'owner: [a]'])).toEqual([
      'grammar.value 6:3',
      'yaml.ambiguous-word 8:19',
    ]);
  });
});

describe('one mistake is one finding', () => {
  test('a bad duration in a response is not a request with keys too many', () => {
    expect(findingsOf(['plus: {1: 30 minutes', 'plus: {1: half an hour'])).toEqual(['grammar.word 58:57']);
  });

  test('a misspelt key that opens a promise does not turn it into another form', () => {
    expect(findingsOf(['    limit: hours.logged', '    limits: hours.logged'])).toEqual(['grammar.unknown-key 80:5']);
    expect(findingsOf(['    every: 1 hour', '    evry: 1 hour'])).toEqual(['grammar.unknown-key 67:5']);
  });

  test('a calendar in a circle is reported once, its parts are not', () => {
    const circle = '{union: [office, both]}';
    expect(findingsOf(['{union: [office, always]}', circle])).toEqual(['calendar.invalid 20:26']);
  });

  test('a severity that nobody declares is said at every place that speaks of it', () => {
    const found = findingsOf(['    2: {name: Slow', '    3: {name: Slow']);
    expect(found).toEqual(['name.unknown 58:34', 'name.unknown 58:69']);
  });
});

describe('what was taken out for one mistake is not missed elsewhere', () => {
  test('a severity whose clause has a mistake is still a severity', () => {
    expect(findingsOf(['    1: {name: Down, criteria: [Nothing works.]}', '    1: {name: Down}'])).toEqual([
      'grammar.missing-key 39:5',
    ]);
  });

  test('a calendar that cannot be read is not a calendar that is left out', () => {
    expect(
      findingsOf([
        'calendar: office\n    by: {provider: engineer}',
        'calendar: [office]\n    by: {provider: engineer}',
      ]),
    ).toEqual(['grammar.value 60:5']);
  });

  test('a section that is misspelt does not hide names elsewhere', () => {
    expect(findingsOf(['scope:', 'scop:'], ['escalate: ladder', 'escalate: lader'])).toEqual([
      'grammar.unknown-key 30:1',
      'name.unknown 63:22',
    ]);
  });
});

describe('findings lie where the mistake is, and say what belongs there', () => {
  test.for([
    ['until: incident.acknowledged', 'until: 3', 'the fact that meets it'],
    ['visits: {is: times', 'visits: {is: number', 'times, duration, quantity, calendar, text'],
    ['{basic: {1: 2 hours', '{basic: {1: [2 hours]', undefined],
    ['title: First response', 'title: First: response', 'key: value on a line of its own'],
    ['summary: A service.', "summary: 'It's a service.'", 'an end of the value'],
  ] as const)('%s → %s', ([from, to, expected]) => {
    const [finding, ...others] = readDescription(SMALL_DESCRIPTION.replace(from, () => to)).diagnostics;
    expect(others).toEqual([]);
    if (expected !== undefined) expect(finding?.expected).toContain(expected);
    expect(finding?.sentence).not.toContain('Invalid input');
  });

  test('lines are counted to the end, whatever is left open', () => {
    const { diagnostics } = readDescription(
      SMALL_DESCRIPTION.replace('distribution: [Customers]', 'distribution: [Customers'),
    );
    for (const { start, source } of diagnostics) expect(source).toBe(lineOfSmall(start.line));
  });
});

function lineOfSmall(line: number): string {
  return SMALL_DESCRIPTION.replace('distribution: [Customers]', 'distribution: [Customers').split('\n')[line - 1] ?? '';
}

describe('a file that is something else', () => {
  test.for([
    ['a list', '- a\n- b\n'],
    ['a word', 'hello'],
    ['a number', '42'],
    ['null', '~'],
    ['a comment only', '# nothing\n'],
    ['JSON of another kind', '{"a": [1, 2]}'],
    ['keys that objects inherit', '__proto__: 1\nconstructor: 2\ntoString: {}\n'],
    ['a key without a name', ': 1\n'],
    ['keys that are collections', '? [a, b]\n: 1\n'],
  ])('%s is refused with a place', ([, text = '']) => {
    const { ready, diagnostics } = readDescription(text);
    expect(ready).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics[0]).toMatchObject({ level: 'error', start: { line: expect.any(Number) } });
  });

  test('a description in JSON is a description: JSON is YAML', () => {
    expect(readDescription('{"tamarack": 1}').diagnostics.map(({ code }) => code)).toContain('grammar.missing-key');
  });
});

test('a byte-order mark and Windows line ends change no place and no value', () => {
  const text = `\uFEFF${SMALL_DESCRIPTION.replaceAll('\n', '\r\n')}`;
  expect(readDescription(text).diagnostics).toEqual([]);
  const [finding] = readDescription(text.replace('every: 1 hour', 'every: 1h')).diagnostics;
  expect(finding).toMatchObject({ code: 'grammar.word', start: { line: 67, column: 12 }, source: '    every: 1h' });
});

test('keys named like inherited ones are ordinary names, and change nothing else', () => {
  const text = SMALL_DESCRIPTION.replace('  basic: {name: Basic}', '  basic: {name: Basic}\n  constructor: {name: C}');
  expect(readDescription(text).diagnostics).toEqual([]);
  expect(Object.prototype).not.toHaveProperty('name');
});
