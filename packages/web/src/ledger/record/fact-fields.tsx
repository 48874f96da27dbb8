import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { mayDo, useMe } from '../../api/me.ts';
import { useCall } from '../../api/use-call.ts';
import { refusedFields } from '../../ui/refused-fields.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useViewerZone } from '../../ui/viewer-zone.ts';
import type { Obligation } from '../obligation-words.ts';
import { type Attached, attachFiles, isUploading } from './attach-files.ts';
import { bodyOf, type Draft, firstDraft, firstSubject, NEW, type RecordableFact } from './draft.ts';
import { EvidenceFiles } from './evidence-files.tsx';
import { FactField } from './fact-field.tsx';
import { GateNote } from './gate-note.tsx';
import { MomentField } from './moment-field.tsx';
import { ParticularsFields } from './particulars-fields.tsx';
import { SubjectField } from './subject-field.tsx';
import { tellWhatItKept } from './tell-what-it-kept.ts';

export type FactFieldsProps = {
  readonly accountId: string;
  readonly rows: readonly RecordableFact[];
  readonly obligation: Obligation | undefined;
  readonly onDone: () => void;
};

/** What happened, to what, when, with its particulars and its evidence. */
export function FactFields({ accountId, rows, obligation, onDone }: FactFieldsProps) {
  const me = useMe();
  const zone = useViewerZone();
  const [draft, setDraft] = useState(() => firstDraft(rows, obligation));
  const [attached, setAttached] = useState<Attached>({ files: [], uploads: [] });
  const record = useCall('POST /accounts/:accountId/facts', { quiet: true });
  const row = rows.find(({ contractId, fact }) => contractId === draft.contractId && fact === draft.fact);
  const [hasFact] = useState(draft.fact !== '');
  const change = (changed: Partial<Draft>) => setDraft((now) => ({ ...now, ...changed }));
  const choose = (contractId: string, fact: string) => {
    const chosen = rows.find((each) => each.contractId === contractId && each.fact === fact);
    change({ contractId, fact, subjectId: chosen ? firstSubject(chosen, obligation) : '' });
  };
  const wrong = refusedFields(record.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!row || isUploading(attached)) return;
    const body = bodyOf(draft, row, { zone, fileIds: attached.files.map(({ id }) => id), obligation });
    record.mutate(
      { params: { accountId }, body },
      {
        onSuccess: ({ id }) => {
          onDone();
          void tellWhatItKept(accountId, id, row.says);
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <RefusalNote error={record.error} />
        <FactField {...{ rows, obligation, draft }} onChoose={choose} error={wrong['fact']} />
        {row && (
          <>
            <GateNote accountId={accountId} row={row} />
            <SubjectField row={row} value={draft.subjectId} onChange={(subjectId) => change({ subjectId })} />
            {draft.subjectId === NEW && row.kind !== 'hours' && (
              <TextInput
                label="What it is called"
                description="So that people find it again: a line."
                maxLength={200}
                value={draft.title}
                error={wrong['title']}
                onChange={({ currentTarget }) => change({ title: currentTarget.value })}
              />
            )}
            <ParticularsFields row={row} draft={draft} zone={zone} onChange={change} />
            <MomentField zone={zone} value={draft.at} onChange={(at) => change({ at })} error={wrong['at']} />
            <Textarea
              label="Note"
              // The drawer looks for the one, a form that came later for the other.
              data-autofocus
              autoFocus={hasFact}
              description="What was said or found. It becomes evidence and is not changed later."
              autosize
              minRows={3}
              maxRows={12}
              maxLength={10_000}
              value={draft.note}
              error={wrong['note']}
              onChange={({ currentTarget }) => change({ note: currentTarget.value })}
            />
            {mayDo(me, 'files.write', accountId) && (
              <EvidenceFiles
                {...{ accountId, attached }}
                onChange={setAttached}
                onChoose={(chosen) => attachFiles(accountId, chosen, attached, setAttached)}
              />
            )}
            {me.side === 'provider' && mayDo(me, 'facts.record-internal', accountId) && (
              <Checkbox
                label="Internal"
                description="The customer does not see it. It keeps promises all the same."
                checked={draft.isInternal}
                onChange={({ currentTarget }) => change({ isInternal: currentTarget.checked })}
              />
            )}
          </>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onDone}>
            Not now
          </Button>
          <Button
            type="submit"
            loading={record.isPending}
            disabled={!row || draft.subjectId === '' || isUploading(attached)}
          >
            Record it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
