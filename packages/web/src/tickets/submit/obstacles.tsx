import { IconCircleX } from '@tabler/icons-react';
import { useMe } from '../../api/me.ts';
import { Link } from '../../ui/link.tsx';
import type { Obstacle, Offer } from './offer.ts';
import classes from './new-ticket.module.css';

export type ObstaclesProps = {
  readonly accountId: string;
  readonly offer: Offer;
  /** What stands before this ticket. */
  readonly obstacles: readonly Obstacle[];
};

/** AC5, AC6, AC20: why a ticket cannot be submitted now, and what to do. */
export function Obstacles({ accountId, offer, obstacles }: ObstaclesProps) {
  const { side } = useMe();
  return (
    <div className={classes['obstacles']} role="note">
      <h3>{side === 'customer' ? 'You cannot submit this yet' : 'This cannot be submitted yet'}</h3>
      {obstacles.map(({ promise, says, missing, remedies }) => (
        <section key={promise}>
          <p>{says}</p>
          {missing.map((each) => (
            <p key={each} className={classes['missing']}>
              <IconCircleX size={16} aria-hidden /> {each}
            </p>
          ))}
          {remedies.map((each) => (
            <p key={each}>
              <b>What to do:</b> {each}
            </p>
          ))}
        </section>
      ))}
      <p className={classes['quiet']}>
        <Link href={`/accounts/${accountId}/people`}>People of the account</Link> ·{' '}
        <Link href={`/accounts/${accountId}/licences`}>Licences</Link> ·{' '}
        <Link href={`/accounts/${accountId}/contracts/${offer.contractId}`}>The contract</Link>
      </p>
    </div>
  );
}
