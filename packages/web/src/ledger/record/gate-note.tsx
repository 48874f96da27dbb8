import { Alert } from '@mantine/core';
import { useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import type { RecordableFact } from './draft.ts';

export type GateNoteProps = { readonly accountId: string; readonly row: RecordableFact };

/** Warns of a closed gate before the fact goes through it: what is missing is easier to get before than to explain after. */
export function GateNote({ accountId, row: { contractId, fact } }: GateNoteProps) {
  const me = useMe();
  const entitlements = useGet('GET /accounts/:accountId/entitlements', { params: { accountId } });
  const own = entitlements.data?.contracts.find((each) => each.contractId === contractId);
  const needs = (own?.gates ?? []).filter(({ facts }) => facts.includes(fact)).flatMap((gate) => gate.needs);
  const missing = needs.filter(({ of, given, people }) => {
    const who = people.find(({ id }) => id === me.id);
    return of === 'account' ? !given : who?.given === false;
  });
  if (missing.length === 0) return null;
  return (
    <Alert color="larch" variant="light" title="A gate stands before this, and it is not open">
      {missing.map(({ missing: lacks, remedy }) => `${lacks} ${remedy}`).join(' ')} Recorded all the same, it breaks the
      promise of the gate, unless what is missing was recorded for this one thing.
    </Alert>
  );
}
