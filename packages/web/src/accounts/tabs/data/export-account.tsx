import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { addressOf } from '../../../api/address.ts';
import { Section } from '../../../ui/section.tsx';
import classes from './data.module.css';

export type ExportAccountProps = { readonly accountId: string; readonly side: 'provider' | 'customer' };

/**
 * Everything of the account as one archive. The browser fetches it itself: it may be gigabytes, which a page would have to
 * hold in memory, and the browser shows how far it is.
 */
export function ExportAccount({ accountId, side }: ExportAccountProps) {
  const [isAsked, setAsked] = useState(false);
  const { path } = addressOf('GET /accounts/:accountId/export', { accountId });
  return (
    <Section title="Take the data along" says="One archive (tar.gz) in open formats">
      <ul className={classes['contents']}>
        <li>The account, its people, contracts, licences, journal and ledger: as JSON Lines and as CSV.</li>
        <li>The agreed descriptions, as YAML and as documents; all files.</li>
        <li>A README that explains it, a JSON Schema for each table, and the seals that prove the journal.</li>
      </ul>
      <p className={classes['audience']}>
        {side === 'provider'
          ? 'This one is made for you: internal facts and files are in it. The customer’s administrator finds theirs, without them, in the portal.'
          : 'It holds what the portal shows. What the provider notes for itself is not in it.'}
      </p>
      <Group>
        <Button
          component="a"
          href={path}
          download
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => setAsked(true)}
        >
          Download the export
        </Button>
        <span role="status" className={classes['under-way']}>
          {isAsked &&
            'It is being put together; your browser saves it and shows how far it is. With a long history it takes a minute to begin. A second one is refused until this one has been sent.'}
        </span>
      </Group>
    </Section>
  );
}
