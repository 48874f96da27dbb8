/**
 * Enter, Tab and Ctrl-/ as YAML is written: indent is meaning here. And the keys that lead to both ends of the text, which the
 * browser would take for the ends of the lines that happen to be drawn.
 */
import { EditorSelection, type EditorState, type Extension, type Line } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';

const INDENT = '  ';

/** `Esc`, then `Tab` leaves the editor: CodeMirror itself sees to that. */
export function editingKeys(): Extension {
  return keymap.of([
    { key: 'Enter', run: newLine },
    { key: 'Tab', run: indentMore, shift: indentLess },
    { key: 'Mod-/', run: toggleComment },
    { key: 'Mod-a', run: selectAll, preventDefault: true },
    { key: 'Mod-Home', mac: 'Cmd-ArrowUp', run: toStart, shift: selectToStart, preventDefault: true },
    { key: 'Mod-End', mac: 'Cmd-ArrowDown', run: toEnd, shift: selectToEnd, preventDefault: true },
  ]);
}

const selectAll = (view: EditorView) => select(view, 0, view.state.doc.length);
const toStart = (view: EditorView) => select(view, 0, 0);
const toEnd = (view: EditorView) => select(view, view.state.doc.length, view.state.doc.length);
const selectToStart = (view: EditorView) => select(view, view.state.selection.main.anchor, 0);
const selectToEnd = (view: EditorView) => select(view, view.state.selection.main.anchor, view.state.doc.length);

function select(view: EditorView, anchor: number, head: number): boolean {
  view.dispatch({ selection: { anchor, head }, scrollIntoView: true, userEvent: 'select' });
  return true;
}

/** Keeps the indent, and one more after a key that opens a block. */
function newLine(view: EditorView): boolean {
  view.dispatch(
    view.state.changeByRange(({ from, to }) => {
      const line = view.state.doc.lineAt(from);
      const before = line.text.slice(0, from - line.from);
      const own = /^ */.exec(before)?.[0] ?? '';
      const inner = /^ *- +\S/.test(before) ? INDENT : '';
      const deeper = /:\s*$/.test(before) ? INDENT : '';
      const insert = `\n${own}${inner}${deeper}`;
      return { changes: { from, to, insert }, range: EditorSelection.cursor(from + insert.length) };
    }),
    { scrollIntoView: true, userEvent: 'input' },
  );
  return true;
}

function indentMore(view: EditorView): boolean {
  const { main } = view.state.selection;
  const changes = main.empty
    ? [{ from: main.from, insert: INDENT }]
    : linesOf(view.state).map(({ from }) => ({ from, insert: INDENT }));
  view.dispatch({ changes, userEvent: 'input.indent' });
  if (main.empty) view.dispatch({ selection: { anchor: main.from + INDENT.length } });
  return true;
}

function indentLess(view: EditorView): boolean {
  const changes = linesOf(view.state).flatMap(({ from, text }) => {
    const spaces = /^ {1,2}/.exec(text)?.[0].length ?? 0;
    return spaces > 0 ? [{ from, to: from + spaces }] : [];
  });
  view.dispatch({ changes, userEvent: 'delete.dedent' });
  return true;
}

function toggleComment(view: EditorView): boolean {
  const lines = linesOf(view.state).filter(({ text }) => text.trim() !== '');
  const isCommented = lines.every(({ text }) => /^ *#/.test(text));
  const changes = lines.map(({ from, text }) => {
    const at = from + (text.length - text.trimStart().length);
    return isCommented
      ? { from: at, to: at + (/^ *# ?/.exec(text)?.[0].trimStart().length ?? 1) }
      : { from: at, insert: '# ' };
  });
  view.dispatch({ changes, userEvent: 'input' });
  return true;
}

function linesOf({ doc, selection }: EditorState): readonly Line[] {
  const [first, last] = [doc.lineAt(selection.main.from).number, doc.lineAt(selection.main.to).number];
  return Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index));
}
