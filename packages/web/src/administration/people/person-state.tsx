import { IconCircleCheck, IconMail, IconShieldCheck, IconUserOff } from '@tabler/icons-react';
import { Mark } from '../../ui/mark.tsx';
import type { Person } from './person.ts';

/** Whether the person can sign in, and how well that is guarded. */
export function PersonState({ person: { deactivatedAt, invitedUntil, hasSecondFactor } }: { readonly person: Person }) {
  if (deactivatedAt !== null) return <Mark says="Deactivated" Icon={IconUserOff} colour="void" />;
  if (invitedUntil !== null) return <Mark says="Invited" Icon={IconMail} colour="open" />;
  if (hasSecondFactor) return <Mark says="Second factor" Icon={IconShieldCheck} colour="kept" />;
  return <Mark says="Active" Icon={IconCircleCheck} colour="kept" />;
}
