/** CodeMirror with the language of descriptions. Loaded when somebody opens a source, and only then: it is a third of the script. */
import { autocompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { checkText, positionOf } from './check-text.ts';
import { completeDescription } from './complete-description.ts';
import { editorLook } from './editor-look.ts';
import type { Checked } from './finding-words.ts';
import type { JsonSchema } from './schema-at.ts';
import { yamlIndent } from './yaml-indent.ts';

export type EditorOptions = {
  readonly text: string;
  /** The id of the element that names it. */
  readonly labelledBy: string;
  /** The id of the hint that says how the keyboard leaves it. */
  readonly describedBy: string;
  readonly readOnly: boolean;
  /** Asked at each completion, for it may come later than the editor; without it nothing is completed. */
  readonly schema: () => JsonSchema | undefined;
  readonly onText: (text: string) => void;
  readonly onChecked: (checked: Checked) => void;
  readonly onSave: () => void;
};

export type OpenEditor = {
  readonly text: () => string;
  /** Replaces the whole text; it can be undone. */
  readonly replace: (text: string) => void;
  /** Puts the cursor there; both count from 1. */
  readonly goTo: (line: number, column: number) => void;
  readonly close: () => void;
};

/** Puts an editor into `parent`. */
export function openEditor(parent: HTMLElement, options: EditorOptions): OpenEditor {
  const { text, labelledBy, describedBy, readOnly, onText, onChecked } = options;
  const view = new EditorView({
    parent,
    doc: text,
    extensions: [
      ...[lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(), lintGutter()],
      ...[yaml(), indentUnit.of('  '), editorLook, EditorView.lineWrapping],
      EditorView.contentAttributes.of({
        tabindex: '0',
        'aria-labelledby': labelledBy,
        'aria-describedby': describedBy,
      }),
      EditorState.readOnly.of(readOnly),
      checkText(onChecked),
      readOnly ? [] : writing(options),
      // After those of writing, which come first. Also where nothing is written: the browser's own keys know only the lines that are drawn.
      keymap.of([...lintKeymap, ...defaultKeymap]),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) onText(state.doc.toString());
      }),
    ],
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (next) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        annotations: isolateHistory.of('full'),
      }),
    goTo: (line, column) => {
      const anchor = positionOf(view.state.doc, line, column);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

/** What only a text that can be written needs. */
function writing({ schema, onSave }: EditorOptions): Extension {
  const save = () => {
    onSave();
    return true;
  };
  return [
    ...[history(), closeBrackets(), yamlIndent],
    autocompletion({ override: [completeDescription(schema)], icons: false }),
    // Esc, then Tab leaves the editor (WCAG 2.1.2): CodeMirror itself lets the Tab after an Esc pass.
    keymap.of([
      { key: 'Mod-s', run: save, preventDefault: true },
      ...closeBracketsKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
  ];
}
