import { IconArrowDown, IconArrowUp, IconEqual, IconQuestionMark } from '@tabler/icons-react';
import { Mark } from '../../ui/mark.tsx';

const VERDICTS = {
  stronger: { says: 'Stronger', colour: 'kept', Icon: IconArrowUp },
  weaker: { says: 'Weaker', colour: 'broken', Icon: IconArrowDown },
  neutral: { says: 'Changed', colour: 'void', Icon: IconEqual },
  'cannot tell': { says: 'To be judged', colour: 'waived', Icon: IconQuestionMark },
} as const;

export type Verdict = keyof typeof VERDICTS;

/** What a change means to the customer, as icon, word and colour. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return <Mark {...VERDICTS[verdict]} />;
}
