import { Button, Modal } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useCall } from '../api/use-call.ts';
import { Instant } from '../ui/instant.tsx';
import { DataPairs } from '../ui/data-pairs.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import classes from './prove-it.module.css';

export type ProveItProps = { readonly accountId: string; readonly label?: string };

/** Recomputes ledger and seals from the journal, for whoever would rather check than believe. */
export function ProveIt({ accountId, label = 'Prove it' }: ProveItProps) {
  const [isShown, setShown] = useState(false);
  const proof = useCall('POST /accounts/:accountId/verification', { refreshes: [], quiet: true });
  const prove = () => {
    setShown(true);
    proof.mutate({ params: { accountId } });
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={proof.isPending}
        onClick={prove}
      >
        {label}
      </Button>
      <Modal
        opened={isShown && !proof.isPending}
        onClose={() => setShown(false)}
        title="The ledger, recomputed"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <RefusalNote error={proof.error} />
        {proof.data && <Proof {...proof.data} />}
      </Modal>
    </>
  );
}

type ProofProps = NonNullable<ReturnType<typeof useCall<'POST /accounts/:accountId/verification'>>['data']>;

function Proof({ checkedAt, rows, facts, seals, sealed, differences }: ProofProps) {
  const isFine = differences.length === 0;
  return (
    <>
      <p className={classes['outcome']} data-fine={isFine || undefined}>
        {isFine
          ? 'Every row follows from the journal, and every seal is whole.'
          : `${differences.length} ${differences.length === 1 ? 'difference was' : 'differences were'} found.`}
      </p>
      <DataPairs
        pairs={[
          ['Rows recomputed', rows.toLocaleString('en-GB')],
          ['Facts read', facts.toLocaleString('en-GB')],
          ['Facts under seals', `${sealed.toLocaleString('en-GB')} in ${seals.toLocaleString('en-GB')} seals`],
          ['Checked', <Instant key="at" at={checkedAt} as="full" />],
        ]}
      />
      {!isFine && (
        <ul className={classes['differences']}>
          {differences.slice(0, 50).map(({ what, says }) => (
            <li key={`${what} ${says}`}>
              <b>{what}</b> {says}
            </li>
          ))}
        </ul>
      )}
      <p className={classes['how']}>
        The latest facts wait a moment for their seal. Whoever has a shell on the server gets the same by “tamarack
        verify”.
      </p>
    </>
  );
}
