import { Skeleton } from '@mantine/core';
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Checked } from './finding-words.ts';
import type { EditorOptions, OpenEditor } from './open-editor.ts';
import type { JsonSchema } from './schema-at.ts';

export type YamlEditorHandle = Pick<OpenEditor, 'replace' | 'goTo'>;

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

/** The editor's place in the page; the editor itself is loaded when this is shown. */
export function YamlEditor(props: YamlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<OpenEditor>(undefined);
  const latest = useRef(props);
  const [open, setOpen] = useState<Open>();
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    let isShown = true;
    const load = async () => {
      const { openEditor } = await import('./open-editor.ts');
      if (isShown) setOpen(() => openEditor);
    };
    void load();
    return () => {
      isShown = false;
    };
  }, []);
  const { ref, label, describedBy, readOnly } = props;
  // Named from outside: a version that is numbered anew would else be opened anew, without its cursor and its history.
  const labelledBy = useId();
  useEffect(() => {
    if (host.current === null || !open) return undefined;
    const text = editor.current?.text() ?? latest.current.initial;
    const opened = open(host.current, {
      ...{ text, labelledBy, describedBy, readOnly },
      schema: () => latest.current.schema,
      onText: (next) => latest.current.onText(next),
      onChecked: (checked) => latest.current.onChecked(checked),
      onSave: () => latest.current.onSave(),
    });
    editor.current = opened;
    return () => opened.close();
  }, [open, labelledBy, describedBy, readOnly]);
  useImperativeHandle(
    ref,
    () => ({
      replace: (text) => editor.current?.replace(text),
      goTo: (line, column) => editor.current?.goTo(line, column),
    }),
    [],
  );
  return (
    <>
      <span id={labelledBy} hidden>
        {label}
      </span>
      <div ref={host}>{!open && <Skeleton height={420} />}</div>
    </>
  );
}

type Open = (parent: HTMLElement, options: EditorOptions) => OpenEditor;
