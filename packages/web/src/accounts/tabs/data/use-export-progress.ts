import type { Gives } from '@tamarack/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { getOptions } from '../../../api/use-get.ts';

const ANEW_MS = 1000;
/** An export that is not seen by then was refused, or so short that it came and went between two looks. */
const LOOKS = 5;

type Progress = Gives<'GET /accounts/:accountId/export/progress'>;
/** Looks: how many found nothing since it was asked for. */
type Phase = { readonly is: 'none' | 'asked' | 'under-way' | 'over' | 'given-up'; readonly looks: number };

export type ExportUnderWay = {
  readonly phase: Phase['is'];
  readonly progress: Progress | undefined;
  readonly asked: () => void;
  readonly giveUp: () => void;
};

/** Follows the export that one asked for, here or at another tab: the browser saves it, and the server says how far it is. */
export function useExportProgress(accountId: string): ExportUnderWay {
  const [phase, setPhase] = useState<Phase>({ is: 'none', looks: 0 });
  const params = { accountId };
  const { data, dataUpdatedAt } = useQuery({
    ...getOptions('GET /accounts/:accountId/export/progress', { params }),
    staleTime: 0,
    refetchInterval: phase.is === 'asked' || phase.is === 'under-way' ? ANEW_MS : false,
  });
  const [lookedAt, setLookedAt] = useState(0);
  if (data && dataUpdatedAt !== lookedAt) {
    setLookedAt(dataUpdatedAt);
    setPhase((before) => after(before, data.isUnderWay));
  }
  const remove = useCall('DELETE /accounts/:accountId/export');
  return {
    phase: phase.is,
    progress: data,
    asked: () => setPhase({ is: 'asked', looks: 0 }),
    giveUp: () => remove.mutate({ params }, { onSuccess: () => setPhase({ is: 'given-up', looks: 0 }) }),
  };
}

function after({ is, looks }: Phase, isUnderWay: boolean): Phase {
  if (isUnderWay) return is === 'given-up' ? { is, looks } : { is: 'under-way', looks: 0 };
  if (is === 'asked') return looks + 1 >= LOOKS ? { is: 'over', looks: 0 } : { is, looks: looks + 1 };
  return is === 'under-way' ? { is: 'over', looks: 0 } : { is, looks };
}
