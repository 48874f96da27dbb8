import type { Gives } from '@tamarack/contract';
import { mayDo, useMe } from '../api/me.ts';
import { Instant } from '../ui/instant.tsx';
import { Section } from '../ui/section.tsx';
import { DecideOnWaiver } from './decide-on-waiver.tsx';
import type { Obligation } from './obligation-words.ts';
import classes from './waivers.module.css';

type Waiver = Gives<'GET /accounts/:accountId/obligations/:obligationId'>['waivers'][number];

export type WaiversProps = {
  readonly accountId: string;
  readonly obligation: Obligation;
  readonly waivers: readonly Waiver[];
};

const STATES: Readonly<Record<Waiver['state'], string>> = {
  requested: 'Waits for the customer’s approver',
  granted: 'Granted',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

/** Who asked not to count it and why, and what the customer's approver said. */
export function Waivers({ accountId, obligation, waivers }: WaiversProps) {
  const me = useMe();
  if (waivers.length === 0) return null;
  return (
    <Section title="Waivers" says="Both sides agree not to count it">
      {waivers.map(({ id, state, reason, requestedBy, requestedAt, decidedBy, decidedAt, decisionNote }) => (
        <article key={id} className={classes['waiver']}>
          <div className={classes['state']}>{STATES[state]}</div>
          <p className={classes['reason']}>{reason}</p>
          <div className={classes['who']}>
            asked by {requestedBy}, <Instant at={requestedAt} accountZone={obligation.accountZone} as="short" />
          </div>
          {decidedBy !== null && decidedAt !== null && (
            <div className={classes['who']}>
              {state} by {decidedBy}, <Instant at={decidedAt} accountZone={obligation.accountZone} as="short" />
              {decisionNote !== null && decisionNote !== '' && `: ${decisionNote}`}
            </div>
          )}
          {state === 'requested' && mayDo(me, 'waivers.approve', accountId) && (
            <DecideOnWaiver accountId={accountId} waiverId={id} />
          )}
        </article>
      ))}
    </Section>
  );
}
