import { Outlet } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { listen } from '../../api/live.ts';
import { useMe } from '../../api/me.ts';
import { queryClient } from '../../api/query-client.ts';
import { ViewerZone } from '../../ui/viewer-zone.ts';
import { accountDestinations, consoleDestinations } from '../navigation.ts';
import { Frame } from './frame.tsx';
import { keepAccount, keptAccount } from './kept-account.ts';
import { useAccountInAddress } from './use-account-in-address.ts';

/** Console or portal: one frame, and for staff another rail than for customers. Listens to what happens elsewhere. */
export function SignedIn() {
  const me = useMe();
  const shown = useAccountInAddress();
  const { isMissing } = me.secondFactor;
  useEffect(() => (isMissing ? undefined : listen(queryClient)), [isMissing]);
  useEffect(() => {
    if (me.side === 'customer' && shown !== undefined) keepAccount(shown);
  }, [me.side, shown]);
  const own = shown ?? keptAccount(me);
  const destinations = useMemo(() => {
    if (isMissing) return [];
    if (me.side === 'provider') return consoleDestinations(me);
    return own === undefined ? [] : accountDestinations(me, own);
  }, [me, own, isMissing]);
  return (
    <ViewerZone value={me.zone}>
      <Frame me={me} accountId={own} destinations={destinations}>
        <Outlet />
      </Frame>
    </ViewerZone>
  );
}
