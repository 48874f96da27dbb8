import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleOff,
  IconClock,
  IconHandStop,
  IconPlayerPause,
} from '@tabler/icons-react';
import classes from './state-badge.module.css';

export const OBLIGATION_STATES = {
  open: { says: 'Open', colour: 'open', Icon: IconClock },
  paused: { says: 'Paused', colour: 'paused', Icon: IconPlayerPause },
  met: { says: 'Met', colour: 'kept', Icon: IconCircleCheck },
  breached: { says: 'Breached', colour: 'broken', Icon: IconAlertTriangle },
  waived: { says: 'Waived', colour: 'waived', Icon: IconHandStop },
  void: { says: 'Void', colour: 'void', Icon: IconCircleOff },
} as const;

export type ObligationState = keyof typeof OBLIGATION_STATES;

export type StateBadgeProps = {
  readonly state: ObligationState;
  /** Instead of the usual word: "Met 4 min early". */
  readonly says?: string;
};

/** The state of an obligation as icon, word and colour; never by colour alone. */
export function StateBadge({ state, says }: StateBadgeProps) {
  const { says: usual, colour, Icon } = OBLIGATION_STATES[state];
  return (
    <span className={classes['badge']} style={{ '--badge': `var(--tm-${colour})` }}>
      <Icon size={14} stroke={2} aria-hidden />
      {says ?? usual}
    </span>
  );
}
