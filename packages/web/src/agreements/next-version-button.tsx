import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { type Me, mayDo } from '../api/me.ts';
import { Link } from '../ui/link.tsx';
import type { VersionRow } from './version-columns.tsx';

const NextVersionForm = lazy(() =>
  import('./next-version-form.tsx').then((module) => ({ default: module.NextVersionForm })),
);

export type NextVersionButtonProps = {
  readonly me: Me;
  readonly descriptionId: string;
  /** The newest first. */
  readonly versions: readonly VersionRow[];
};

/** Leads to the version in work, or begins the next one from the newest: only one is worked on at a time. */
export function NextVersionButton({ me, descriptionId, versions }: NextVersionButtonProps) {
  const [opened, setOpened] = useState(false);
  const inWork = versions.find(({ state }) => state === 'draft' || state === 'in-review');
  const from = versions.find(({ state }) => state === 'published') ?? versions[0];
  if (inWork) {
    const says = inWork.state === 'draft' ? 'Continue the draft' : 'To the one that waits';
    const tab = inWork.state === 'draft' ? '/source' : '';
    return (
      <Button component={Link} href={`/agreements/${descriptionId}/versions/${inWork.id}${tab}`} variant="default">
        {says}
      </Button>
    );
  }
  if (from === undefined || !mayDo(me, 'descriptions.write')) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
        New version
      </Button>
      <Suspense>
        {opened && <NextVersionForm descriptionId={descriptionId} from={from} onClose={() => setOpened(false)} />}
      </Suspense>
    </>
  );
}
