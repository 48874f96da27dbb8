import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { Gives } from '@tamarack/contract';
import { Section } from '../ui/section.tsx';
import classes from './asked-of-gate.module.css';

type Asked = Gives<'GET /accounts/:accountId/obligations/:obligationId'>['asked'];

/** What a gate asked for at its moment, what was there, and for the next time what opens it. Nothing for other promises. */
export function AskedOfGate({ asked }: { readonly asked: Asked }) {
  if (asked.length === 0) return null;
  return (
    <Section title="What the gate asked for" says="At the moment of the fact that it guards">
      <ul className={classes['asked']}>
        {asked.map(({ says, given, missing, remedy }) => (
          <li key={says} data-given={given || undefined}>
            {given ? <IconCircleCheck size={16} aria-label="There" /> : <IconCircleX size={16} aria-label="Missing" />}
            <span>{given ? says : `${missing} ${remedy}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
