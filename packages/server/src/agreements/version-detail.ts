/** A version as the contract shows it: with its findings, and whether who asks may decide on it. */
import { WHO_MAY, type Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { staffInRoles, versionById, type StoredVersion } from './description-views.ts';
import { examineText } from './examine-text.ts';
import { whoApproves, type Approval } from './who-approves.ts';

export type VersionDetail = Gives<'GET /descriptions/:descriptionId/versions/:versionId'>;

/** Refuses `record.not-found`. */
export async function versionDetail(
  tx: Tx,
  descriptionId: string,
  versionId: string,
  personId: string | undefined,
): Promise<ApiResult<VersionDetail>> {
  const stored = await versionById(tx, descriptionId, versionId);
  if (!stored) return refuseApi('record.not-found');
  const { holidays, ...shown } = stored;
  const findings = await examineText(stored.source, holidays);
  if (!findings.ok) return findings;
  const approval = await approvalOf(tx, stored);
  const mayApprove = stored.state === 'in-review' && personId !== undefined && approval.mayApprove(personId);
  return { ok: true, value: { ...shown, ...findings.value, mayApprove, approvalRule: approval.rule } };
}

export async function approvalOf(tx: Tx, { approver, submittedBy }: StoredVersion): Promise<Approval> {
  return whoApproves(approver, submittedBy?.id, await staffInRoles(tx, WHO_MAY['descriptions.approve']));
}
