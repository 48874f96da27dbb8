import type { Entitled } from './contract.ts';
import { ExceptionDecision } from './exception-decision.tsx';
import classes from './entitlements.module.css';

export type EligibilityListProps = {
  readonly accountId: string;
  /** Of the version on which an exception is decided; where it is left out nobody decides here. */
  readonly versionId?: string;
  readonly eligibility: Entitled['eligibility'];
};

/** Each rule with the figures that it was asked with, and each exception with who decided. */
export function EligibilityList({ accountId, versionId, eligibility: { rules, exceptions } }: EligibilityListProps) {
  return (
    <ul className={classes['plain']}>
      {rules.map(({ name, says, condition, holds, asks }) => (
        <li key={name}>
          <strong>{holds ? 'Holds' : 'Does not hold'}:</strong> {says}{' '}
          <span className={classes['quiet']}>
            ({condition}
            {asks.length > 0 && '; '}
            {asks
              .map(({ called, value }) => `${called}: ${value === null ? 'not known' : value.toLocaleString('en-GB')}`)
              .join(', ')}
            )
          </span>
        </li>
      ))}
      {exceptions.map(({ name, says, granted, refused, decisions }) => (
        <li key={name}>
          <strong>{granted ? 'Granted' : refused ? 'Refused' : 'Exception'}:</strong> {says}
          {decisions.map((decision) => (
            <ExceptionDecision
              key={decision.role}
              {...{ accountId, decision }}
              exception={name}
              versionId={granted ? undefined : versionId}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}
