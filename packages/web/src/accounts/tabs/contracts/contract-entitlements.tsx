import { useGet } from '../../../api/use-get.ts';
import { QueryState } from '../../../ui/query-state.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Entitled } from './contract.ts';
import { EligibilityList } from './eligibility-list.tsx';
import classes from './entitlements.module.css';
import { GateList } from './gate-list.tsx';
import { ScopeList } from './scope-list.tsx';

export type ContractEntitlementsProps = { readonly accountId: string; readonly contractId: string };

const ELIGIBILITY: Readonly<Record<Entitled['eligibility']['eligibility'], string>> = {
  eligible: 'The account can have this service.',
  'by-exception': 'The account has this service by an exception.',
  'needs-exception': 'By today’s figures the account could have this service by an exception only.',
  'not-eligible': 'By today’s figures the account could not have this service.',
};

/** What the customer is entitled to by this contract, with the arithmetic behind it (AC4, GL1), and its gates (AC5, AC20). */
export function ContractEntitlements({ accountId, contractId }: ContractEntitlementsProps) {
  const entitlements = useGet('GET /accounts/:accountId/entitlements', { params: { accountId } });
  return (
    <QueryState query={entitlements}>
      {({ contracts }) => {
        const own = contracts.find((each) => each.contractId === contractId);
        return own ? <Entitlements accountId={accountId} entitled={own} /> : null;
      }}
    </QueryState>
  );
}

function Entitlements({ accountId, entitled }: { readonly accountId: string; readonly entitled: Entitled }) {
  const { seats, scope, eligibility, gates } = entitled;
  return (
    <Section title="What it entitles to" says="With the sums behind it">
      {seats.length > 0 && (
        <>
          <h3 className={classes['heading']}>Seats</h3>
          {seats.map((each) => (
            <div key={each.name} className={classes['seat']}>
              <span className={classes['seatName']}>{each.roleTitle}</span>
              <div className={classes['sums']}>
                <span>{each.sentence}</span>
                <span className={classes['quiet']}>{each.says}</span>
                <strong>
                  {each.taken} taken
                  {each.allowed !== null && `, ${each.free} of ${each.allowed} free`}
                </strong>
                {each.allowed !== null && each.taken > each.allowed && (
                  <span className={classes['full']}>
                    {each.taken - each.allowed} more than there are seats: take somebody out, or agree on more.
                  </span>
                )}
              </div>
            </div>
          ))}
        </>
      )}
      <h3 className={classes['heading']}>Eligibility</h3>
      <p style={{ margin: '0 0 6px' }}>{ELIGIBILITY[eligibility.eligibility]}</p>
      <EligibilityList accountId={accountId} eligibility={eligibility} />
      <GateList gates={gates} />
      <ScopeList title="Covered" items={scope.covered} says={scope.open} />
      <ScopeList title="Not covered" items={scope.excluded} says={null} />
      <ScopeList title="What it needs from the customer" items={scope.needs} says={null} />
      <ScopeList title="When a request can be declined" items={scope.grounds} says={null} />
    </Section>
  );
}
