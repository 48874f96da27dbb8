import { autocompletion, closeBrackets } from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import { indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { checkText, positionOf } from './check-text.ts';
import { completeDescription } from './complete-description.ts';
import { editingKeys } from './editing-keys.ts';
import { editorLook } from './editor-look.ts';
import type { Checked } from './finding-words.ts';
import type { JsonSchema } from './schema-at.ts';
import { undoHistory } from './undo-history.ts';

export type YamlEditorHandle = {
  /** Replaces the whole text; it can be undone. */
  readonly replace: (text: string) => void;
  /** Puts the cursor there; both count from 1. */
  readonly goTo: (line: number, column: number) => void;
};

export type YamlEditorProps = {
  readonly ref?: Ref<YamlEditorHandle>;
  readonly label: string;
  /** The id of the hint that says how the keyboard leaves it. */
  readonly describedBy: string;
  /** The text with which it begins; later ones come by `replace`. */
  readonly initial: string;
  readonly readOnly: boolean;
  readonly schema: JsonSchema | undefined;
  readonly onText: (text: string) => void;
  readonly onChecked: (checked: Checked) => void;
  readonly onSave: () => void;
};

/** CodeMirror with the language of descriptions. */
export function YamlEditor(props: YamlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const { ref, label, describedBy, readOnly, schema } = props;
  useEffect(() => {
    if (host.current === null) return undefined;
    const before = view.current;
    const editor = new EditorView({
      parent: host.current,
      doc: before?.state.doc ?? latest.current.initial,
      extensions: [
        ...[lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(), lintGutter()],
        yaml(),
        indentUnit.of('  '),
        editorLook,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label, 'aria-describedby': describedBy }),
        EditorState.readOnly.of(readOnly),
        readOnly ? [] : [undoHistory(), closeBrackets()],
        autocompletion({ override: schema && !readOnly ? [completeDescription(schema)] : [], icons: false }),
        keymap.of([
          {
            key: 'Mod-s',
            preventDefault: true,
            run: () => {
              latest.current.onSave();
              return true;
            },
          },
          ...lintKeymap,
        ]),
        readOnly ? [] : editingKeys(),
        checkText((checked) => latest.current.onChecked(checked)),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) latest.current.onText(state.doc.toString());
        }),
      ],
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label, describedBy, readOnly, schema]);
  useImperativeHandle(
    ref,
    () => ({
      replace: (text) => {
        const to = view.current?.state.doc.length ?? 0;
        view.current?.dispatch({ changes: { from: 0, to, insert: text } });
      },
      goTo: (line, column) => {
        const editor = view.current;
        if (!editor) return;
        const anchor = positionOf(editor.state.doc, line, column);
        editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
        editor.focus();
      },
    }),
    [],
  );
  return <div ref={host} />;
}
