import { Title } from '@mantine/core';
import { useState } from 'react';
import classes from './new-ticket.module.css';
import { Obstacles } from './obstacles.tsx';
import { keyOf, type TicketForm } from './offer.ts';
import { OfferChoice } from './offer-choice.tsx';
import { PromisesBefore } from './promises-before.tsx';
import { TicketFields } from './ticket-fields.tsx';

export type NewTicketFormProps = TicketForm & { readonly accountId: string };

/** First what is asked for and under which contract; then the form, or what stands before it; beside it what it will bring. */
export function NewTicketForm({ accountId, offers, products }: NewTicketFormProps) {
  const [key, setKey] = useState(() => keyOf(offers.find(({ obstacles }) => obstacles.length === 0) ?? offers[0]));
  const [severity, setSeverity] = useState<number>();
  const offer = offers.find((each) => keyOf(each) === key) ?? offers[0];
  if (!offer) return null;
  const isKnown = offer.severities.length === 0 || offer.severities.some((each) => each.severity === severity);
  const chosen = isKnown ? severity : undefined;
  return (
    <>
      <Title order={2} mb="sm">
        New ticket
      </Title>
      <div className={classes['columns']}>
        <div className={classes['form']}>
          <OfferChoice offers={offers} value={keyOf(offer)} onChange={setKey} />
          {offer.obstacles.length > 0 ? (
            <Obstacles accountId={accountId} offer={offer} />
          ) : (
            <TicketFields {...{ accountId, offer, products }} severity={chosen} onSeverity={setSeverity} />
          )}
        </div>
        {offer.obstacles.length === 0 && <PromisesBefore accountId={accountId} offer={offer} severity={chosen} />}
      </div>
    </>
  );
}
