import { getRouteApi } from '@tanstack/react-router';
import { mayDo, useMe } from '../../api/me.ts';
import { EraseAccount } from './data/erase-account.tsx';
import { ExportAccount } from './data/export-account.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/data');

/** What the account's data are to whoever leaves or stays: taken along, and erased (GDPR, articles 17 and 20). */
export function DataTab() {
  const { accountId } = route.useParams();
  const me = useMe();
  return (
    <>
      <ExportAccount accountId={accountId} side={me.side} />
      {mayDo(me, 'accounts.erase', accountId) && <EraseAccount accountId={accountId} />}
    </>
  );
}
