/**
 * Text that YAML reads otherwise than people do: `010` is ten or eight, `no` is a word or false,
 * `1_000` and `1:30` were numbers once, `&a` and `*a` can grow a line into gigabytes.
 */
import { isAlias, isCollection, isMap, isScalar, visit, type Document, type YAMLMap } from 'yaml';
import type { Finding } from '../diagnostics.ts';
import { unseenIn } from './controls.ts';

type Trap = Omit<Finding, 'path'> & { readonly offset: readonly [number, number] };

const ODD_NUMBER = /^[-+]?(0\d+|0o[0-7]+|0x[0-9a-f]+|0b[01]+|\d[\d_]*_[\d_]*|\d+(\.\d+)?e[-+]?\d+|\.inf|\.nan)$/i;
const OLD_BOOLEAN = /^(y|n|on|off)$/i;
/** A directive stands before everything but comments and empty lines. */
const DIRECTIVE = /^(?:[ \t]*(?:#.*)?\r?\n)*(%.*)/;
/** Tags and anchors stand before their value, in either order. */
const TAG = /!\S*(?=\s+(?:&\S+\s+)?$|$)/;
const ANCHOR = /&\S+(?=\s+(?:!\S*\s+)?$|$)/;

/** Libraries leave this key out without a word, so a promise of this name would vanish; the reader drops it at once. */
export const LOST_KEY = '__proto__';

/** Finds what the language does not take from YAML. */
export function findTraps(document: Document.Parsed, text: string): Trap[] {
  const traps: Trap[] = [];
  const directive = DIRECTIVE.exec(text);
  if (directive) {
    const [all, written = ''] = directive;
    traps.push({
      code: 'yaml.tag',
      sentence: 'directives are not part of the language',
      expected: 'the document itself',
      offset: [all.length - written.length, all.length],
    });
  }
  visit(document, {
    Node(place, node) {
      const offset: [number, number] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
      if (isAlias(node) || ((isScalar(node) || isCollection(node)) && node.anchor !== undefined)) {
        traps.push({
          code: 'yaml.anchor',
          sentence: 'anchors and aliases are not part of the language',
          expected: 'the value written out',
          offset: isAlias(node) ? offset : before(text, offset, ANCHOR),
        });
        return visit.SKIP;
      }
      if (node.tag !== undefined) {
        const [from, to] = before(text, offset, TAG);
        traps.push({
          code: 'yaml.tag',
          sentence: `the tag ${text.slice(from, to)} is not part of the language`,
          expected: 'a plain value',
          offset: [from, to],
        });
      }
      if (isMap(node)) findDuplicates(node, traps);
      const unseen = isScalar(node) && typeof node.value === 'string' ? unseenIn(node.value) : undefined;
      if (unseen !== undefined) traps.push({ code: 'file.encoding', sentence: unseen, offset });
      if (isScalar(node) && node.type === 'PLAIN') trapOfPlain(node.source ?? '', place === 'key', offset, traps);
      return undefined;
    },
  });
  return traps;
}

/** What the pattern finds right before a value; the value itself where it finds nothing. */
function before(text: string, value: readonly [number, number], pattern: RegExp): readonly [number, number] {
  const start = Math.max(0, value[0] - 200);
  const found = pattern.exec(text.slice(start, value[0]));
  return found ? [start + found.index, start + found.index + found[0].length] : value;
}

function findDuplicates(map: YAMLMap, traps: Trap[]): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const offset: [number, number] = [key.range?.[0] ?? 0, key.range?.[1] ?? 0];
    if (name === LOST_KEY)
      traps.push({
        code: 'grammar.word',
        sentence: `"${name}" is not a name`,
        expected: 'another name: programs lose what stands under this one',
        offset,
      });
    else if (name === '<<')
      traps.push({
        code: 'yaml.anchor',
        sentence: 'merge keys are not part of the language',
        expected: 'the keys written out',
        offset,
      });
    else if (seen.has(name))
      traps.push({
        code: 'yaml.duplicate-key',
        sentence: `"${name}" stands twice in the same mapping`,
        expected: 'each key once',
        offset,
      });
    seen.add(name);
  }
}

/** A number that is exact, or the text in quotes; a longer number is no number that anybody means. */
function suggestedNumber(source: string, decimal: string): string | undefined {
  if (source.length > 15) return undefined;
  return /^\d+$/.test(decimal) ? decimal : `"${source}"`;
}

function trapOfPlain(source: string, isKey: boolean, offset: [number, number], traps: Trap[]): void {
  if (ODD_NUMBER.test(source)) {
    const decimal = source.replace(/^([-+]?)0+(?=\d)/, '$1').replaceAll('_', '');
    traps.push({
      code: 'yaml.ambiguous-number',
      sentence: `YAML versions disagree on what "${source}" is`,
      expected: 'a plain decimal number, or a text in quotes',
      suggestion: suggestedNumber(source, decimal),
      offset,
    });
  } else if (!isKey && OLD_BOOLEAN.test(source)) {
    traps.push({
      code: 'yaml.ambiguous-word',
      sentence: `"${source}" is true or false to older YAML programs`,
      expected: 'the word in quotes',
      suggestion: `"${source}"`,
      offset,
    });
  }
}
