/** Who plays the roles of a contract, by name: whoever is named is told of what the role owes. */
import type { Gives } from '@tamarack/contract';
import { readyVersions } from '../agreements/index.ts';
import { recordFacts } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { contractById } from './contract-of.ts';
import { lockContracts } from './contract-store.ts';
import type { By } from './by.ts';
import { saveAssignments } from './role-assignment-store.ts';
import { assignedPeople, eligiblePeople } from './role-assignment-views.ts';

type ContractIds = { readonly accountId: string; readonly contractId: string };
type RoleIds = ContractIds & { readonly side: 'provider' | 'customer'; readonly role: string };
type RolesOfContract = Gives<'GET /accounts/:accountId/contracts/:contractId/roles'>;
type Role = Omit<RolesOfContract['rows'][number], 'people'>;

/** The roles of the present terms, the provider's first, with who is named for each. Refuses `record.not-found`. */
export async function rolesOfContract(
  tx: Tx,
  ids: ContractIds,
  now: Temporal.Instant,
): Promise<ApiResult<RolesOfContract>> {
  const roles = await presentRoles(tx, ids, now);
  if (!roles) return refuseApi('record.not-found');
  const named = await assignedPeople(tx, ids.accountId, ids.contractId);
  const rows = roles.map((role) => ({
    ...role,
    people: named
      .filter(({ side, role: of }) => side === role.side && of === role.role)
      .map(({ id, name }) => ({ id, name })),
  }));
  return { ok: true, value: { rows } };
}

/**
 * Names these people for a role and no others. Refuses `record.not-found` for a role that the present terms do not know, and
 * `value.not-allowed` for people who are not of that side: active staff, or people of the account.
 */
export async function namePeople(
  tx: Tx,
  { side, role, ...ids }: RoleIds,
  personIds: readonly string[],
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<undefined>> {
  await lockContracts(tx, ids.accountId);
  const roles = await presentRoles(tx, ids, now);
  if (!roles) return refuseApi('record.not-found');
  if (!roles.some((known) => known.side === side && known.role === role))
    return refuseApi('record.not-found', `The service of this contract has no such role of the ${side}.`);
  const eligible = await eligiblePeople(tx, ids.accountId, side, personIds);
  const wrong = personIds.findIndex((id) => !eligible.includes(id));
  if (wrong >= 0)
    return refuseApi('value.not-allowed', NOT_ELIGIBLE[side], [
      { path: `personIds.${wrong}`, says: NOT_ELIGIBLE[side] },
    ]);
  const { added, taken } = await saveAssignments(tx, { ...ids, side, role }, personIds, now);
  const told = (fact: string, people: readonly string[]) =>
    people.map((subjectId) => ({ ...ids, fact, subjectId, data: { role } }));
  const facts = [...told('person.unassigned', taken), ...told('person.assigned', added)];
  const recorded = await recordFacts(tx, facts, by, now);
  return recorded.ok ? { ok: true, value: undefined } : recorded;
}

const NOT_ELIGIBLE: Readonly<Record<RoleIds['side'], string>> = {
  provider: "A role of the provider is played by the provider's active staff.",
  customer: 'A role of the customer is played by active people of this account.',
};

/** By the terms in force, else by those proposed; undefined where there is no such contract. */
async function presentRoles(tx: Tx, ids: ContractIds, now: Temporal.Instant): Promise<Role[] | undefined> {
  const contract = await contractById(tx, ids.accountId, ids.contractId, now);
  if (!contract) return undefined;
  const versionId = (contract.current ?? contract.proposed)?.versionId;
  const version = versionId === undefined ? undefined : (await readyVersions(tx, [versionId])).get(versionId);
  if (!version) return [];
  const { roles } = version.ready.description;
  return (['provider', 'customer'] as const).flatMap((side) =>
    Object.entries(roles[side]).map(([role, { name, duties = [] }]) => ({ side, role, name, duties: [...duties] })),
  );
}
