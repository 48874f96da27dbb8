import { Group } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { DocumentView } from '../../../agreements/document/document-view.tsx';
import { PrintablePage } from '../../../agreements/document/printable-page.tsx';
import { addressOf } from '../../../api/address.ts';
import { useGet } from '../../../api/use-get.ts';
import { Link } from '../../../ui/link.tsx';
import { QueryState } from '../../../ui/query-state.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/contracts/$contractId/document');

/** The document at the contract's level: of the terms in force, or of those asked for. */
export function ContractDocumentPage() {
  const params = route.useParams();
  const { terms } = route.useSearch();
  const query = terms === undefined ? {} : { termsId: terms };
  const document = useGet('GET /accounts/:accountId/contracts/:contractId/document', { params, query });
  const { path } = addressOf('GET /accounts/:accountId/contracts/:contractId/page', params, query);
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Link href={`/accounts/${params.accountId}/contracts/${params.contractId}`}>Back to the contract</Link>
        <PrintablePage address={path} />
      </Group>
      <QueryState query={document}>{(model) => <DocumentView document={model} />}</QueryState>
    </>
  );
}
