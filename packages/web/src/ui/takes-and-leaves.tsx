import { SimpleGrid, Title } from '@mantine/core';
import { useId } from 'react';
import classes from './takes-and-leaves.module.css';

/** One thing, and why it stays; what goes needs no reason. */
type Item = readonly [what: string] | readonly [what: string, why: string];

export type TakesAndLeavesProps = { readonly goes: readonly Item[]; readonly stays: readonly Item[] };

/** What something irreversible would take, beside what it would leave. */
export function TakesAndLeaves({ goes, stays }: TakesAndLeavesProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={{ base: 'sm', sm: 40 }} mb="md">
      <Items title="What goes" items={goes} />
      <Items title="What stays" items={stays} />
    </SimpleGrid>
  );
}

function Items({ title, items }: { readonly title: string; readonly items: readonly Item[] }) {
  const heading = useId();
  return (
    <div>
      <Title order={3} id={heading}>
        {title}
      </Title>
      <ul className={classes['items']} aria-labelledby={heading}>
        {items.map(([what, why]) => (
          <li key={what}>
            {what}
            {why !== undefined && <div className={classes['why']}>{why}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
