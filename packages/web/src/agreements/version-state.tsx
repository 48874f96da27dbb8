import { IconCircleCheck, IconCircleX, IconHourglass, IconPencil } from '@tabler/icons-react';
import { Mark } from '../ui/mark.tsx';

const STATES = {
  draft: { says: 'Draft', colour: 'void', Icon: IconPencil },
  'in-review': { says: 'Waits for approval', colour: 'open', Icon: IconHourglass },
  published: { says: 'Published', colour: 'kept', Icon: IconCircleCheck },
  rejected: { says: 'Rejected', colour: 'broken', Icon: IconCircleX },
} as const;

/** The state of a version as icon, word and colour. */
export function VersionState({ state }: { readonly state: keyof typeof STATES }) {
  return <Mark {...STATES[state]} />;
}
