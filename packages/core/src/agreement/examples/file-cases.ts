import type { FindingCase } from './finding-case.ts';

/** Cases of the file as a text and as YAML, before the grammar is asked. */
export const FILE_CASES: readonly FindingCase[] = [
  // The file
  { code: 'file.empty', why: 'an empty file', to: '‹›' },
  { code: 'file.empty', why: 'only white space and a byte-order mark', to: '‹›\uFEFF  \n\n' },
  { code: 'file.too-large', why: 'half a megabyte and one character', to: `‹›tamarack: 1 #${'x'.repeat(500_000)}` },
  { code: 'file.encoding', why: 'UTF-16 without a mark is full of NUL', to: 't‹\u0000›a\u0000' },
  { code: 'file.encoding', why: 'an escape sequence', from: 'name: Care', to: 'name: Care ‹\u001b›[31m' },
  {
    code: 'file.encoding',
    why: 'a text that reads from right to left',
    from: 'name: Care',
    to: 'name: Care ‹\u202e›x',
  },
  {
    code: 'file.encoding',
    why: 'a space that nobody sees',
    from: '- {version: "1.1"',
    to: '- {version: "‹\u200b›1.1"',
  },
  { code: 'file.encoding', why: 'a byte-order mark inside', from: 'name: Care', to: 'name: Care ‹\ufeff›x' },
  { code: 'file.encoding', why: 'a mark written as an escape', from: 'name: Care', to: 'name: ‹"Care\\u2066"›' },
  { code: 'file.encoding', why: 'half of a surrogate pair', from: 'name: Care', to: 'name: Care ‹\ud83d› x' },

  // YAML and its traps
  {
    code: 'yaml.syntax',
    why: 'a bracket that is not closed',
    from: 'distribution: [Customers]\n  history',
    to: 'distribution: [Customers\n  ‹h›istory',
  },
  { code: 'yaml.tab', why: 'indented with a tab', from: '  name: Care', to: '‹\t›name: Care' },
  {
    code: 'yaml.duplicate-key',
    why: 'a promise copied and not renamed',
    from: '  updates:',
    to: '  ‹first-response›:',
  },
  {
    code: 'yaml.duplicate-key',
    why: 'a severity twice',
    from: '    2: {name: Slow',
    to: '    ‹1›: {name: Down, criteria: [x]}\n    2: {name: Slow',
  },
  { code: 'yaml.several-documents', why: 'a second document', from: 'promises:', to: '‹---›\npromises:' },
  { code: 'yaml.anchor', why: 'an anchor', from: 'basic: {name: Basic}', to: 'basic: ‹&b› {name: Basic}' },
  {
    code: 'yaml.anchor',
    why: 'a merge key',
    from: 'basic: {name: Basic}',
    to: 'basic: {name: Basic, ‹<<›: {says: x}}',
  },
  { code: 'yaml.tag', why: 'a tag', from: 'date: 2026-02-01\n  owner', to: 'date: ‹!!str› 2026-02-01\n  owner' },
  { code: 'yaml.tag', why: 'a directive', from: 'tamarack: 1', to: '‹%YAML 1.1›\n---\ntamarack: 1' },
  {
    code: 'yaml.ambiguous-number',
    why: '010 is ten or eight',
    from: 'between: 1..2, agreed: 1',
    to: 'between: 1..2, agreed: ‹01›',
    suggestion: '1',
  },
  {
    code: 'yaml.ambiguous-number',
    why: '0o1 is a number to YAML 1.2 only',
    from: 'agreed: 1}',
    to: 'agreed: ‹0o1›}',
    suggestion: '"0o1"',
  },
  {
    code: 'yaml.ambiguous-word',
    why: 'Norway by itself',
    from: 'distribution: [Customers]',
    to: 'distribution: [‹on›]',
    suggestion: '"on"',
  },
  {
    code: 'yaml.too-deep',
    why: 'brackets that would cost the stack',
    to: `${'['.repeat(100)}‹[›${'['.repeat(400_000)}`,
  },
  {
    code: 'yaml.too-deep',
    why: 'indentation that would cost the stack',
    to: `${indented(0, 100)}${' '.repeat(100)}‹k›:\n${indented(101, 900)}`,
  },
  {
    code: 'yaml.too-deep',
    why: 'dashes and indentation together',
    to: `${indented(0, 99)}${' '.repeat(99)}- ‹-› k: 1\n`,
  },
];

/** Keys, each a column further in than the one above. */
function indented(from: number, until: number): string {
  return Array.from({ length: until - from }, (_, step) => `${' '.repeat(from + step)}k:\n`).join('');
}
