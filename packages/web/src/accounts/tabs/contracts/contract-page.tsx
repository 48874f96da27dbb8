import { getRouteApi } from '@tanstack/react-router';
import { useGet } from '../../../api/use-get.ts';
import { QueryState } from '../../../ui/query-state.tsx';
import { ContractHead } from './contract-head.tsx';
import { ContractEntitlements } from './contract-entitlements.tsx';
import { DatesSection } from './dates-section.tsx';
import { ProposalSection } from './proposal-section.tsx';
import { RolesSection } from './roles/roles-section.tsx';
import { TermsHistory } from './terms-history.tsx';
import { TermsSection } from './terms-section.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/contracts/$contractId/');

/** One contract, the same for both sides: what waits, what is agreed, until when, and what it entitles to. */
export function ContractPage() {
  const params = route.useParams();
  const account = useGet('GET /accounts/:accountId', { params });
  const contract = useGet('GET /accounts/:accountId/contracts/:contractId', { params });
  const zone = account.data?.zone ?? 'UTC';
  const place = { accountId: params.accountId, zone };
  return (
    <QueryState query={contract}>
      {(data) => (
        <>
          <ContractHead {...place} contract={data} />
          {data.proposed !== null && <ProposalSection {...place} contract={data} proposed={data.proposed} />}
          {data.current !== null && <TermsSection terms={data.current} />}
          <DatesSection {...place} contract={data} />
          <RolesSection accountId={params.accountId} contractId={data.id} />
          <ContractEntitlements accountId={params.accountId} contractId={data.id} />
          <TermsHistory {...place} contract={data} />
        </>
      )}
    </QueryState>
  );
}
