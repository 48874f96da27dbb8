import type { IconCircleCheck } from '@tabler/icons-react';
import classes from './state-badge.module.css';

export type MarkProps = {
  readonly says: string;
  readonly Icon: typeof IconCircleCheck;
  readonly colour: 'kept' | 'open' | 'paused' | 'broken' | 'waived' | 'void';
};

/** A state as icon, word and colour; never by colour alone. */
export function Mark({ says, Icon, colour }: MarkProps) {
  return (
    <span className={classes['badge']} style={{ '--badge': `var(--tm-${colour})` }}>
      <Icon size={14} stroke={2} aria-hidden />
      {says}
    </span>
  );
}
