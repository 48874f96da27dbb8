/** An obligation was opened: plans how it is kept. Mostly in time, sometimes late, rarely never. Nothing here knows a service. */
import type { Term } from '@tamarack/core';
import { SYSTEM } from '../platform/database/actor.ts';
import { chanceOf, type Chance } from './chance.ts';
import { chooseEvidence } from './choose-evidence.ts';
import { stateOf, type OwedRow } from './demo-views.ts';
import { newSubject } from './happen.ts';
import { fateOf, momentOf } from './moment-of-evidence.ts';
import { planFact } from './plan-fact.ts';
import { ownerOf } from './player.ts';
import { planWaiver } from './waivers.ts';
import { HOUR } from './working-moment.ts';
import { kindOf, nowOf, type KnownAccount, type KnownSubject, type World } from './world.ts';

const PERIODIC: ReadonlySet<string> = new Set(['cadence', 'count']);
const PLANNED: ReadonlySet<string> = new Set(['response', 'request', 'update', 'before', ...PERIODIC]);
/** Of the weekly calls this share falls out for a good reason, where the promise allows it. */
const EXCUSED = 0.06;

export function planEvidence(world: World, account: KnownAccount, row: OwedRow): void {
  const { promise, form, contractId, side, role } = row;
  if (row.state === 'breached') planWaiver(world, account, row, `${account.key} ${promise} ${row.openedAt}`);
  if (!PLANNED.has(form) || (row.state !== 'open' && row.state !== 'paused')) return;
  const term = account.agreed.find(({ termsId }) => termsId === row.termsId)?.terms.promises.get(promise);
  if (!term) return;
  const subject = PERIODIC.has(form) ? undefined : account.subjects.get(row.subjectId);
  const contract = account.contracts.find(({ id }) => id === contractId);
  const key = `${subject?.key ?? contract?.key ?? account.key} ${promise} ${row.cycle}.${row.turn}`;
  const chance = chanceOf('evidence', key);
  const fate = fateOf(term, row, chance);
  const excuse = excuseOf(term, chance);
  const facts = excuse === undefined ? chooseEvidence(term, subject?.kind ?? '', chance) : [excuse];
  if (facts.length === 0) return;
  if (fate !== 'kept' && row.dueAt !== null) planWaiver(world, account, row, key);
  if (fate === 'never') return;
  const by = ownerOf(world, account, contractId, side, role);
  let at = momentOf(row, subject?.kind ?? '', fate, by.zone, nowOf(world), chance);
  for (const fact of facts) {
    const target = targetOf(account, key, fact, contractId, subject);
    const data = kindOf(fact) === 'cover' ? { role: 'covering-account-manager' } : {};
    const unless = () => isSettled(world, account, row);
    at =
      planFact(world, account, { subject: target, fact, by, at, data, unless }) +
      Math.round(chance.between(0.2, 2) * HOUR);
  }
}

function excuseOf({ clause }: Term, chance: Chance): string | undefined {
  const isExcused = chance.happens(EXCUSED);
  return clause.form === 'cadence' && isExcused ? clause['excused-by']?.[0] : undefined;
}

/** The subject itself, what serves it already, or something new that does. */
function targetOf(
  account: KnownAccount,
  key: string,
  fact: string,
  contractId: string,
  subject: KnownSubject | undefined,
): KnownSubject {
  const kind = kindOf(fact);
  if (subject?.kind === kind) return subject;
  const attached = subject && account.attached.get(`${subject.key} ${kind}`);
  return (
    attached ?? newSubject(account, { key: `${key} ${kind}`, kind, contractId, ...(subject && { about: subject }) })
  );
}

/** Somebody else kept it meanwhile, or it is owed no more. */
async function isSettled(world: World, account: KnownAccount, row: OwedRow): Promise<boolean> {
  const state = await world.db.read(SYSTEM, (tx) => stateOf(tx, account.id, row.id));
  return state === 'met' || state === 'void' || state === 'waived';
}
