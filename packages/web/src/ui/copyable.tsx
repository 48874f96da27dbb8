import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './copyable.module.css';

export type CopyableProps = {
  /** What is copied. */
  readonly text: string;
  /** What it is, for the button's name: "Copy the token". */
  readonly what: string;
  /** Shown instead, where the text reads better in groups. */
  readonly children?: ReactNode;
};

/** A text to take elsewhere: an address to register, a secret that is shown once. */
export function Copyable({ text, what, children }: CopyableProps) {
  return (
    <div className={classes['copyable']}>
      <code className={classes['text']}>{children ?? text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Copy ${what}`}
            leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
