import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Copyable } from '../../../ui/copyable.tsx';
import classes from './recovery-codes.module.css';

export type RecoveryCodesProps = { readonly codes: readonly string[]; readonly onDone: () => void };

/** Shown this once: each opens the door once where the telephone is lost. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  return (
    <Stack maw={560}>
      <Alert color="larch" variant="light" title="Keep these recovery codes where your telephone is not.">
        Each signs you in once if the app is lost. They are not shown again.
      </Alert>
      <ol className={classes['codes']} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Copyable text={codes.join('\n')} what="all recovery codes">
        All {codes.length} at once
      </Copyable>
      <Group>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          Print
        </Button>
        <Button onClick={onDone}>I have kept them</Button>
      </Group>
    </Stack>
  );
}
