import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { Gives } from '@tamarack/contract';
import { lazy, Suspense, useState } from 'react';
import { mayDo, useMe } from '../api/me.ts';

const AskForWaiver = lazy(() => import('./ask-for-waiver.tsx').then((module) => ({ default: module.AskForWaiver })));

type Explained = Gives<'GET /accounts/:accountId/obligations/:obligationId'>;

/** Asks for a waiver of what was broken, for those who may, once. */
export function WaiverButton({ explained: { obligation, waivers } }: { readonly explained: Explained }) {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const isAsked = waivers.some(({ state }) => state === 'requested' || state === 'granted');
  if (obligation.state !== 'breached' || isAsked || !mayDo(me, 'obligations.waive', obligation.accountId)) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconHandStop size={16} aria-hidden />} onClick={() => setOpen(true)}>
        Ask for a waiver
      </Button>
      <Suspense>{isOpen && <AskForWaiver obligation={obligation} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
