import { IconAlertTriangle, IconCircleCheck, IconClock, IconRefresh } from '@tabler/icons-react';
import { Mark } from '../../ui/mark.tsx';
import type { MailSearch } from './mail-search.ts';

type State = NonNullable<MailSearch['state']>;

export const mailStateWords: Readonly<Record<State, string>> = {
  waiting: 'Waiting',
  deferred: 'Put off',
  refused: 'Refused',
  sent: 'Sent',
};

const LOOKS = {
  waiting: { Icon: IconClock, colour: 'open' },
  deferred: { Icon: IconRefresh, colour: 'waived' },
  refused: { Icon: IconAlertTriangle, colour: 'broken' },
  sent: { Icon: IconCircleCheck, colour: 'kept' },
} as const satisfies Record<State, object>;

/** How far a mail got. */
export function MailState({ state }: { readonly state: State }) {
  return <Mark says={mailStateWords[state]} {...LOOKS[state]} />;
}
