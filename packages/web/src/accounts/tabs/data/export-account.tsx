import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { addressOf } from '../../../api/address.ts';
import { countWords } from '../../../ui/count-words.ts';
import { Section } from '../../../ui/section.tsx';
import { sizeWords } from '../../../ledger/size-words.ts';
import { type ExportUnderWay, useExportProgress } from './use-export-progress.ts';
import classes from './data.module.css';

export type ExportAccountProps = { readonly accountId: string; readonly side: 'provider' | 'customer' };

/**
 * Everything of the account as one archive. The browser fetches it itself: it may be gigabytes, which a page would have to
 * hold in memory. How far it is says the server, here and not only in the browser's list.
 */
export function ExportAccount({ accountId, side }: ExportAccountProps) {
  const under = useExportProgress(accountId);
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
          onClick={under.asked}
        >
          Download the export
        </Button>
        <span role="status" className={classes['under-way']}>
          {howFar(under)}
        </span>
        {under.phase === 'under-way' && (
          <Button variant="default" onClick={under.giveUp}>
            Give it up
          </Button>
        )}
      </Group>
    </Section>
  );
}

function howFar({ phase, progress }: ExportUnderWay): string {
  if (phase === 'asked') return 'It is being put together; your browser saves it.';
  if (phase === 'given-up') return 'It was given up.';
  if (phase === 'over') return 'Nothing is under way any more; your browser’s list of downloads has it.';
  if (phase === 'none' || !progress) return '';
  return progress.isSending
    ? `It is being sent: ${sizeWords(progress.bytes)} so far. Your browser saves it.`
    : `It is being put together: ${countWords(progress.rows, 'row')} so far. A second one is refused until this one has been sent.`;
}
