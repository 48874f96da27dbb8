import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Act, ActProps } from './act.ts';

type Dialogue = ComponentType<ActProps>;

/** Each comes when it is asked for: whoever acknowledges by one key loads none of them. */
const DIALOGUES: Readonly<Record<Act, LazyExoticComponent<Dialogue>>> = {
  assign: dialogue(() => import('./assign.tsx').then(({ Assign }) => Assign)),
  correct: dialogue(() => import('./correct.tsx').then(({ Correct }) => Correct)),
  'hand-over': dialogue(() => import('./hand-over.tsx').then(({ HandOver }) => HandOver)),
  severity: dialogue(() => import('./change-severity.tsx').then(({ ChangeSeverity }) => ChangeSeverity)),
  resolve: dialogue(() => import('./end.tsx').then(({ Resolve }) => Resolve)),
  close: dialogue(() => import('./end.tsx').then(({ Close }) => Close)),
  decline: dialogue(() => import('./end.tsx').then(({ Decline }) => Decline)),
  reopen: dialogue(() => import('./reopen.tsx').then(({ Reopen }) => Reopen)),
  merge: dialogue(() => import('./merge.tsx').then(({ Merge }) => Merge)),
  relate: dialogue(() => import('./relate.tsx').then(({ Relate }) => Relate)),
  split: dialogue(() => import('./split.tsx').then(({ Split }) => Split)),
  'ask-for-severity': dialogue(() => import('./ask-for-severity.tsx').then(({ AskForSeverity }) => AskForSeverity)),
  'withdraw-severity': dialogue(() =>
    import('./withdraw-severity.tsx').then(({ WithdrawSeverity }) => WithdrawSeverity),
  ),
  escalate: dialogue(() => import('./escalate.tsx').then(({ Escalate }) => Escalate)),
  'escalate-further': dialogue(() => import('./escalate-further.tsx').then(({ EscalateFurther }) => EscalateFurther)),
  'close-escalation': dialogue(() => import('./close-escalation.tsx').then(({ CloseEscalation }) => CloseEscalation)),
};

/** The dialogue of an act. */
export function ActDialogue({ act, ...props }: ActProps & { readonly act: Act }) {
  const Chosen = DIALOGUES[act];
  return <Chosen {...props} />;
}

function dialogue(load: () => Promise<Dialogue>): LazyExoticComponent<Dialogue> {
  return lazy(async () => ({ default: await load() }));
}
