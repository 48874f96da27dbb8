import { mayDo, useMe } from '../../../api/me.ts';
import { useCall } from '../../../api/use-call.ts';
import { useGet } from '../../../api/use-get.ts';
import { Instant } from '../../../ui/instant.tsx';
import { Link } from '../../../ui/link.tsx';
import { QueryState } from '../../../ui/query-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { SureButton } from '../../../ui/sure-button.tsx';
import { ChangePreview } from './change-preview.tsx';
import classes from './contract-page.module.css';
import type { Contract, Terms } from './contract.ts';
import { DecideOnProposal } from './decide-on-proposal.tsx';

export type ProposalSectionProps = {
  readonly accountId: string;
  readonly zone: string;
  readonly contract: Contract;
  readonly proposed: Terms;
};

/** A change that waits: what it means, and for whoever may, the decision. */
export function ProposalSection({ accountId, zone, contract, proposed }: ProposalSectionProps) {
  const me = useMe();
  const params = { accountId, contractId: contract.id, termsId: proposed.id };
  const isFirst = contract.state === 'proposed';
  const mayDecide = mayDo(me, 'contracts.approve', accountId);
  const whom = me.side === 'provider' ? 'the customer' : mayDecide ? 'you' : 'your approver';
  const meaning = useGet('GET /accounts/:accountId/contracts/:contractId/changes/:termsId/differences', { params });
  const withdraw = useCall('POST /accounts/:accountId/contracts/:contractId/changes/:termsId/withdrawal');
  const { title, levelTitle, documentVersion, fromAt, proposedBy, proposedAt, note } = proposed;
  return (
    <Section
      title={isFirst ? `This contract waits for ${whom}` : `A change waits for ${whom}`}
      says={
        <>
          {title}, {levelTitle}, version {documentVersion}, from <Instant at={fromAt} accountZone={zone} as="full" />{' '}
          on. Proposed <Instant at={proposedAt} accountZone={zone} as="relative" />
          {proposedBy !== null && ` by ${proposedBy.name}`}.
        </>
      }
      actions={
        mayDo(me, 'contracts.write', accountId) && (
          <SureButton
            label="Withdraw"
            sureLabel="Withdraw it for good"
            size="xs"
            loading={withdraw.isPending}
            onSure={() => withdraw.mutate({ params, body: {} })}
          />
        )
      }
    >
      {note !== null && note !== '' && <p className={classes['note']}>{note}</p>}
      <p className={classes['note']}>
        <Link href={`/accounts/${accountId}/contracts/${contract.id}/document?terms=${proposed.id}`}>
          Read the document as it would be
        </Link>
      </p>
      {isFirst ? (
        <p className={classes['note']}>
          It begins in the past, so from the agreement on things are owed that fell due before. The approver of the
          customer agrees to that first.
        </p>
      ) : (
        <QueryState query={meaning}>{(preview) => <ChangePreview preview={preview} tense="does" />}</QueryState>
      )}
      {mayDecide && <DecideOnProposal {...params} />}
    </Section>
  );
}
