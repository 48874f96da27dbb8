import { useMediaQuery } from '@mantine/hooks';
import classes from './new-ticket.module.css';
import { Obstacles } from './obstacles.tsx';
import { keyOf, type TicketForm } from './offer.ts';
import { OfferChoice } from './offer-choice.tsx';
import { PromisesBefore } from './promises-before.tsx';
import { TicketFields } from './ticket-fields.tsx';
import { useKeptChoice } from './use-kept-choice.ts';

/** As the style sheet has it. */
const NARROW = '(max-width: 61.99em)';

export type NewTicketFormProps = Pick<TicketForm, 'offers' | 'products'> & {
  readonly accountId: string;
  /** Of the customer, for whom staff submit it. */
  readonly requesterId: string | undefined;
};

/** First what is asked for and under which contract; then the form, or what stands before it; beside it what it will bring. */
export function NewTicketForm({ accountId, requesterId, offers, products }: NewTicketFormProps) {
  const [key, setKey] = useKeptChoice(accountId, 'offer');
  const [kept, keepSeverity] = useKeptChoice(accountId, 'severity');
  const isNarrow = useMediaQuery(NARROW, matchMedia(NARROW).matches);
  const free = offers.find(({ obstacles }) => obstacles.length === 0);
  const offer = offers.find((each) => keyOf(each) === key) ?? free ?? offers[0];
  if (!offer) return null;
  const isShut = offer.obstacles.length > 0;
  const obstacles = isShut && <Obstacles {...{ accountId, offer }} obstacles={offer.obstacles} />;
  const severity = offer.severities.find((each) => String(each.severity) === kept)?.severity;
  const promises = <PromisesBefore {...{ accountId, offer, requesterId, severity }} />;
  return (
    <div className={classes['columns']}>
      <div className={classes['form']}>
        {/* Where nothing can be asked for, that comes first. */}
        {!free && obstacles}
        <OfferChoice offers={offers} value={keyOf(offer)} onChange={setKey} />
        {free && obstacles}
        {!isShut && (
          <TicketFields
            {...{ accountId, offer, products, requesterId, severity }}
            onSeverity={(chosen) => keepSeverity(String(chosen))}
          >
            {/* Where there is one column, what it brings stands below what decides it. */}
            {isNarrow && promises}
          </TicketFields>
        )}
      </div>
      {!isShut && !isNarrow && promises}
    </div>
  );
}
