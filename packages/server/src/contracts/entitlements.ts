/** What a customer is entitled to by its contracts: seats, scope, eligibility, and which gates stand before it. */
import { scopeOf, seatsOf, type ScopeItem, type StandingGate, type Terms } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { loadContractTerms } from '../terms/index.ts';
import { readyVersions } from '../agreements/index.ts';
import { standingGates } from '../obligations/index.ts';
import { contractsOf } from './contract-of.ts';
import { accountStanding, membersOf, peopleByRole } from './contract-views.ts';
import { eligibilityShown } from './eligibility.ts';

type Entitlements = Gives<'GET /accounts/:accountId/entitlements'>;
type Entitled = Entitlements['contracts'][number];

/** Contracts that run or will; those that ended give nothing any more. */
export async function entitlementsOf(
  tx: Tx,
  accountId: string,
  now: Temporal.Instant,
): Promise<ApiResult<Entitlements>> {
  const standing = await accountStanding(tx, accountId);
  if (!standing) return refuseApi('record.not-found');
  const all = await loadContractTerms(tx, accountId);
  const terms = new Map(all.map((agreed) => [agreed.termsId, agreed]));
  const counts: Record<string, number> = standing.hosts === null ? {} : { hosts: standing.hosts };
  const taken = await peopleByRole(tx, accountId);
  const members = await membersOf(tx, accountId);
  const ids = members.map(({ id }) => id);
  const gatesOf = await standingGates(tx, accountId, all, ids, now);
  const contracts: Entitled[] = [];
  for (const { id, name, state, current } of await contractsOf(tx, accountId, now)) {
    const agreed = current && terms.get(current.id);
    if (!agreed || (state !== 'running' && state !== 'upcoming')) continue;
    const version = (await readyVersions(tx, [current.versionId])).get(current.versionId);
    if (!version) continue;
    const own = agreed.terms;
    contracts.push({
      contractId: id,
      contract: name,
      title: current.title,
      levelTitle: current.levelTitle,
      seats: seatsOf(own, { counts, taken }).map((seats) => ({
        name: seats.name,
        role: seats.role,
        roleTitle: roleTitle(own, seats.role),
        says: seats.says,
        allowed: seats.allowed ?? null,
        taken: seats.taken,
        free: seats.free,
        sentence: seats.sentence,
      })),
      scope: scopeShown(own),
      eligibility: await eligibilityShown(tx, accountId, version, own.level, standing),
      gates: gatesOf(agreed).map((gate) => gateShown(gate, members)),
    });
  }
  return { ok: true, value: { contracts } };
}

function roleTitle({ description }: Terms, role: string): string {
  return description.roles.customer[role]?.name ?? role.replaceAll('-', ' ');
}

function scopeShown(terms: Terms): Entitled['scope'] {
  const { open, covered, excluded, grounds, needs } = scopeOf(terms);
  return {
    open: open ?? null,
    covered: covered.map(itemShown),
    excluded: excluded.map(itemShown),
    grounds: grounds.map(itemShown),
    needs: needs.map(itemShown),
  };
}

function gateShown(
  { needs, facts, ...gate }: StandingGate,
  members: readonly { readonly id: string; readonly name: string }[],
): Entitled['gates'][number] {
  return {
    ...gate,
    facts: [...facts],
    needs: needs.map(({ passing, ...need }) => ({
      ...need,
      people: need.of === 'person' ? members.map((who) => ({ ...who, given: passing.includes(who.id) })) : [],
    })),
  };
}

function itemShown({ name, title, says, items, instead }: ScopeItem): Entitled['scope']['covered'][number] {
  return { name, title, says: says ?? null, items: [...items], instead: instead ?? null };
}
