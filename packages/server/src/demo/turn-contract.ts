/** What becomes of contracts: renewed, ended, moved to another level, value or version; with the approver's word where it gets weaker. */
import type { CastContract } from './cast/customer.ts';
import { chanceOf } from './chance.ts';
import { look } from './look.ts';
import { DAY, instantOf, midnight, workingMomentFrom } from './working-moment.ts';
import { customerWith, nowOf, staffWith, type KnownAccount, type KnownContract, type World } from './world.ts';

export type NewestVersion = (service: CastContract['service']) => string;

/** Plans the turn that the cast names. */
export function planTurn(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  cast: CastContract,
  newest: NewestVersion,
): void {
  const { turn } = cast;
  if (!turn) return;
  const by = staffWith(world, 'account-executive');
  const wanted = Math.round(world.begins + turn.at * (world.ends - world.begins));
  const at = workingMomentFrom(wanted, by.zone, chanceOf('turn', contract.key));
  const act = async () => {
    if (turn.is === 'renewed') await renew(world, account, contract);
    else if (turn.is === 'ended') await end(world, account, contract);
    else await change(world, account, contract, { ...cast, ...turn }, newest(cast.service));
    await look(world, account);
  };
  world.plan.add({ at, key: `${contract.key} turns`, act });
}

function current(world: World, account: KnownAccount, contract: KnownContract) {
  const params = { accountId: account.id, contractId: contract.id };
  return world.server.call(staffWith(world, 'account-executive'), 'GET /accounts/:accountId/contracts/:contractId', {
    params,
  });
}

async function renew(world: World, account: KnownAccount, contract: KnownContract): Promise<void> {
  const { endsAt, version } = await current(world, account, contract);
  if (endsAt === null) return;
  const later = Temporal.Instant.from(endsAt).toZonedDateTimeISO(account.zone).add({ months: 12 }).toInstant();
  await world.server.call(
    staffWith(world, 'account-executive'),
    'POST /accounts/:accountId/contracts/:contractId/renewal',
    {
      params: { accountId: account.id, contractId: contract.id },
      body: { endsAt: later.toString(), note: 'Renewed for a year on unchanged terms.' },
      version,
    },
  );
}

async function end(world: World, account: KnownAccount, contract: KnownContract): Promise<void> {
  const { version } = await current(world, account, contract);
  const endsAt = instantOf(midnight(nowOf(world), account.zone, 8));
  await world.server.call(
    staffWith(world, 'account-executive'),
    'POST /accounts/:accountId/contracts/:contractId/ending',
    {
      params: { accountId: account.id, contractId: contract.id },
      body: { endsAt: endsAt.toString(), note: 'The hosts move to another operating system.' },
      version,
    },
  );
  const act = async () => {
    await world.server.runTask('contract-milestones', { accountId: account.id });
    await look(world, account);
  };
  world.plan.add({ at: Math.floor(endsAt.epochMilliseconds / 1000), key: `${contract.key} ended`, act });
}

type Wanted = CastContract & { readonly newest?: true };

async function change(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  wanted: Wanted,
  newest: string,
): Promise<void> {
  const { current: terms, version } = await current(world, account, contract);
  const { level, parameters = {}, deviations = [], calendars = {} } = wanted;
  const params = { accountId: account.id, contractId: contract.id };
  const changed = await world.server.call(
    staffWith(world, 'account-executive'),
    'POST /accounts/:accountId/contracts/:contractId/changes',
    {
      params,
      body: {
        ...{ level, parameters: { ...parameters }, deviations: [...deviations], calendars: { ...calendars } },
        versionId: wanted.newest ? newest : (terms?.versionId ?? newest),
        note: 'As discussed in the last review.',
      },
      version,
    },
  );
  const { proposed } = changed;
  if (!proposed) return;
  const approver = customerWith(account, 'approver');
  const at = workingMomentFrom(nowOf(world) + 2 * DAY, approver.zone, chanceOf('agrees', contract.key));
  const act = async () => {
    await world.server.call(approver, 'POST /accounts/:accountId/contracts/:contractId/changes/:termsId/decision', {
      params: { ...params, termsId: proposed.id },
      body: { agrees: true, note: 'Every other week is enough for us now.' },
    });
    await look(world, account);
  };
  world.plan.add({ at, key: `${contract.key} agreed`, act });
}
