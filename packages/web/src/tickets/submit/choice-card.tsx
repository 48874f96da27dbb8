import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './choice-card.module.css';

export type ChoiceCardProps = {
  readonly value: string;
  readonly name: ReactNode;
  readonly children?: ReactNode;
};

/** One of several choices as a card: what it is called, and below that what it means. */
export function ChoiceCard({ value, name, children }: ChoiceCardProps) {
  return (
    <Radio.Card value={value} className={classes['card'] ?? ''}>
      <Radio.Indicator className={classes['dot'] ?? ''} />
      <span className={classes['words']}>
        <span className={classes['name']}>{name}</span>
        {children}
      </span>
    </Radio.Card>
  );
}
