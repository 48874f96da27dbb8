import { Title } from '@mantine/core';
import type { Gives } from '@tamarack/contract';
import { Instant } from '../ui/instant.tsx';
import { Link } from '../ui/link.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { AboutLink } from './about-link.tsx';
import { ledgerHref } from './ledger-search.ts';
import classes from './obligation-head.module.css';
import { ownerWords } from './obligation-words.ts';
import { RecordFactButton } from './record/record-fact-button.tsx';
import { WaiverButton } from './waiver-button.tsx';

type Explained = Gives<'GET /accounts/:accountId/obligations/:obligationId'>;

/** What it is, how it stands, and what can be done about it. */
export function ObligationHead({ explained }: { readonly explained: Explained }) {
  const { obligation, headline, description } = explained;
  const { accountId, title, state, dueAt, accountZone, side, promise, contract, contractId } = obligation;
  const isOpen = state === 'open' || state === 'paused';
  return (
    <header className={classes['head']}>
      <div className={classes['words']}>
        <Title order={2} className={classes['title'] ?? ''}>
          {title}
        </Title>
        <p className={classes['about']}>
          <AboutLink row={obligation} />
        </p>
        <p className={classes['headline']}>{headline}</p>
        <p className={classes['facts']}>
          <StateBadge state={state} />
          {dueAt !== null && (
            <span>
              due <Instant at={dueAt} accountZone={accountZone} as="full" />
              {isOpen && (
                <>
                  {', '}
                  <Instant at={dueAt} accountZone={accountZone} />
                </>
              )}
            </span>
          )}
          <span>owed by the {ownerWords(obligation)}</span>
          <span>
            {contract}
            {description.version !== '' && `, ${description.level}, version ${description.version}`}
          </span>
          <Link href={ledgerHref(accountId, { promise, contract: contractId, side })}>All of this promise</Link>
        </p>
      </div>
      <div className={classes['actions']}>
        {isOpen && <RecordFactButton accountId={accountId} obligation={obligation} label="Record what meets it" />}
        <WaiverButton explained={explained} />
      </div>
    </header>
  );
}
