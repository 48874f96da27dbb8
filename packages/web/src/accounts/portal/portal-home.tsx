import { Button, SimpleGrid } from '@mantine/core';
import { LedgerFigures } from '../../ledger/ledger-figures.tsx';
import { ledgerHref } from '../../ledger/ledger-search.ts';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { NextObligations } from './next-obligations.tsx';
import { TeamList } from './team-list.tsx';
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
      <LedgerFigures accountId={accountId} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={{ base: 0, lg: 'md' }}>
        <Section title="What comes next for you" says="Owed by the provider" actions={all}>
          <NextObligations accountId={accountId} side="provider" />
        </Section>
        <div>
          <Section title="What we ask of you" says="Owed by your people">
            <NextObligations accountId={accountId} side="customer" />
          </Section>
          <Section title="Your team">
            <TeamList accountId={accountId} />
          </Section>
        </div>
      </SimpleGrid>
    </>
  );
}
