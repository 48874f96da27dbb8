/** What a customer is entitled to by its contracts: seats, scope, eligibility. */
import { scopeOf, seatsOf, type ScopeItem, type Terms } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { loadContractTerms } from '../terms/index.ts';
import { readyVersions } from '../agreements/index.ts';
import { contractsOf } from './contract-of.ts';
import { accountStanding, peopleByRole } from './contract-views.ts';
import { eligibilityFor, eligibilityShown } from './eligibility.ts';

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
  const terms = new Map((await loadContractTerms(tx, accountId)).map((agreed) => [agreed.termsId, agreed.terms]));
  const counts: Record<string, number> = standing.hosts === null ? {} : { hosts: standing.hosts };
  const taken = await peopleByRole(tx, accountId);
  const contracts: Entitled[] = [];
  for (const { id, name, state, current } of await contractsOf(tx, accountId, now)) {
    const own = current && terms.get(current.id);
    if (!own || (state !== 'running' && state !== 'upcoming')) continue;
    const version = (await readyVersions(tx, [current.versionId])).get(current.versionId);
    if (!version) continue;
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
      eligibility: eligibilityShown(await eligibilityFor(tx, accountId, version, own.level, standing)),
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

function itemShown({ name, title, says, items, instead }: ScopeItem): Entitled['scope']['covered'][number] {
  return { name, title, says: says ?? null, items: [...items], instead: instead ?? null };
}
