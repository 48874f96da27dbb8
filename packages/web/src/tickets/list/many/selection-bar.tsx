import { Button, CloseButton } from '@mantine/core';
import { IconCheck, IconHandGrab, IconHourglass, IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { countWords } from '../../../ui/count-words.ts';
import type { ManyAct } from './many-dialogue.tsx';
import classes from './selection-bar.module.css';
import type { Selection } from './use-selection.tsx';
import { useChangeMany } from './use-change-many.ts';

const ManyDialogue = lazy(() => import('./many-dialogue.tsx').then((module) => ({ default: module.ManyDialogue })));

/** What can be done to all rows that are chosen; above the list while there are any. */
export function SelectionBar({ selection: { chosen, clear } }: { readonly selection: Selection }) {
  const me = useMe();
  const [act, setAct] = useState<ManyAct>();
  const { isPending, change } = useChangeMany();
  if (chosen.length === 0) return null;
  return (
    <div className={classes['bar']} role="region" aria-label="Chosen tickets">
      <b aria-live="polite">{countWords(chosen.length, 'ticket')} chosen</b>
      <Button
        size="xs"
        variant="default"
        loading={isPending}
        leftSection={<IconHandGrab size={15} aria-hidden />}
        onClick={() => void change(chosen, { do: 'assign', assigneeId: me.id }, 'taken', clear)}
      >
        Take them
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconUserPlus size={15} aria-hidden />}
        onClick={() => setAct('assign')}
      >
        Assign…
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconHourglass size={15} aria-hidden />}
        onClick={() => setAct('hand-over')}
      >
        Hand over…
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCheck size={15} aria-hidden />}
        onClick={() => setAct('resolve')}
      >
        Resolve…
      </Button>
      <CloseButton aria-label="Choose none" onClick={clear} />
      <Suspense>
        {act && (
          <ManyDialogue
            act={act}
            count={chosen.length}
            isPending={isPending}
            onClose={() => setAct(undefined)}
            onChange={(action, says) =>
              void change(chosen, action, says, () => {
                setAct(undefined);
                clear();
              })
            }
          />
        )}
      </Suspense>
    </div>
  );
}
