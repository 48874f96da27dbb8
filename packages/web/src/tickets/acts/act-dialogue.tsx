import type { ReactElement } from 'react';
import type { Act, ActProps } from './act.ts';
import { Assign } from './assign.tsx';
import { ChangeSeverity } from './change-severity.tsx';
import { Correct } from './correct.tsx';
import { End } from './end.tsx';
import { HandOver } from './hand-over.tsx';
import { Merge } from './merge.tsx';
import { Relate } from './relate.tsx';
import { Reopen } from './reopen.tsx';
import { Split } from './split.tsx';

const DIALOGUES: Readonly<Record<Act, (props: ActProps) => ReactElement>> = {
  assign: Assign,
  correct: Correct,
  'hand-over': HandOver,
  severity: ChangeSeverity,
  resolve: (props) => <End {...props} how="resolved" />,
  close: (props) => <End {...props} how="closed" />,
  decline: (props) => <End {...props} how="declined" />,
  reopen: Reopen,
  merge: Merge,
  relate: Relate,
  split: Split,
};

/** The dialogue of an act. */
export function ActDialogue({ act, ...props }: ActProps & { readonly act: Act }) {
  const Chosen = DIALOGUES[act];
  return <Chosen {...props} />;
}
