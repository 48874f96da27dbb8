/** Time that is logged against a limit: most weeks below it, now and then over it with an approval. */
import type { Term } from '@tamarack/core';
import { chanceOf } from './chance.ts';
import { newSubject } from './happen.ts';
import { planFact } from './plan-fact.ts';
import { ownerOf } from './player.ts';
import { DAY, HOUR, localOf, midnight } from './working-moment.ts';
import { latestTerms, type KnownAccount, type KnownContract, type World } from './world.ts';

/** Plans what is logged under every limit of the contract that counts time. */
export function planHours(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  from: number,
  to: number,
): void {
  const terms = latestTerms(account, contract.id)?.terms;
  for (const term of terms?.promises.values() ?? []) {
    if (term.clause.form !== 'limit' || !term.clause.limit.includes('hours.logged') || !terms) continue;
    const quantity = term.quantity(terms.level, undefined);
    if (quantity.is !== 'value' || quantity.value.of !== 'time') continue;
    const monday = midnight(from, account.zone, 8 - localOf(from, account.zone).dayOfWeek);
    for (let week = 0; monday + week * 7 * DAY < to; week += 1)
      planWeek(world, account, contract, term, quantity.value.seconds, monday + week * 7 * DAY, week);
  }
}

function planWeek(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  { clause, name }: Term,
  allowed: number,
  monday: number,
  week: number,
): void {
  const key = `${contract.key} ${name} week ${week}`;
  const chance = chanceOf('hours', key);
  const role = clause.by?.provider ?? 'account-manager';
  const by = ownerOf(world, account, contract.id, 'provider', role);
  const log = (fact: string, at: number, seconds: number, who = by, note: string = chance.pick(WORK)) =>
    planFact(world, account, {
      subject: newSubject(account, {
        key: `${key} ${fact} ${at}`,
        kind: 'hours',
        contractId: contract.id,
        title: 'Hours',
      }),
      fact,
      by: who,
      at,
      data: { seconds, role },
      note,
    });
  const isOver = chance.happens(0.07);
  const days = allowed > 20 * HOUR ? 5 : chance.whole(2, 3);
  const used = allowed * (isOver ? chance.between(1.05, 1.2) : chance.between(0.55, 0.97));
  const approver = ownerOf(world, account, contract.id, 'provider', 'service-manager');
  if (isOver && chance.happens(0.75))
    log(
      'hours.excess-approved',
      monday + DAY + 10 * HOUR,
      Math.round((used - allowed) / HOUR + 1) * HOUR,
      approver,
      'Approved: the upgrade needs more of us this week.',
    );
  for (let day = 0; day < days; day += 1)
    log(
      'hours.logged',
      monday + Math.floor((day * 5) / days) * DAY + Math.round(chance.between(15, 17.4) * HOUR),
      Math.round(used / days / 900) * 900,
    );
}

const WORK = [
  'Preparation of the call and its follow-up',
  'Upgrade planning',
  'Review of open tickets with support',
  'Configuration of the staged rollout',
  'Training material',
  'Health check of the patch proxy',
  'Coordination with the storage vendor',
] as const;
