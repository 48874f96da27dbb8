import { DIAGNOSTICS, type Diagnostic, type DiagnosticCode } from '@tamarack/core';
import { isMap, isScalar, isSeq, type LineCounter, type Node, type ParsedNode } from 'yaml';

/** A map's text with the tree that was parsed from it. */
export interface MapSource {
  readonly text: string;
  readonly lines: LineCounter;
  readonly root: ParsedNode | null;
}

/** Something wrong in a map: where, what, and what was probably meant. */
export interface MapFinding {
  readonly code: DiagnosticCode;
  readonly path: readonly (string | number)[];
  readonly sentence: string;
  readonly expected?: string | undefined;
  readonly suggestion?: string | undefined;
}

/** Gives a finding its line and column: those of the value, or of the last key on the way to it. */
export function placeInMap(source: MapSource, finding: MapFinding): Diagnostic {
  const [from, to] = rangeOf(source.root, finding.path);
  return diagnosticAt(source, finding, from, to);
}

/** A finding whose offsets in the text are known. */
export function diagnosticAt(
  source: MapSource,
  { code, sentence, expected, suggestion }: Omit<MapFinding, 'path'>,
  from: number,
  to: number,
): Diagnostic {
  const { line, col } = source.lines.linePos(from);
  const start = { line: Math.max(1, line), column: Math.max(1, col) };
  const shown = source.text.split('\n', start.line)[start.line - 1]?.replace(/\r$/, '') ?? '';
  const column = Math.min(shown.length + 1, start.column + Math.max(1, to - from));
  return {
    code,
    level: DIAGNOSTICS[code].level,
    sentence,
    ...(expected === undefined ? {} : { expected }),
    ...(suggestion === undefined ? {} : { suggestion }),
    start,
    end: { line: start.line, column },
    source: shown,
  };
}

type Range = readonly [number, number];

function rangeOf(root: Node | null, path: readonly (string | number)[]): Range {
  let node: unknown = root;
  let range: Range = [0, 0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return range;
      range = nodeRange(isScalar(pair.value) ? pair.value : pair.key) ?? range;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      range = nodeRange(node) ?? range;
    } else return range;
  }
  return range;
}

function nodeRange(node: unknown): Range | undefined {
  const range = isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}
