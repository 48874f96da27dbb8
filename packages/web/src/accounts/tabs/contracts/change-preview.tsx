import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { countWords } from '../../../agreements/changes/count-words.ts';
import { DifferenceList } from '../../../agreements/changes/difference-list.tsx';
import type { Preview } from './contract.ts';

export type ChangePreviewProps = {
  readonly preview: Preview;
  /** Before it is saved it `would` need approval; a proposal `does`. */
  readonly tense: 'would' | 'does';
};

/** What a change means, promise by promise; that the customer has to agree is said first and cannot be overlooked. */
export function ChangePreview({ preview, tense }: ChangePreviewProps) {
  const { differences, needsApproval, approvers, weaker, cannotTell } = preview;
  const who =
    approvers.length === 0
      ? 'Nobody of this customer may agree yet: give somebody the role Approver first.'
      : `${approvers.map(({ name }) => name).join(' or ')} can agree.`;
  const why =
    weaker > 0 ? 'Something gets weaker' : cannotTell > 0 ? 'Nobody can tell by rule whether it gets weaker' : '';
  return (
    <>
      <Alert
        color={needsApproval ? 'larch' : 'spruce'}
        variant="light"
        mb="md"
        icon={needsApproval ? <IconAlertTriangle aria-hidden /> : <IconCircleCheck aria-hidden />}
        title={
          needsApproval
            ? `${why === '' ? 'This' : `${why}: this`} needs the customer’s approval (CA15)`
            : tense === 'would'
              ? 'Nothing gets weaker: it holds as soon as you agree on it'
              : 'Nothing gets weaker'
        }
      >
        In all: {countWords(preview)}; everything else stays the same.
        {needsApproval && tense === 'would' && ` It waits as a proposal. ${who}`}
        {needsApproval && tense === 'does' && ` ${who}`}
      </Alert>
      <DifferenceList
        differences={differences}
        heading="h2"
        weakerSays="Only the customer’s approver can let this become true (CA15)."
      />
    </>
  );
}
