import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

export type SectionProps = {
  readonly title: string;
  readonly says?: ReactNode;
  readonly actions?: ReactNode;
  /** Without inner distance, for a table that reaches the edges. */
  readonly flush?: boolean;
  readonly children: ReactNode;
};

/** A part of a page on a sheet of its own, under an h2. */
export function Section({ title, says, actions, flush = false, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={classes['section']} aria-labelledby={heading}>
      <header className={classes['header']}>
        <div>
          <Title order={2} id={heading}>
            {title}
          </Title>
          {says !== undefined && <div className={classes['says']}>{says}</div>}
        </div>
        {actions}
      </header>
      <div className={classes[flush ? 'flush' : 'body']}>{children}</div>
    </section>
  );
}
