import type { Gives } from '@tamarack/contract';
import { useGet } from '../../../api/use-get.ts';
import { Section } from '../../../ui/section.tsx';
import classes from './seats-taken.module.css';

type Seats = Gives<'GET /accounts/:accountId/entitlements'>['contracts'][number]['seats'][number];

/** How many people each contract lets the customer name, how many it has named, and how that was counted (AC4). */
export function SeatsTaken({ accountId }: { readonly accountId: string }) {
  const { data } = useGet('GET /accounts/:accountId/entitlements', { params: { accountId } });
  const contracts = data?.contracts.filter(({ seats }) => seats.length > 0) ?? [];
  if (contracts.length === 0) return null;
  return (
    <Section title="Seats" says="How many people of a role the contracts let the customer name">
      {contracts.map(({ contractId, contract, levelTitle, seats }) => (
        <div key={contractId} className={classes['contract']}>
          {contracts.length > 1 && (
            <h3 className={classes['name']}>
              {contract}, {levelTitle}
            </h3>
          )}
          {seats.map((each) => (
            <SeatsRow key={each.name} seats={each} />
          ))}
        </div>
      ))}
    </Section>
  );
}

function SeatsRow({ seats: { roleTitle, says, allowed, taken, free, sentence } }: { readonly seats: Seats }) {
  const words = allowed === null ? `${taken} named` : `${taken} of ${allowed} taken, ${free} free`;
  return (
    <div className={classes['seats']}>
      <div className={classes['head']}>
        <span className={classes['role']}>{roleTitle}</span>
        <span>{words}</span>
      </div>
      {allowed !== null && (
        <div className={classes['bar']} data-full={free <= 0 || undefined} aria-hidden>
          <span style={{ width: `${allowed === 0 ? 100 : Math.min(100, (taken / allowed) * 100)}%` }} />
        </div>
      )}
      <p className={classes['sentence']}>
        {says} {sentence}
      </p>
    </div>
  );
}
