/** Of what is broken some is asked not to be counted, and the customer's approver grants that, refuses it or lets it wait. */
import { SYSTEM } from '../platform/database/actor.ts';
import { chanceOf } from './chance.ts';
import { stateOf, type OwedRow } from './demo-views.ts';
import { DAY, workingMomentFrom } from './working-moment.ts';
import { customerWith, staffWith, type KnownAccount, type World } from './world.ts';

const ASKED = 0.45;

/** For a promise of the provider that is broken, or is going to be. */
export function planWaiver(world: World, account: KnownAccount, row: OwedRow, key: string): void {
  const chance = chanceOf('waiver', key);
  const brokenAt = row.dueAt ?? row.openedAt;
  if (row.side !== 'provider' || !chance.happens(ASKED)) return;
  const asker = staffWith(world, chance.happens(0.6) ? 'service-manager' : 'team-lead');
  const approver = customerWith(account, 'approver');
  const reason = chance.pick(REASONS);
  const at = workingMomentFrom(brokenAt + Math.round(chance.between(0.7, 4) * DAY), asker.zone, chance);
  const decides = workingMomentFrom(at + Math.round(chance.between(0.2, 5) * DAY), approver.zone, chance);
  const act = async () => {
    if ((await world.db.read(SYSTEM, (tx) => stateOf(tx, account.id, row.id))) !== 'breached') return;
    const params = { accountId: account.id, obligationId: row.id };
    const { id } = await world.server.call(asker, 'POST /accounts/:accountId/obligations/:obligationId/waivers', {
      params,
      body: { reason },
    });
    if (chance.happens(0.12)) return;
    const grant = chanceOf('grant', key).happens(0.65);
    const body = { grant, note: chance.pick(grant ? GRANTED : REFUSED) };
    const decide = () =>
      world.server.call(approver, 'POST /accounts/:accountId/waivers/:waiverId/decision', {
        params: { accountId: account.id, waiverId: id },
        body,
      });
    world.plan.add({ at: decides, key: `${key} waiver decided`, act: async () => void (await decide()) });
  };
  world.plan.add({ at, key: `${key} waiver`, act });
}

const REASONS = [
  'Our contact was in the air when it fell due, and both sides had agreed by phone to take it up the next morning.',
  'Your change freeze kept us from the systems we needed until the day after.',
  'The figures it depends on were delivered to us three days late.',
  'We missed it. It was made good the same week, and the reminder that failed has been replaced.',
  'It fell on a local holiday that the agreed calendar does not know; we propose to add it at the next renewal.',
] as const;
const GRANTED = [
  'Agreed, as discussed.',
  'Fine with us this time.',
  'Yes. Please keep us posted on the calendar change.',
] as const;
const REFUSED = [
  'We would rather see this one counted: it was the second time this quarter.',
  'No. The delay reached our own customers.',
] as const;
