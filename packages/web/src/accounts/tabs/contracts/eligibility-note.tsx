import { Alert } from '@mantine/core';
import { useGet } from '../../../api/use-get.ts';
import { EligibilityList } from './eligibility-list.tsx';

export type EligibilityNoteProps = { readonly accountId: string; readonly versionId: string; readonly level: string };

const WORDS = {
  eligible: 'This account can have it.',
  'by-exception': 'This account has it by an exception.',
  'needs-exception': 'This account can have it by an exception only, and none is on record.',
  'not-eligible': 'This account cannot have it.',
} as const;

/** Whether the account can have the level at all, before anybody fills in a form (GL1). */
export function EligibilityNote({ accountId, versionId, level }: EligibilityNoteProps) {
  const { data, isPlaceholderData } = useGet('GET /accounts/:accountId/eligibility', {
    params: { accountId },
    query: { versionId, level },
  });
  // What another level was asked says nothing of this one, and its exceptions are not this one's.
  if (!data || isPlaceholderData || (data.rules.length === 0 && data.eligibility === 'eligible')) return null;
  const isFine = data.eligibility === 'eligible' || data.eligibility === 'by-exception';
  return (
    <Alert color={isFine ? 'spruce' : 'larch'} variant="light" title={WORDS[data.eligibility]} mt="md">
      <EligibilityList accountId={accountId} versionId={versionId} eligibility={data} />
    </Alert>
  );
}
