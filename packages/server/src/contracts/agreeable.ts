/** What a contract on a version can fill in: for the form in which somebody does. */
import { whatToAgree } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import { readyVersions } from '../agreements/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';

type Agreeable = Gives<'GET /descriptions/:descriptionId/versions/:versionId/agreeable'>;

/** Refuses `record.not-found` where the version is not published or has no such level. */
export async function agreeableAt(
  tx: Tx,
  { descriptionId, versionId }: { readonly descriptionId: string; readonly versionId: string },
  level: string,
): Promise<ApiResult<Agreeable>> {
  const version = (await readyVersions(tx, [versionId])).get(versionId);
  const description = version?.ready.description;
  if (!description || version.descriptionId !== descriptionId || !Object.hasOwn(description.levels, level))
    return refuseApi('record.not-found');
  const { parameters, deviations, calendars } = whatToAgree(description, level);
  const attaches = description.service['attaches-to'];
  return {
    ok: true,
    value: {
      parameters: parameters.map(({ bounds, agreed, ...parameter }) => ({
        ...parameter,
        bounds: bounds ?? null,
        agreed: agreed ?? null,
      })),
      deviations: deviations.map(({ promise, title, says, rows }) => ({
        promise,
        title,
        says: says ?? null,
        rows: rows.map(({ severity, target, bounds }) => ({ severity: severity ?? null, target, bounds: [...bounds] })),
      })),
      calendars: [...calendars],
      isAddOn: attaches !== undefined,
      attachesTo: attaches?.says ?? null,
    },
  };
}
