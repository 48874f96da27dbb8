import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import classes from './new-ticket.module.css';
import { Obstacles } from './obstacles.tsx';
import { keyOf, type TicketForm } from './offer.ts';
import { OfferChoice } from './offer-choice.tsx';
import { PromisesBefore } from './promises-before.tsx';
import { TicketFields } from './ticket-fields.tsx';

/** As the style sheet has it. */
const NARROW = '(max-width: 61.99em)';

export type NewTicketFormProps = Pick<TicketForm, 'offers' | 'products'> & {
  readonly accountId: string;
  /** Of the customer, for whom staff submit it. */
  readonly requesterId: string | undefined;
};

/** First what is asked for and under which contract; then the form, or what stands before it; beside it what it will bring. */
export function NewTicketForm({ accountId, requesterId, offers, products }: NewTicketFormProps) {
  const [key, setKey] = useState<string>();
  const [severity, setSeverity] = useState<number>();
  const isNarrow = useMediaQuery(NARROW, matchMedia(NARROW).matches);
  const free = offers.find(({ obstacles }) => obstacles.length === 0);
  const offer = offers.find((each) => keyOf(each) === key) ?? free ?? offers[0];
  if (!offer) return null;
  const isShut = offer.obstacles.length > 0;
  const obstacles = isShut && <Obstacles {...{ accountId, offer }} obstacles={offer.obstacles} />;
  const isKnown = offer.severities.length === 0 || offer.severities.some((each) => each.severity === severity);
  const chosen = isKnown ? severity : undefined;
  const promises = <PromisesBefore {...{ accountId, offer, requesterId }} severity={chosen} />;
  return (
    <div className={classes['columns']}>
      <div className={classes['form']}>
        {/* Where nothing can be asked for, that comes first. */}
        {!free && obstacles}
        <OfferChoice offers={offers} value={keyOf(offer)} onChange={setKey} />
        {free && obstacles}
        {!isShut && (
          <TicketFields {...{ accountId, offer, products, requesterId }} severity={chosen} onSeverity={setSeverity}>
            {/* Where there is one column, what it brings stands below what decides it. */}
            {isNarrow && promises}
          </TicketFields>
        )}
      </div>
      {!isShut && !isNarrow && promises}
    </div>
  );
}
