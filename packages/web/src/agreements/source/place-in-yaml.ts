/** Where the cursor stands in a YAML text, by indentation: good enough for texts that are half written. */
export type PlaceInYaml = {
  /** The keys above, from the outside in; an entry of a list is "[]". */
  readonly path: readonly string[];
  /** A key is being written, or the value of one. */
  readonly writes: 'key' | 'value';
  /** Keys that stand beside it already. */
  readonly beside: readonly string[];
  /** Where the word begins that is being written, counted from the start of the text. */
  readonly from: number;
};

type Line = { readonly indent: number; readonly text: string };
const KEY = /^("[^"]*"|'[^']*'|[^\s#:{}[\],'"-][^:{}[\],'"]*|[^\s#:{}[\],'"]+):(?=\s|$)/;

/** Undefined in a comment. Texts within `|` and `>` are not recognised: completion offers nothing that fits there anyway. */
export function placeInYaml(text: string, at: number): PlaceInYaml | undefined {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const written = text.slice(lineStart, at);
  if (/(^|\s)#/.test(written)) return undefined;
  const before = text.slice(0, lineStart).split('\n').slice(0, -1).map(lineOf);
  const after = text.slice(at).split('\n').slice(1).map(lineOf);
  const { indents, rest } = dashes(written);
  const above = pathAbove(before, indents[0] ?? 0);
  const path = [...above, ...indents.slice(1).map(() => '[]')];
  const key = KEY.exec(rest);
  if (!key) {
    const indent = indents.at(-1) ?? 0;
    const isEntry = indents.length > 1;
    const beside = isEntry ? keysAt(after, indent) : [...keysAt(before.toReversed(), indent), ...keysAt(after, indent)];
    return inFlow(rest, at, path) ?? { path, writes: 'key', beside, from: at - rest.length };
  }
  const value = rest.slice(key[0].length);
  const within = [...path, unquoted(key[1] ?? '')];
  return (
    inFlow(value, at, within) ?? { path: within, writes: 'value', beside: [], from: at - value.trimStart().length }
  );
}

/** `{a: 1, b|` and `[x, y|` on one line. */
function inFlow(text: string, at: number, path: readonly string[]): PlaceInYaml | undefined {
  const open: { readonly kind: string; readonly from: number }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '{' || character === '[') open.push({ kind: character, from: index + 1 });
    if (character === '}' || character === ']') open.pop();
  }
  const innermost = open.at(-1);
  if (!innermost) return undefined;
  const outer = open.slice(0, -1).map(({ kind, from }, index) => {
    const key = kind === '{' ? keyOfLast(text.slice(from, (open[index + 1]?.from ?? 1) - 1)) : undefined;
    return key ?? '[]';
  });
  const within = [...path, ...outer];
  const parts = text.slice(innermost.from).split(',');
  const word = (parts.at(-1) ?? '').trimStart();
  if (innermost.kind === '[') return { path: [...within, '[]'], writes: 'value', beside: [], from: at - word.length };
  const key = KEY.exec(word);
  const beside = parts.slice(0, -1).flatMap((part) => keyOfLast(part) ?? []);
  if (!key) return { path: within, writes: 'key', beside, from: at - word.length };
  const value = word.slice(key[0].length).trimStart();
  return { path: [...within, unquoted(key[1] ?? '')], writes: 'value', beside: [], from: at - value.length };
}

/** The key of the last entry: "b" of "a: 1, b: ". */
function keyOfLast(entries: string): string | undefined {
  const key = KEY.exec((entries.split(',').at(-1) ?? '').trimStart());
  return key ? unquoted(key[1] ?? '') : undefined;
}

/** "  - - a: b" has its parts at 2, 4 and 6. */
function dashes(text: string): { readonly indents: readonly number[]; readonly rest: string } {
  const indents = [text.length - text.trimStart().length];
  let rest = text.trimStart();
  for (let dash = /^-\s+/.exec(rest); dash; dash = /^-\s+/.exec(rest)) {
    indents.push((indents.at(-1) ?? 0) + dash[0].length);
    rest = rest.slice(dash[0].length);
  }
  return { indents, rest };
}

/** The keys and list entries to which a line of this indent belongs. */
function pathAbove(lines: readonly Line[], indent: number): readonly string[] {
  const path: string[] = [];
  let left = indent;
  for (const line of lines.toReversed()) {
    if (line.text === '' || line.indent > left) continue;
    const { indents, rest } = dashes(' '.repeat(line.indent) + line.text);
    const key = KEY.exec(rest);
    const column = indents.at(-1) ?? 0;
    if (indents.length > 1 && line.indent < left) {
      if (key && column < left) path.unshift(unquoted(key[1] ?? ''));
      path.unshift(...indents.slice(1).map(() => '[]'));
      left = line.indent;
      // An entry may stand under its key without further indent.
      continue;
    }
    const isParent = line.indent < left || (path[0] === '[]' && line.indent === left);
    if (key && isParent && indents.length === 1) {
      path.unshift(unquoted(key[1] ?? ''));
      left = line.indent;
      if (left === 0) break;
    }
  }
  return path;
}

function keysAt(lines: readonly Line[], indent: number): readonly string[] {
  const keys: string[] = [];
  for (const line of lines) {
    if (line.text === '' || line.indent > indent) continue;
    const { indents, rest } = dashes(' '.repeat(line.indent) + line.text);
    const key = KEY.exec(rest);
    if (key && (indents.at(-1) ?? 0) === indent) keys.push(unquoted(key[1] ?? ''));
    if (line.indent < indent) break;
  }
  return keys;
}

function lineOf(text: string): Line {
  const content = text.replace(/(^|\s)#.*$/, '').trimEnd();
  return { indent: content.length - content.trimStart().length, text: content.trimStart() };
}

function unquoted(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key.trim();
}
