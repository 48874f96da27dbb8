import { Button } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { mayDo, useMe } from '../../api/me.ts';
import type { Obligation } from '../obligation-words.ts';
import { LazyRecordFact } from './lazy-record-fact.tsx';

export type RecordFactButtonProps = {
  readonly accountId: string;
  /** The form is filled in for what would meet it. */
  readonly obligation?: Obligation;
  readonly label?: string;
};

/** Opens the form for a fact, for those who may record. */
export function RecordFactButton({ accountId, obligation, label = 'Record a fact' }: RecordFactButtonProps) {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!mayDo(me, 'facts.record', accountId)) return null;
  return (
    <>
      <Button leftSection={<IconPencilPlus size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && <LazyRecordFact accountId={accountId} obligation={obligation} onClose={() => setOpen(false)} />}
    </>
  );
}
