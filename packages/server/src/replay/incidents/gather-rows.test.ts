import { describe, expect, test } from 'vitest';
import { inOrder, type Draft, type RowReader } from './draft.ts';
import { gatherByTime, gatherNeighbours } from './gather-rows.ts';

/** Rows are [instant, over]. */
const reader: RowReader<Draft> = {
  begin: (id, line) => ({ id, firstLine: line, lastLine: line, at: -Infinity, over: false, facts: [], groups: [] }),
  take(draft, [at = '', over = ''], line) {
    Object.assign(draft, { at: Number(at), over: over === 'over', lastLine: line });
    draft.facts.push({ at: Number(at), fact: 'incident.received', subject: draft.id });
    return undefined;
  },
  finish: ({ id, firstLine, lastLine, facts, groups }) => ({ id, firstLine, lastLine, facts, groups }),
};

describe('incidents are settled', () => {
  test('when the next one begins; what comes back after that is refused', () => {
    const settled: string[] = [];
    const gathering = gatherNeighbours(reader, ({ id }) => settled.push(id));
    const reasons = ['a', 'a', 'b', 'a', 'a', 'b', 'c'].map((id, i) => gathering.take(id, ['1'], i)?.reason);
    gathering.end();
    expect(settled).toEqual(['a', 'b', 'c']);
    expect(reasons).toEqual([undefined, undefined, undefined, 'came-back', 'came-back', 'came-back', undefined]);
  });

  test('so long after they were over, counted anew where they are reopened', () => {
    const settled: string[] = [];
    const gathering = gatherByTime(reader, 10, ({ id, facts }) => settled.push(`${id}${facts.length}`));
    const rows: [string, number, boolean][] = [
      ['a', 0, true],
      ['b', 1, true],
      ['a', 5, false],
      ['c', 12, false],
      ['a', 13, true],
      ['c', 30, false],
      ['a', 31, false],
    ];
    const reasons = rows.map(([id, at, over], i) => gathering.take(id, [String(at), over ? 'over' : ''], i)?.reason);
    expect(settled).toEqual(['b1', 'a3']);
    expect(reasons.at(-1)).toBe('came-back');
    gathering.end();
    expect(settled).toEqual(['b1', 'a3', 'c2']);
  });

  test('before there are too many of them, the quietest first, and none of them twice', () => {
    const settled: string[] = [];
    const gathering = gatherByTime(reader, 10, ({ id }) => settled.push(id), 10);
    for (let i = 0; i < 100; i += 1) gathering.take(`i${i}`, [String(i), i % 2 === 0 ? 'over' : ''], i);
    expect(gathering.held().most).toBeLessThanOrEqual(11);
    gathering.end();
    expect(settled).toHaveLength(100);
    expect(new Set(settled).size).toBe(100);
  });
});

test('facts in the order of time; those of one second as they were', () => {
  const facts = [3, 1, 2, 1].map((at, i) => ({ at, fact: `f${i}`, subject: 's' }));
  expect(inOrder(facts).map(({ at, fact }) => `${at}${fact}`)).toEqual(['1f1', '1f3', '2f2', '3f0']);
});
