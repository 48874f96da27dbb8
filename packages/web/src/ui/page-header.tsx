import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-header.module.css';

export type PageHeaderProps = {
  readonly title: string;
  /** One line below: what this is, or its key figures. */
  readonly says?: ReactNode;
  /** Buttons at the right; below on a phone. */
  readonly actions?: ReactNode;
};

/** The head of a page: its only h1. */
export function PageHeader({ title, says, actions }: PageHeaderProps) {
  return (
    <header className={classes['header']}>
      <div className={classes['words']}>
        <Title order={1}>{title}</Title>
        {says !== undefined && <div className={classes['says']}>{says}</div>}
      </div>
      {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
    </header>
  );
}
