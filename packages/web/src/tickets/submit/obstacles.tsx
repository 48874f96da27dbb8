import { IconCircleX } from '@tabler/icons-react';
import { useMe } from '../../api/me.ts';
import { Link } from '../../ui/link.tsx';
import type { Offer } from './offer.ts';
import classes from './new-ticket.module.css';

/** AC5, AC6, AC20: why a ticket cannot be submitted now, and what to do, instead of a form that would be refused. */
export function Obstacles({ accountId, offer }: { readonly accountId: string; readonly offer: Offer }) {
  const { side } = useMe();
  return (
    <div className={classes['obstacles']} role="note">
      <h3>{side === 'customer' ? 'You cannot submit this yet' : 'This cannot be submitted yet'}</h3>
      {offer.obstacles.map(({ promise, says, missing, remedies }) => (
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
