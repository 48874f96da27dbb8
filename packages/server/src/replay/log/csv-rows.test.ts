import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { csvRows } from './csv-rows.ts';
import { LogProblem } from './log-problem.ts';

function read(text: string, piece = text.length || 1) {
  const rows: { line: number; cells: string[] }[] = [];
  const refused: { line: number; sentence: string }[] = [];
  let header: readonly string[] = [];
  const csv = csvRows(',', {
    header: (columns) => (header = columns),
    row: (cells, line) => rows.push({ line, cells: [...cells] }),
    refuse: (line, _, sentence) => refused.push({ line, sentence }),
  });
  for (let at = 0; at < text.length; at += piece) csv.take(text.slice(at, at + piece));
  csv.end();
  return { header, rows, refused };
}

describe('rows of a CSV', () => {
  test('line numbers count the lines inside quoted cells', () => {
    const text = 'a,b\n1,"x\ny\nz"\n2,"p"\n3,q\n';
    const lines = [
      { line: 2, cells: ['1', 'x\ny\nz'] },
      { line: 5, cells: ['2', 'p'] },
      { line: 6, cells: ['3', 'q'] },
    ];
    for (const piece of [1, 2, 3, 7, 100]) expect(read(text, piece).rows).toEqual(lines);
  });

  test('CR LF, blank lines, no line break at the end', () => {
    const { header, rows } = read('a,b\r\n1,"x"\r\n\r\n2,y');
    expect(header).toEqual(['a', 'b']);
    expect(rows).toEqual([
      { line: 2, cells: ['1', 'x'] },
      { line: 4, cells: ['2', 'y'] },
    ]);
  });

  test('ragged rows are refused with their line', () => {
    expect(read('a,b\n1\n1,2,3\n1,2\n')).toMatchObject({
      rows: [{ line: 4 }],
      refused: [
        { line: 2, sentence: 'the row has 1 cell, the header has 2' },
        { line: 3, sentence: 'the row has 3 cells, the header has 2' },
      ],
    });
  });

  test('a quote that is never closed costs its line, not the rest of the log', () => {
    const { rows, refused } = read('a,b\n1,"x\n2,y\n3,z\n');
    expect(refused).toEqual([{ line: 2, sentence: 'a quote opens here and is never closed' }]);
    expect(rows).toEqual([
      { line: 3, cells: ['2', 'y'] },
      { line: 4, cells: ['3', 'z'] },
    ]);
  });

  test('the same with more behind it than a row can have', () => {
    const many = Array.from({ length: 300_000 }, (_, i) => `${i},x\n`).join('');
    const { rows, refused } = read(`a,b\n1,"x\n${many}`, 65_536);
    expect(refused).toHaveLength(1);
    expect(rows).toHaveLength(300_000);
    expect(rows.at(-1)?.line).toBe(300_002);
  });

  test('a quote that is not doubled', () => {
    expect(read('a,b\n"x"y",2\n3,4\n').refused).toEqual([
      { line: 2, sentence: 'a quote inside a quoted cell is not doubled' },
    ]);
  });

  test.each([
    ['too many columns', `${'a,'.repeat(100_000)}a\n`, /100001 columns/],
    ['a million columns', `${'a,'.repeat(1_000_000)}a\n`, /more than 1000000 characters/],
    ['a line without end', 'x'.repeat(1_000_001), /more than 1000000 characters/],
    ['nothing but blank lines', '\n'.repeat(200_000), /more than 100000 lines are blank/],
    ['quotes that are no quotes', `a,b\n${'1,"x" y\n'.repeat(250)}`, /more than 100 quotes are never closed/],
  ])('%s', (_, text, message) => {
    expect(() => read(text, 65_536)).toThrow(LogProblem);
    expect(() => read(text, 65_536)).toThrow(message);
  });

  test('whatever is written can be read, in any pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r\n', 'é', '😀') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), fc.integer({ min: 1, max: 20 }), (cells, piece) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = `a,b\n${cells.map((row) => `${row.map(quoted).join(',')}\n`).join('')}`;
        expect(read(text, piece).rows.map((row) => row.cells)).toEqual(cells);
      }),
    );
  });
});
