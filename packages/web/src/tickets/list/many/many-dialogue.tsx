import { useState } from 'react';
import { countWords } from '../../../ui/count-words.ts';
import { ActForm } from '../../acts/act-form.tsx';
import { AssigneeSelect } from '../../acts/assignee-select.tsx';
import { ReasonField } from '../../acts/reason-field.tsx';
import { ResolutionCodeSelect } from '../../acts/resolution-code-select.tsx';
import type { Change } from './use-change-many.ts';

export type ManyAct = 'assign' | 'hand-over' | 'resolve';

export type ManyDialogueProps = {
  readonly act: ManyAct;
  readonly count: number;
  readonly isPending: boolean;
  readonly onChange: (action: Change, says: string) => void;
  readonly onClose: () => void;
};

const WORDS: Readonly<Record<ManyAct, { readonly title: string; readonly button: string; readonly label: string }>> = {
  assign: { title: 'Assign', button: 'Assign', label: '' },
  'hand-over': { title: 'Hand to the customer', button: 'Hand them over', label: 'What you wait for' },
  resolve: { title: 'Resolve', button: 'Resolve them', label: 'What solved it' },
};

/** The same for many tickets. Those for which it is not possible are named afterwards. */
export function ManyDialogue({ act, count, isPending, onChange, onClose }: ManyDialogueProps) {
  const [text, setText] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const [because, setBecause] = useState('fixed');
  const { title, button, label } = WORDS[act];
  const words = text.trim();
  const submit = () => {
    const changes: Readonly<Record<ManyAct, () => void>> = {
      assign: () =>
        onChange({ do: 'assign', assigneeId: personId }, personId === null ? 'assigned to nobody' : 'assigned'),
      'hand-over': () => onChange({ do: 'hand-over', side: 'customer', reason: words }, 'handed over'),
      resolve: () => onChange({ do: 'end', how: 'resolved', because, note: words }, 'resolved'),
    };
    changes[act]();
  };
  return (
    <ActForm
      title={`${title}: ${countWords(count, 'ticket')}`}
      {...(act === 'assign' ? {} : { says: 'Every customer concerned reads it.' })}
      button={button}
      isPending={isPending}
      isReady={act === 'assign' || words !== ''}
      error={null}
      onSubmit={submit}
      onClose={onClose}
    >
      {act === 'resolve' && <ResolutionCodeSelect value={because} onChange={setBecause} />}
      {act === 'assign' ? (
        <AssigneeSelect value={personId} onChange={setPersonId} />
      ) : (
        <ReasonField label={label} value={text} onChange={setText} hasFocus />
      )}
    </ActForm>
  );
}
