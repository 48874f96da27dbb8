import { insertNewlineAndIndent, toggleComment } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { indentUnit } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { yamlIndent } from './yaml-indent.ts';

/** The text after a command at its end. */
function after(command: typeof insertNewlineAndIndent, doc: string): string {
  let state = EditorState.create({
    doc,
    selection: { anchor: doc.length },
    extensions: [yaml(), indentUnit.of('  '), yamlIndent],
  });
  command({ state, dispatch: (transaction) => void (state = transaction.state) });
  return state.doc.toString();
}

test.for([
  ['a key that opens a block', 'calendars:', 'calendars:\n  '],
  ['such a key within another', 'calendars:\n  office-hours:', 'calendars:\n  office-hours:\n    '],
  ['a key of an entry of a list', 'history:\n  - change:', 'history:\n  - change:\n      '],
  ['a key with its value', 'a:\n  zone: Europe/Berlin', 'a:\n  zone: Europe/Berlin\n  '],
  ['a comment that ends with a colon', '# So:', '# So:\n'],
] as const)('a new line after %s', ([, doc, expected]) => {
  expect(after(insertNewlineAndIndent, doc)).toBe(expected);
});

test('a comment is written as YAML has it', () => {
  expect(after(toggleComment, 'a: 1')).toBe('# a: 1');
});
