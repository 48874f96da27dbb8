import { turnWords, type Obligation } from '../../ledger/obligation-words.ts';
import { useNow } from '../../ui/now.ts';
import { OBLIGATION_STATES } from '../../ui/state-badge.tsx';
import { clockWords } from './clock-words.ts';
import classes from './clocks.module.css';

export type ClockChipProps = { readonly clock: Obligation; readonly onOpen: (clock: Obligation) => void };

/** One clock of a ticket: what is promised and how it stands. It opens its own explanation. */
export function ClockChip({ clock, onOpen }: ClockChipProps) {
  const { says, nearness } = clockWords(clock, useNow());
  const { state, title, side } = clock;
  const { Icon, colour } = OBLIGATION_STATES[state];
  const turn = turnWords(clock);
  const shade = nearness === 'late' ? 'broken' : nearness === 'near' && state === 'open' ? 'gold' : colour;
  return (
    <button
      type="button"
      className={classes['chip']}
      style={{ '--chip': `var(--tm-${shade})` }}
      data-runs={state === 'open' || undefined}
      onClick={() => onOpen(clock)}
    >
      <Icon size={15} stroke={2} aria-hidden />
      <span>
        {title}
        {turn !== undefined && ` ${turn}`}
        {side === 'customer' && <span className={classes['theirs']}> (customer)</span>}
      </span>
      <b>{says}</b>
    </button>
  );
}
