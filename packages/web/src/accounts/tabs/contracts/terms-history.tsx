import { VerdictMark } from '../../../agreements/changes/verdict-mark.tsx';
import { Instant } from '../../../ui/instant.tsx';
import { Link } from '../../../ui/link.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './contract-page.module.css';
import type { Contract, Terms } from './contract.ts';

export type TermsHistoryProps = { readonly accountId: string; readonly zone: string; readonly contract: Contract };

const STATES: Readonly<Record<Terms['state'], string>> = {
  proposed: 'Waits for the customer',
  agreed: 'Agreed',
  declined: 'Declined by the customer',
  withdrawn: 'Withdrawn',
};

const DECIDED: Readonly<Record<Terms['state'], string>> = {
  proposed: 'Decided',
  agreed: 'Agreed',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
};

/** All terms, the newest first: who proposed and who decided. */
export function TermsHistory({ accountId, zone, contract: { id, history } }: TermsHistoryProps) {
  const at = (instant: string) => <Instant at={instant} accountZone={zone} as="short" />;
  return (
    <Section title="What was agreed when" says="The newest first">
      <ol className={classes['history']}>
        {history.map((terms) => (
          <li key={terms.id} className={classes['entry']}>
            <div className={classes['entryTitle']}>
              {STATES[terms.state]}: {terms.levelTitle}, version {terms.documentVersion}
              {terms.verdict !== null && <VerdictMark verdict={terms.verdict} />}
            </div>
            <div className={classes['entrySays']}>
              From {at(terms.fromAt)}
              {terms.untilAt !== null && <> until {at(terms.untilAt)}</>} ·{' '}
              <Link
                href={`/accounts/${accountId}/contracts/${id}/document?terms=${terms.id}`}
                aria-label={`Document of the terms from ${terms.fromAt.slice(0, 10)}`}
              >
                Document
              </Link>
            </div>
            <div className={classes['entrySays']}>
              Proposed {at(terms.proposedAt)}
              {terms.proposedBy !== null && ` by ${terms.proposedBy.name}`}
              {terms.note !== null && terms.note !== '' && <>: “{terms.note}”</>}
            </div>
            {terms.decidedAt !== null && (
              <div className={classes['entrySays']}>
                {DECIDED[terms.state]} {at(terms.decidedAt)}
                {terms.decidedBy !== null && ` by ${terms.decidedBy.name}`}
                {terms.decisionNote !== null && terms.decisionNote !== '' && <>: “{terms.decisionNote}”</>}
              </div>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
