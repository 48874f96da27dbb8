import { Tooltip } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';

export type HintProps = {
  readonly label: ReactNode;
  /** Nothing that takes the focus: it is made anew when somebody points at it. */
  readonly children: ReactElement;
};

/** A tooltip that costs nothing until somebody points at it: a list has hundreds, and each made the list slower to walk. */
export function Hint({ label, children }: HintProps) {
  const [isMet, setMet] = useState(false);
  return (
    <span style={{ display: 'contents' }} onPointerEnter={() => setMet(true)} onPointerLeave={() => setMet(false)}>
      {isMet ? (
        <Tooltip label={label} defaultOpened>
          {children}
        </Tooltip>
      ) : (
        children
      )}
    </span>
  );
}
