/**
 * Licences begin and expire by themselves, at midnight of the account's zone (AC20). Called after every change and by a
 * job at the next such midnight; whoever comes first records each fact, once.
 */
import { recordFacts } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import { lockAccount } from './account-store.ts';
import { markBegun, markExpired, wakeForLicences } from './licence-store.ts';
import { licenceRows, type LicenceRow } from './licence-views.ts';

type NewFact = Parameters<typeof recordFacts>[1][number];

/** Records what came due and plans the next waking. */
export async function passLicenceMilestones(
  tx: Tx,
  accountId: string,
  now: Temporal.Instant,
): Promise<ApiResult<unknown>> {
  await lockAccount(tx, accountId);
  const facts: NewFact[] = [];
  const ahead: Temporal.Instant[] = [];
  for (const licence of await licenceRows(tx, accountId, now)) {
    if (licence.revokedAt !== null) continue;
    const { begins, expires } = spanOf(licence);
    const happened = (fact: string, at: Temporal.Instant) =>
      facts.push({ accountId, fact, subjectId: licence.id, at, data: { product: licence.product } });
    if (licence.begunAt === null) {
      if (isAfter(begins, now)) ahead.push(begins);
      else {
        await markBegun(tx, accountId, licence.id, begins.toString());
        happened('licence.issued', begins);
      }
    }
    if (expires === undefined || licence.expiredAt !== null) continue;
    if (isAfter(expires, now)) ahead.push(expires);
    else {
      await markExpired(tx, accountId, licence.id, expires.toString());
      happened('licence.expired', expires);
    }
  }
  const next = ahead.toSorted((a, b) => Temporal.Instant.compare(a, b))[0];
  if (next) await wakeForLicences(tx, accountId, next.toString());
  if (facts.length === 0) return { ok: true, value: undefined };
  const inOrder = facts.toSorted((a, b) => Temporal.Instant.compare(a.at ?? now, b.at ?? now));
  return recordFacts(tx, inOrder, { side: 'system', via: 'system' }, now);
}

/** From the first moment of the first day to the first moment after the last one. */
function spanOf({ validFrom, validUntil, zone }: LicenceRow): {
  readonly begins: Temporal.Instant;
  readonly expires: Temporal.Instant | undefined;
} {
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: zone }).toInstant();
  return {
    begins: midnight(Temporal.PlainDate.from(validFrom)),
    expires: validUntil === null ? undefined : midnight(Temporal.PlainDate.from(validUntil).add({ days: 1 })),
  };
}

function isAfter(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) > 0;
}
