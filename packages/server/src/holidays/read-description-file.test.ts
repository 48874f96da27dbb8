import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDescriptionFile } from './read-description-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tamarack-description-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Codes with their places; a calendar's own findings do not need the rest of a description. */
async function findingsOf(path: string): Promise<string[]> {
  const read = await readDescriptionFile(path);
  expect(read.ok).toBe(true);
  return read.ok ? read.diagnostics.map(({ code, start }) => `${code} ${start.line}:${start.column}`) : [];
}

describe('public holidays are at hand where the text asks for them', () => {
  const calendar = (holidays: string) => `calendars:\n  office: {zone: UTC, weekly: 24x7, holidays: ${holidays}}\n`;

  test.for([
    ['a country', '{country: DE, region: BY}', []],
    ['with the key in quotes', '{"country": DE}', []],
    ['an unknown region', '{country: DE, region: XX}', ['calendar.invalid 2:69']],
    ['a country in small letters', '{country: de}', ['calendar.invalid 2:57']],
    [
      'another list than the one agreed with',
      '{country: DE, list: "date-holidays 1.0.0"}',
      ['calendar.holiday-list 2:67'],
    ],
  ] as const)('%s', async ([name, holidays, expected]) => {
    const found = await findingsOf(written(`${name}.yaml`, calendar(holidays)));
    expect(found.filter((finding) => finding.startsWith('calendar.'))).toEqual(expected);
  });
});

describe('what is no text is a finding, what cannot be opened is not', () => {
  test('Latin-1, UTF-16 and 100 MB', async () => {
    expect(await findingsOf(written('latin1', Buffer.from('a: 1\nb: caf\xe9', 'latin1')))).toEqual([
      'file.encoding 2:7',
    ]);
    expect(await findingsOf(written('utf16', Buffer.from('\uFEFFa: 1', 'utf16le')))).toEqual(['file.encoding 1:1']);
    const large = written('large', '');
    truncateSync(large, 100_000_000);
    expect(await findingsOf(large)).toEqual(['file.too-large 1:1']);
    expect(await findingsOf(written('empty', ''))).toEqual(['file.empty 1:1']);
  });

  test('the largest description of three-byte characters is still read', async () => {
    const text = `# ${'語'.repeat(499_900)}\n`;
    expect(await findingsOf(written('wide', text))).not.toContain('file.too-large 1:1');
  });

  test('a file that is not there', async () => {
    const path = join(folder, 'nothing.yaml');
    expect(await readDescriptionFile(path)).toEqual({ ok: false, sentence: `${path}: there is no such file` });
  });
});
