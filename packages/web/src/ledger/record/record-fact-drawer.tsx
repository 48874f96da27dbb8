import { Drawer } from '@mantine/core';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import type { Obligation } from '../obligation-words.ts';
import { RecordFactForm } from './record-fact-form.tsx';

export type RecordFactDrawerProps = {
  readonly accountId: string;
  readonly obligation?: Obligation | undefined;
  readonly onClose: () => void;
};

/** The form beside the page from which it was asked for. */
export function RecordFactDrawer({ accountId, obligation, onClose }: RecordFactDrawerProps) {
  useFocusBack();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={460}
      title={obligation ? `Record what meets “${obligation.title}”` : 'Record a fact'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <RecordFactForm accountId={accountId} obligation={obligation} onDone={onClose} />
    </Drawer>
  );
}
