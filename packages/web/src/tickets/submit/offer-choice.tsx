import { Radio } from '@mantine/core';
import { KIND_WORDS } from '../ticket.ts';
import { ChoiceCard } from './choice-card.tsx';
import { keyOf, type Offer } from './offer.ts';
import classes from './new-ticket.module.css';

export type OfferChoiceProps = {
  readonly offers: readonly Offer[];
  readonly value: string;
  readonly onChange: (key: string) => void;
};

/** What is asked for: an incident or a request, and under which contract where there are several. */
export function OfferChoice({ offers, value, onChange }: OfferChoiceProps) {
  const hasSeveral = new Set(offers.map(({ contractId }) => contractId)).size > 1;
  return (
    <Radio.Group label="What is it?" value={value} onChange={onChange}>
      <div className={classes['offers']}>
        {offers.map((offer) => (
          <ChoiceCard key={keyOf(offer)} value={keyOf(offer)} name={KIND_WORDS[offer.kind]}>
            {hasSeveral && (
              <span>
                {offer.service}, {offer.contract}
              </span>
            )}
            <span className={classes['quiet']}>{offer.says}</span>
          </ChoiceCard>
        ))}
      </div>
    </Radio.Group>
  );
}
