import { Button, Group } from '@mantine/core';
import { LedgerFigures } from '../../ledger/ledger-figures.tsx';
import { ledgerHref } from '../../ledger/ledger-search.ts';
import { RecordFactButton } from '../../ledger/record/record-fact-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { OpenTickets } from '../../tickets/list/open-tickets.tsx';
import { NextObligations } from '../overview/next-obligations.tsx';
import classes from '../overview/overview.module.css';
import { TeamList } from '../overview/team-list.tsx';
import { WaitsForYou } from './waits-for-you.tsx';

/** The portal's first page: what waits for the reader, what comes next from either side, and who serves the account. */
export function PortalHome({ accountId }: { readonly accountId: string }) {
  const all = (
    <Button component={Link} href={ledgerHref(accountId, {})} variant="default" size="xs">
      What we were promised
    </Button>
  );
  return (
    <>
      <WaitsForYou accountId={accountId} />
      <Group justify="space-between" align="start" mb={{ base: 'md', sm: 0 }}>
        <div style={{ flex: '1 1 320px' }}>
          <LedgerFigures accountId={accountId} />
        </div>
        <RecordFactButton accountId={accountId} />
      </Group>
      <OpenTickets accountId={accountId} />
      <div className={classes['sides']}>
        <Section title="What comes next for you" says="Owed by the provider" actions={all}>
          <NextObligations
            accountId={accountId}
            side="provider"
            none="Nothing is due at present. Promises that a contract makes stand here with their deadlines."
          />
        </Section>
        <Section title="What you owe" says="Owed by your people">
          <NextObligations
            accountId={accountId}
            side="customer"
            none="Nothing. When an answer or an approval of yours is waited for, it stands here."
          />
        </Section>
      </div>
      <Section title="Your team" says="Who serves you, and in which roles">
        <TeamList accountId={accountId} />
      </Section>
    </>
  );
}
