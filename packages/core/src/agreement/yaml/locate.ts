/** From a path in the value ("promises", "first-response", "within") to its place in the text. */
import { isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { DIAGNOSTICS, type Diagnostic, type Finding } from '../diagnostics.ts';
import { lineOf, positionIn } from './line-starts.ts';

/** A text with the tree that was parsed from it. */
export type Source = {
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly root: ParsedNode | null;
};

type Placed = Omit<Finding, 'path'> & { readonly offset: readonly [number, number] };

/** Gives findings their lines and columns. */
export function placeFindings(source: Source, findings: readonly (Finding | Placed)[]): Diagnostic[] {
  return findings.map((finding) => {
    const [from, until] = 'offset' in finding ? finding.offset : rangeOf(source, finding.path, finding.at ?? 'value');
    const start = positionIn(source.lineStarts, from);
    const line = lineOf(source.text, source.lineStarts, start.line);
    const to = positionIn(source.lineStarts, Math.max(from, until));
    // A finding ends with the line on which it starts; the parser points behind the last line of an unfinished text.
    const lastColumn = line.length + 1;
    const end = { line: start.line, column: to.line === start.line ? Math.min(to.column, lastColumn) : lastColumn };
    return {
      code: finding.code,
      level: DIAGNOSTICS[finding.code].level,
      sentence: finding.sentence,
      ...(finding.expected === undefined ? {} : { expected: finding.expected }),
      ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
      start: { line: start.line, column: Math.min(start.column, lastColumn) },
      end,
      source: line,
    };
  });
}

/** The range of a value or of its key; where the path leads nowhere, that of the nearest ancestor's key. */
function rangeOf(source: Source, path: readonly (string | number)[], at: 'key' | 'value'): readonly [number, number] {
  let node: Node | null = source.root;
  let range: readonly [number, number] = [0, 0];
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = pairsOf(node).get(String(step));
      if (!pair) return range;
      const key = nodeRange(pair.key) ?? range;
      const value = nodeRange(pair.value);
      range = last && at === 'value' && value && value[1] > value[0] && isScalar(pair.value) ? value : key;
      node = asNode(pair.value);
    } else if (isSeq(node)) {
      const item = asNode(node.items[Number(step)]);
      range = nodeRange(item) ?? range;
      node = item;
    } else return range;
  }
  return range;
}

/** The entries of each mapping by key, made once: thousands of findings in one mapping look into it thousands of times. */
const entries = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = entries.get(map);
  if (known) return known;
  const pairs = new Map<string, Pair>();
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
    // Of a key that stands twice the last one counts, as it does for the value.
    if (key !== undefined) pairs.set(key, pair);
  }
  entries.set(map, pairs);
  return pairs;
}

function asNode(value: unknown): Node | null {
  return isMap(value) || isSeq(value) || isScalar(value) ? value : null;
}

function nodeRange(value: unknown): readonly [number, number] | undefined {
  const range = asNode(value)?.range;
  return range ? [range[0], range[1]] : undefined;
}
