/** From a path in the value ("promises", "first-response", "within") to its place in the text. */
import { isMap, isScalar, isSeq, type LineCounter, type Node, type Pair, type ParsedNode } from 'yaml';
import { DIAGNOSTICS, type Diagnostic, type Finding, type Position } from '../diagnostics.ts';

/** A text with the tree that was parsed from it. */
export type Source = { readonly text: string; readonly lines: LineCounter; readonly root: ParsedNode | null };

type Placed = Omit<Finding, 'path'> & { readonly offset: readonly [number, number] };

/** Gives findings their lines and columns. */
export function placeFindings(source: Source, findings: readonly (Finding | Placed)[]): Diagnostic[] {
  return findings.map((finding) => {
    const [from, to] = 'offset' in finding ? finding.offset : rangeOf(source, finding.path, finding.at ?? 'value');
    const start = positionOf(source, from);
    const end = positionOf(source, Math.max(from, to));
    return {
      code: finding.code,
      level: DIAGNOSTICS[finding.code].level,
      sentence: finding.sentence,
      ...(finding.expected === undefined ? {} : { expected: finding.expected }),
      ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
      start,
      end: end.line === start.line ? end : { line: start.line, column: lineAt(source, start.line).length + 1 },
      source: lineAt(source, start.line),
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
      const pair: Pair | undefined = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
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

function asNode(value: unknown): Node | null {
  return isMap(value) || isSeq(value) || isScalar(value) ? value : null;
}

function nodeRange(value: unknown): readonly [number, number] | undefined {
  const range = asNode(value)?.range;
  return range ? [range[0], range[1]] : undefined;
}

function positionOf(source: Source, offset: number): Position {
  const { line, col } = source.lines.linePos(offset);
  return line === 0 ? { line: 1, column: 1 } : { line, column: col };
}

function lineAt(source: Source, line: number): string {
  const from = source.lines.lineStarts[line - 1] ?? 0;
  const end = source.text.indexOf('\n', from);
  return source.text.slice(from, end === -1 ? undefined : end).replace(/\r$/, '');
}
