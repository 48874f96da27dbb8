import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const bin = join(root, 'packages/server/bin/tamarack.mjs');
const folder = mkdtempSync(join(tmpdir(), 'tamarack-due-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SERVICE = 'services/almacare.yaml';
const FIRST_RESPONSE = ['--promise', 'first-response', '--level', 'enhanced'];
const AT = '2026-11-24T09:00Z';
const OPENING = { at: '2026-11-20T15:00:00Z', fact: 'incident.received', subject: '4711', data: { severity: 1 } };

/** Runs the verb as people do, from the workspace's folder. */
function due(args: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, 'due', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

function json(args: readonly string[], input = '') {
  const { stdout, stderr, status } = due([...args, '--format', 'json'], input);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return JSON.parse(stdout) as DueJson;
}

interface DueJson {
  readonly dueAt: string | null;
  readonly state: string | null;
  readonly elapsed: number | null;
  readonly remaining: number | null;
  readonly severity: number | null;
  readonly segments: readonly {
    readonly from: string;
    readonly to: string;
    readonly counts: boolean;
    readonly kind: string;
    readonly ahead: boolean;
  }[];
  readonly clocks: readonly {
    readonly subject: string;
    readonly turn: number;
    readonly state: string;
    readonly dueAt: string | null;
    readonly metAt: string | null;
  }[];
  readonly explanation: readonly string[];
}

function counted(segments: DueJson['segments']): number {
  const seconds = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1000;
  return segments.reduce((sum, { from, to, counts }) => (counts ? sum + seconds(to) - seconds(from) : sum), 0);
}

const lines = (...facts: readonly object[]) => facts.map((fact) => JSON.stringify(fact)).join('\n');
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('tamarack due', () => {
  it('says in words when a promise is due', () => {
    const { stdout, status } = due([
      SERVICE,
      ...FIRST_RESPONSE,
      '--severity',
      '1',
      '--at',
      '2026-11-24T10:00[Europe/Berlin]',
    ]);
    expect(stdout.split('\n')[0]).toBe(
      'First response, severity 1, level enhanced: due Tue 24 Nov 2026 09:30 UTC; 0 seconds of 30 minutes used; running',
    );
    expect(stdout).toContain('Add --explain');
    expect(status).toBe(0);
  });

  it('explains which business days were counted', () => {
    const { stdout } = due([
      SERVICE,
      ...FIRST_RESPONSE,
      '--severity',
      '4',
      '--at',
      '2026-11-24T15:00[America/New_York]',
      '--explain',
    ]);
    expect(stdout).toContain('counted: Wed 25 Nov, Fri 27 Nov; left out: Thu 26 Nov (Thanksgiving Day)');
    expect(stdout).toContain('  Fri 27 Nov 09:00 – 15:00 UTC-5  will count: 6 hours\n');
  });

  it('gives JSON whose segments explain the whole way to the deadline', () => {
    const result = json([
      SERVICE,
      ...FIRST_RESPONSE,
      '--severity',
      '4',
      '--at',
      '2026-11-24T20:00Z',
      '--now',
      '2026-11-25T15:00Z',
    ]);
    expect(result).toMatchObject({
      dueAt: '2026-11-27T20:00:00Z',
      state: 'running',
      severity: 4,
      elapsed: 3 * 3600,
      remaining: 13 * 3600,
    });
    expect(result.segments[0]?.from).toBe('2026-11-24T20:00:00Z');
    expect(result.segments.at(-1)?.to).toBe(result.dueAt);
    expect(counted(result.segments.filter(({ ahead }) => !ahead))).toBe(result.elapsed);
    expect(counted(result.segments)).toBe(16 * 3600);
    expect(result.segments.slice(1).every(({ from }, i) => from === result.segments[i]?.to)).toBe(true);
    expect(result.explanation[0]).toContain('First response, severity 4');
  });

  it('takes parameters of the contract, and the days that it agrees', () => {
    const args = [
      SERVICE,
      '--promise',
      'first-response',
      '--level',
      'enhanced',
      '--severity',
      '4',
      '--at',
      '2026-11-24T20:00Z',
    ];
    expect(json([...args, '--set', 'business-days=office-europe']).dueAt).toBe('2026-11-27T08:00:00Z');
  });

  it('counts every turn, and answers with 0 also where some are breached', () => {
    const result = json([
      SERVICE,
      '--promise',
      'standstill-reports',
      '--level',
      'enhanced',
      '--severity',
      '1',
      '--at',
      AT,
      '--now',
      '2026-11-27T10:00Z',
    ]);
    expect(result.clocks.map(({ turn, state }) => `${turn} ${state}`)).toEqual([
      '1 breached',
      '2 breached',
      '3 breached',
      '4 running',
    ]);
    expect(result.dueAt).toBe('2026-11-28T09:00:00Z');
  });

  it('answers that nothing is owed', () => {
    const result = json([
      SERVICE,
      '--promise',
      'progress-reports',
      '--level',
      'enhanced',
      '--severity',
      '4',
      '--at',
      AT,
    ]);
    expect(result).toMatchObject({ dueAt: null, state: null, elapsed: null, segments: [], clocks: [] });
    expect(result.explanation[0]).toContain('owed on request only');
  });

  it('draws the timeline into a file, or to standard output instead of the words', () => {
    const svg = join(folder, 'due.svg');
    const asked = [SERVICE, ...FIRST_RESPONSE, '--severity', '1', '--at', AT];
    expect(due([...asked, '--svg', svg]).stdout).toContain('First response');
    expect(due([...asked, '--svg', '-']).stdout).toBe(readFileSync(svg, 'utf8'));
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(due([...asked, '--svg', join(folder, 'none', 'due.svg')])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('tamarack due --facts', () => {
  const acknowledged = { at: '2026-11-20T16:12:00+01:00', fact: 'incident.acknowledged', subject: 4711 };

  it('follows what happened, read from a file or from standard input', () => {
    const text = `${lines(OPENING, acknowledged)}\n\n`;
    const asked = [SERVICE, ...FIRST_RESPONSE, '--at', '2026-11-21T00:00Z', '--facts'];
    const result = json([...asked, file('facts.jsonl', `\ufeff${text.replaceAll('\n', '\r\n')}`)]);
    expect(result).toMatchObject({
      state: 'met',
      elapsed: 720,
      dueAt: '2026-11-20T15:30:00Z',
      clocks: [{ subject: '4711', metAt: '2026-11-20T15:12:00Z' }],
    });
    expect(result.segments.at(-1)?.to).toBe('2026-11-20T15:12:00Z');
    expect(json([...asked, '-'], text)).toEqual(result);
  });

  it('asks which subject is meant', () => {
    const facts = lines(OPENING, { ...OPENING, subject: '4712' });
    const asked = [SERVICE, ...FIRST_RESPONSE, '--now', '2026-11-21T00:00Z', '--facts', '-'];
    expect(due(asked, facts)).toMatchObject({
      status: 2,
      stderr: 'tamarack: The facts are of several subjects: 4711, 4712. Name one with --subject.\n',
    });
    expect(json([...asked, '--subject', '4712'], facts).clocks.map(({ subject }) => subject)).toEqual(['4712']);
    expect(due([...asked, '--subject', '4721'], facts).stderr).toContain('Did you mean');
  });

  it('refuses every line that is no fact, with its number', () => {
    const facts = [
      lines(
        OPENING,
        { ...acknowledged, at: '2026-11-20T14:00:00Z' },
        { ...acknowledged, fact: 'incident.aknowledged' },
        { ...acknowledged, severity: 2 },
        { ...acknowledged, abuot: 'x' },
      ),
      lines(
        { ...acknowledged, at: '2026-11-20T16:12:00' },
        { ...acknowledged, data: { severity: 9 } },
        { ...acknowledged, data: { emergency: true } },
        { at: acknowledged.at, fact: acknowledged.fact },
      ),
      '[]',
      '{"at":',
    ].join('\n');
    const { stderr, stdout, status } = due(
      [SERVICE, ...FIRST_RESPONSE, '--now', '2026-11-21T00:00Z', '--facts', '-'],
      facts,
    );
    const expected = [
      '2: this happened before line 1',
      '3: there is no fact "incident.aknowledged"',
      '4: "severity" stands in data',
      '5: There is no key "abuot"',
      '6: "2026-11-20T16:12:00" is a time of no zone',
      '7: There is no severity "9"',
      '8: "data.emergency" is true; write "yes"',
      '9: "subject" is missing',
      '10: expected an object',
      '11: this is no JSON',
    ];
    expect(stderr.trimEnd().split('\n')).toEqual(
      expected.map((start) => expect.stringContaining(`tamarack: standard input:${start}`) as string),
    );
    expect(stderr).toContain('Did you mean "incident.acknowledged"?');
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  });
});

describe('tamarack due refuses', () => {
  const known = [...FIRST_RESPONSE, '--severity', '1', '--at', AT];

  it.each<[string, readonly string[], string]>([
    ['an unknown promise', ['--promise', 'first-respons', '--at', AT], 'Did you mean "first-response"?'],
    ['an unknown level', ['--promise', 'first-response', '--level', 'enhancd', '--at', AT], 'Did you mean "enhanced"?'],
    [
      'to guess the level',
      ['--promise', 'first-response', '--at', AT],
      'several levels: essential, enhanced. Name one with --level.',
    ],
    ['to guess the severity', [...FIRST_RESPONSE, '--at', AT], 'differs by severity: 1, 2, 3, 4'],
    [
      'an unknown severity',
      [...FIRST_RESPONSE, '--at', AT, '--severity', '7'],
      'There is no severity "7"; there are 1, 2, 3, 4.',
    ],
    ['an unknown parameter', [...known, '--set', 'busines-days=x'], 'Did you mean "business-days"?'],
    [
      'a value that does not fit',
      [...known, '--set', 'business-days=office-asia'],
      'no calendar is called "office-asia"',
    ],
    ['no pair', [...known, '--set', 'business-days'], 'expected name=value'],
    ['an unknown field of the account', [...known, '--account', 'segmnt=x'], 'Did you mean "segment"?'],
    [
      'a time of no zone',
      [...FIRST_RESPONSE, '--severity', '1', '--at', '2026-11-24T09:00'],
      'is a time of no zone. Write 2026-11-24T09:00Z',
    ],
    ['a date', [...FIRST_RESPONSE, '--severity', '1', '--at', '2026-11-24'], 'a date without a time'],
    [
      'a time shown twice',
      [...FIRST_RESPONSE, '--severity', '1', '--at', '2026-10-25T02:30[Europe/Berlin]'],
      'twice or not at all',
    ],
    [
      'an unknown zone',
      [...FIRST_RESPONSE, '--severity', '1', '--at', '2026-10-25T02:30[Europe/Berln]'],
      'is not a time zone',
    ],
    [
      'a date that does not exist',
      [...FIRST_RESPONSE, '--severity', '1', '--at', '2026-02-30T02:30Z'],
      'there is no such date',
    ],
    ['to ask before it opens', [...known, '--now', '2026-11-23T00:00Z'], 'lies before --at'],
    ['no instant', [...FIRST_RESPONSE, '--severity', '1'], '--at is missing'],
    ['a gate without facts', ['--promise', 'entitlement', '--level', 'enhanced', '--at', AT], 'is a gate'],
    ['two readings of one input', [...known.slice(0, 4), '--facts', '-', '--now', AT], 'can be read only once'],
  ])('%s', (_, args, sentence) => {
    const { stdout, stderr, status } = due([args.includes('--facts') ? '-' : SERVICE, ...args]);
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/^tamarack: /);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  });

  it('to make up what the contract has to agree, and says how to give it', () => {
    const text = readFileSync(join(root, SERVICE), 'utf8').replace('    agreed: office-america\n', '');
    const { stderr, status } = due([file('open.yaml', text), ...known]);
    expect(stderr).toMatch(/business-days \(a calendar: The office.*--set name=value/);
    expect(status).toBe(2);
  });

  it('to make up an announcement, and says how to give it', () => {
    const { stderr, status } = due([
      'services/tuxcare-tam.yaml',
      '--promise',
      'temporary-manager',
      '--level',
      'dedicated-tam',
      '--at',
      AT,
    ]);
    expect(stderr).toMatch(/is due ahead of leave\.begins.* Give it with --facts, such as \{"at"/);
    expect(status).toBe(2);
  });

  it('a description with errors, with its findings and 1; a file that is not there, with 2', () => {
    const broken = file('broken.yaml', readFileSync(join(root, SERVICE), 'utf8').replace('within:\n', 'wthin:\n'));
    const { stdout, stderr, status } = due([broken, ...known]);
    expect(stderr).toContain('broken.yaml:');
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(due([join(folder, 'none.yaml'), ...known])).toMatchObject({ status: 2 });
  });
});
