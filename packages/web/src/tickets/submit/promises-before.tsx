import type { Gives } from '@tamarack/contract';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../api/me.ts';
import { failureWords } from '../../api/failure-words.ts';
import { getOptions } from '../../api/use-get.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { placeOf } from '../../ui/place-of.ts';
import { durationWords, instantWords } from '../../ui/time-words.ts';
import { useViewerZone } from '../../ui/viewer-zone.ts';
import type { Side } from '../ticket.ts';
import type { Offer } from './offer.ts';
import classes from './new-ticket.module.css';

export type PromisesBeforeProps = {
  readonly accountId: string;
  readonly offer: Offer;
  readonly severity: number | undefined;
  readonly requesterId: string | undefined;
};

/** Deadlines count from the moment of submitting, so they move on while somebody writes. */
const ANEW_MS = 30_000;

/**
 * What is promised if it is submitted now: by whom, until which instant, in the reader's zone and the account's. While that is
 * looked up nothing stands here that was promised of something else.
 */
export function PromisesBefore({ accountId, offer, severity, requesterId }: PromisesBeforeProps) {
  const { contractId, kind, severities } = offer;
  const isChosen = severities.length === 0 || severity !== undefined;
  const query = { contractId, kind, requesterId, ...(severity === undefined ? {} : { severity }) };
  const promises = useQuery({
    ...getOptions('GET /accounts/:accountId/ticket-form/promises', { params: { accountId }, query }),
    refetchInterval: ANEW_MS,
    enabled: isChosen,
  });
  return (
    <section className={classes['promises']} aria-labelledby="promised" aria-live="polite">
      <h3 id="promised">What it brings</h3>
      {!isChosen && <p className={classes['quiet']}>Choose a severity, and what is promised for it stands here.</p>}
      {isChosen && promises.isLoading && (
        <p className={classes['quiet']}>
          Looking up what is promised{severity === undefined ? '' : ` for severity ${severity}`} …
        </p>
      )}
      {isChosen && promises.error && (
        <ErrorState title="What is promised cannot be said now" onRetry={() => void promises.refetch()}>
          {failureWords(promises.error).title} The ticket can be submitted all the same: its promises do not depend on
          this.
        </ErrorState>
      )}
      {isChosen && promises.data && <Promised {...promises.data} isOfNow={!promises.error} />}
    </section>
  );
}

type PromisedProps = Gives<'GET /accounts/:accountId/ticket-form/promises'> & {
  /** Not where it could not be looked up again since. */
  readonly isOfNow: boolean;
};

function Promised({ at, promises, zone, isOfNow }: PromisedProps) {
  const own = useViewerZone();
  const { side: reader } = useMe();
  if (promises.length === 0)
    return <p className={classes['quiet']}>The contract promises no deadline for such a ticket.</p>;
  const zones = own === zone ? [own] : [own, zone];
  return (
    <>
      <p className={classes['quiet']}>
        {isOfNow ? 'If it is submitted now:' : `If it had been submitted on ${instantWords(Date.parse(at), own)}:`}
      </p>
      <ol>
        {promises.map(({ promise, title, says, by, side, dueAt }) => (
          <li key={promise} className={classes['promise']}>
            <span>
              <b>{title}</b>
              {by !== '' && ` by ${whose(side, reader)} ${by.toLowerCase()}`}
            </span>
            {dueAt !== null && (
              <>
                <span className={classes['when']}>
                  within {durationWords((Date.parse(dueAt) - Date.parse(at)) / 1000)}
                </span>
                {zones.map((each) => (
                  <span key={each}>
                    {instantWords(Date.parse(dueAt), each)} <span className={classes['quiet']}>{placeOf(each)}</span>
                  </span>
                ))}
              </>
            )}
            <span className={classes['quiet']}>{says}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** As the reader says it of a role of this side. */
function whose(side: Side, reader: Side): string {
  if (side === 'provider') return 'the';
  return reader === 'customer' ? 'your' : 'the customer’s';
}
