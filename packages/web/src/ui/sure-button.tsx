import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';

export type SureButtonProps = Pick<ButtonProps, 'size' | 'loading' | 'disabled'> & {
  readonly label: string;
  /** What the second press says: "Revoke for good". */
  readonly sureLabel: string;
  readonly onSure: () => void;
};

/** For what cannot be undone: the first press asks, the second does it; leaving the button takes the question back. */
export function SureButton({ label, sureLabel, onSure, ...button }: SureButtonProps) {
  const [asks, setAsks] = useState(false);
  const press = () => {
    if (asks) onSure();
    setAsks(!asks);
  };
  return (
    <Button
      variant={asks ? 'filled' : 'default'}
      {...(asks ? { color: 'red.9' } : {})}
      {...button}
      onClick={press}
      onBlur={() => setAsks(false)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setAsks(false);
      }}
    >
      {asks ? sureLabel : label}
    </Button>
  );
}
