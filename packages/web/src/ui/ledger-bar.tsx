import classes from './ledger-bar.module.css';

export type LedgerCounts = {
  readonly kept: number;
  readonly open: number;
  readonly broken: number;
  readonly waived: number;
};

const PARTS = [
  { of: 'kept', says: 'kept' },
  { of: 'open', says: 'open' },
  { of: 'broken', says: 'broken' },
  { of: 'waived', says: 'waived' },
] as const satisfies readonly { readonly of: keyof LedgerCounts; readonly says: string }[];

/** The figures of a ledger as a small bar and in words: the bar compares, the words count. */
export function LedgerBar(counts: LedgerCounts) {
  const sum = counts.kept + counts.open + counts.broken + counts.waived;
  if (sum === 0) return <span className={classes['none']}>nothing promised yet</span>;
  const present = PARTS.filter(({ of }) => counts[of] > 0);
  return (
    <div className={classes['bar']}>
      <div className={classes['track']} aria-hidden>
        {present.map(({ of }) => (
          <span key={of} style={{ flexGrow: counts[of], background: `var(--tm-${of})` }} />
        ))}
      </div>
      <div className={classes['words']}>
        {present.map(({ of, says }) => (
          <span key={of} style={of === 'broken' ? { color: 'var(--tm-broken)', fontWeight: 600 } : {}}>
            {counts[of]} {says}
          </span>
        ))}
      </div>
    </div>
  );
}
