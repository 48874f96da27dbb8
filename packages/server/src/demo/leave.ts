/** Account managers go on leave, and everybody whom they serve is told and covered. */
import { chanceOf } from './chance.ts';
import { newSubject } from './happen.ts';
import { planFact } from './plan-fact.ts';
import { DAY, HOUR, instantOf, midnight, secondsOf } from './working-moment.ts';
import type { Person } from './person.ts';
import { latestTerms, staffWith, type KnownAccount, type KnownContract, type World } from './world.ts';

/** Plans the leave of everybody who manages accounts, in the contracts that promise something about it. */
export function planLeave(world: World): void {
  for (const person of world.staff.filter(({ roles }) => roles.includes('technical-account-manager'))) {
    const chance = chanceOf('leave', person.name);
    for (const share of [chance.between(0.3, 0.45), chance.between(0.72, 0.97)]) {
      const begins = midnight(world.begins + share * (world.ends - world.begins), person.zone);
      const days = chance.pick([3, 4, 5, 8, 10, 12]);
      const approved = begins - Math.round(chance.between(12, 25)) * DAY + 10 * HOUR;
      const act = async () => {
        for (const account of world.accounts.values())
          for (const contract of account.contracts) tell(world, account, contract, person, { begins, days });
      };
      world.plan.add({ at: approved, key: `leave of ${person.name} ${begins}`, act });
    }
  }
}

function tell(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  person: Person,
  { begins, days }: { begins: number; days: number },
): void {
  const agreed = latestTerms(account, contract.id);
  const isServed = contract.players.get('provider account-manager')?.id === person.id;
  const promises = [...(agreed?.terms.promises.values() ?? [])];
  const isTold = promises.some(({ clause }) => 'when' in clause && clause.when.includes('leave.approved'));
  const now = secondsOf(world.clock.now());
  if (!agreed || !isServed || !isTold || agreed.fromAt > now || (agreed.untilAt ?? now + 1) <= now) return;
  const by = staffWith(world, 'team-lead');
  const subject = newSubject(account, {
    key: `${contract.key} leave of ${person.name} ${begins}`,
    kind: 'leave',
    contractId: contract.id,
    title: `${person.name} is away`,
  });
  const first = instantOf(begins).toString();
  planFact(world, account, {
    subject,
    fact: 'leave.approved',
    by,
    at: now + 60,
    data: { begins: first, 'consecutive-days': days, role: 'account-manager' },
  });
  planFact(world, account, { subject, fact: 'leave.begins', by, at: begins, note: '' });
  planFact(world, account, { subject, fact: 'leave.ends', by, at: begins + days * DAY, note: '' });
}
