import { Button, Group } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { useCall } from '../../api/use-call.ts';
import { useGet } from '../../api/use-get.ts';
import { Keys } from '../../app/parts/keys.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import type { Version } from '../version.ts';
import { FindingList } from './finding-list.tsx';
import type { Checked } from './finding-words.ts';
import { forgetText, keepText, textKey, useKeptText } from './kept-text.ts';
import { OtherText } from './other-text.tsx';
import classes from './source.module.css';
import { YamlEditor, type YamlEditorHandle } from './yaml-editor.tsx';

export type SourceWorkbenchProps = { readonly version: Version; readonly readOnly: boolean };

/** The editor with what belongs to it: saving, the text of somebody else who saved meanwhile, and what the checker says. */
export function SourceWorkbench({ version, readOnly }: SourceWorkbenchProps) {
  const hint = useId();
  const editor = useRef<YamlEditorHandle>(null);
  const [checked, setChecked] = useState<Checked>(version);
  const schema = useGet('GET /descriptions/schema', {}, { enabled: !readOnly });
  const { id, source, version: edition, documentVersion } = version;
  const key = textKey(useMe().id, id);
  const found = useKeptText(key);
  const kept = readOnly ? undefined : found;
  const save = useSave(version, key);
  const isOvertaken = kept !== undefined && kept.edition !== edition;
  // Somebody saved and nothing was being written here: show it.
  const shown = useRef(source);
  useEffect(() => {
    if (kept === undefined && shown.current !== source) editor.current?.replace(source);
    shown.current = source;
  }, [kept, source]);
  const write = (text: string) => {
    if (readOnly || (kept === undefined && text === source)) return;
    if (kept !== undefined && text === kept.saved && !isOvertaken) forgetText(key);
    else keepText(key, { text, edition: kept?.edition ?? edition, saved: kept?.saved ?? source });
  };
  return (
    <>
      {isOvertaken && (
        <OtherText
          mine={kept.text}
          theirs={source}
          onKeepMine={() => keepText(key, { text: kept.text, edition, saved: source })}
          onTakeTheirs={() => {
            forgetText(key);
            editor.current?.replace(source);
            forgetText(key);
          }}
        />
      )}
      <RefusalNote error={isOvertaken ? null : save.error} />
      <Group justify="space-between" mb="xs" gap="xs">
        <span id={hint} className={classes['hint']}>
          {readOnly ? (
            'This version is only read.'
          ) : (
            <>
              <Keys keys="Esc" /> then <Keys keys="Tab" /> leaves the editor, <Keys keys="Ctrl+Space" /> completes,{' '}
              <Keys keys="mod+s" /> saves.
            </>
          )}
        </span>
        {!readOnly && (
          <Group gap="xs">
            <span className={classes['hint']} role="status">
              {kept === undefined ? 'All is saved.' : 'Not saved yet.'}
            </span>
            <Button
              size="xs"
              loading={save.isPending}
              disabled={kept === undefined || isOvertaken}
              onClick={() => save.now(kept)}
            >
              Save draft
            </Button>
          </Group>
        )}
      </Group>
      <div className={classes['frame']}>
        <YamlEditor
          ref={editor}
          label={`Text of version ${documentVersion}`}
          describedBy={hint}
          initial={kept?.text ?? source}
          readOnly={readOnly}
          schema={schema.data}
          onText={write}
          onChecked={setChecked}
          onSave={() => {
            if (!isOvertaken) save.now(kept);
          }}
        />
      </div>
      <FindingList checked={checked} onGoTo={({ line, column }) => editor.current?.goTo(line, column)} />
    </>
  );
}

type Kept = ReturnType<typeof useKeptText>;

/** Writes the kept text on the edition on which it was begun. Of a conflict the page learns by reading the version again. */
function useSave({ id, descriptionId }: Version, key: string) {
  const put = useCall('PUT /descriptions/:descriptionId/versions/:versionId/source', { quiet: true });
  const again = useGet('GET /descriptions/:descriptionId/versions/:versionId', {
    params: { descriptionId, versionId: id },
  });
  const now = (kept: Kept) => {
    if (kept === undefined || put.isPending) return;
    const { text, edition } = kept;
    put.mutate(
      { params: { descriptionId, versionId: id }, version: edition, body: { source: text } },
      { onSuccess: () => forgetText(key), onError: () => void again.refetch() },
    );
  };
  return { now, isPending: put.isPending, error: put.error };
}
