import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { after } from '../api/after.ts';
import { type Me, mayDo } from '../api/me.ts';
import { useCall } from '../api/use-call.ts';
import { offerUndo } from '../ui/offer-undo.tsx';
import { DecideForm } from './decide-form.tsx';
import { SubmitForm } from './submit-form.tsx';
import type { Version } from './version.ts';
import { forgetText, textKey, useKeptText } from './source/kept-text.ts';

export type VersionActionsProps = { readonly me: Me; readonly version: Version };

type Asked = 'submission' | 'approval' | 'rejection';

/** What this person can do with this version in this state. */
export function VersionActions({ me, version }: VersionActionsProps) {
  const [asked, setAsked] = useState<Asked>();
  const withdraw = useCall('POST /descriptions/:descriptionId/versions/:versionId/withdrawal');
  const { id, descriptionId, state, version: edition, mayApprove } = version;
  const unsaved = useKeptText(textKey(me.id, id)) !== undefined;
  const close = () => setAsked(undefined);
  const mayWrite = mayDo(me, 'descriptions.write');
  return (
    <>
      {state === 'draft' && mayWrite && (
        <>
          <Discard me={me} version={version} />
          <Button
            disabled={version.errors > 0 || unsaved}
            title={unsaved ? 'Save the text first.' : version.errors > 0 ? 'Mend the errors first.' : undefined}
            onClick={() => setAsked('submission')}
          >
            Submit for approval
          </Button>
        </>
      )}
      {state === 'in-review' && mayWrite && (
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { descriptionId, versionId: id }, version: edition, body: {} })}
        >
          Back to draft
        </Button>
      )}
      {mayApprove && (
        <>
          <Button variant="default" onClick={() => setAsked('rejection')}>
            Reject
          </Button>
          <Button onClick={() => setAsked('approval')}>Approve</Button>
        </>
      )}
      {asked === 'submission' && <SubmitForm version={version} onClose={close} />}
      {(asked === 'approval' || asked === 'rejection') && (
        <DecideForm version={version} decision={asked} onClose={close} />
      )}
    </>
  );
}

function Discard({ me, version }: { readonly me: Me; readonly version: Version }) {
  const router = useRouter();
  const discard = useCall('DELETE /descriptions/:descriptionId/versions/:versionId', {
    refreshes: ['GET /descriptions'],
  });
  const draft = useCall('POST /descriptions');
  const { id, descriptionId, source, changeNote, documentVersion, version: edition } = version;
  const bringBack = () =>
    after(draft.mutateAsync({ body: { source, changeNote } }), (again) =>
      router.history.push(`/agreements/${again.descriptionId}/versions/${again.id}/source`),
    );
  const away = () =>
    void after(discard.mutateAsync({ params: { descriptionId, versionId: id }, version: edition }), () => {
      forgetText(textKey(me.id, id));
      router.history.push('/agreements');
      offerUndo({ says: `The draft of version ${documentVersion} was thrown away.`, undo: bringBack });
    });
  return (
    <Button variant="default" loading={discard.isPending} onClick={away}>
      Discard
    </Button>
  );
}
