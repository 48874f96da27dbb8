import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from './column.ts';
import { sortedRows } from './sorted-rows.ts';

type Row = { readonly at: number; readonly name?: string };
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Name', cell: () => null, sortBy: ({ name }) => name },
  { id: 'at', header: 'At', cell: () => null },
];
const sorted = (rows: readonly Row[], by: string, descending = false) => sortedRows(columns, rows, { by, descending });

test('as people read names: numbers by their size, capitals beside small letters', () => {
  const rows = ['node 10', 'Node 9', 'alder', 'Birch'].map((name, at) => ({ at, name }));
  expect(sorted(rows, 'name').map(({ name }) => name)).toEqual(['alder', 'Birch', 'Node 9', 'node 10']);
  expect(sorted(rows, 'name', true).map(({ name }) => name)).toEqual(['node 10', 'Node 9', 'Birch', 'alder']);
});

test('no sort, or a column that does not sort, leaves the very list', () => {
  const rows = [{ at: 1 }, { at: 0 }];
  expect(sortedRows(columns, rows, undefined)).toBe(rows);
  expect(sorted(rows, 'at')).toBe(rows);
});

test('rows without a value come last either way, and those that are alike stay in their order', () => {
  const row = fc.record({ name: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(row), fc.boolean(), (some, descending) => {
      const rows = some.map(({ name }, at) => (name === undefined ? { at } : { at, name }));
      const [names, places] = [sorted(rows, 'name', descending), descending ? ['b', 'a'] : ['a', 'b']];
      expect(names).toEqual([...places, undefined].flatMap((each) => rows.filter(({ name }) => name === each)));
    }),
  );
});
