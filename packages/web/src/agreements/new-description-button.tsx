import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { type Me, mayDo } from '../api/me.ts';

const NewDescriptionForm = lazy(() =>
  import('./new-description-form.tsx').then((module) => ({ default: module.NewDescriptionForm })),
);

/** Opens the ways to a first draft, for those who may. */
export function NewDescriptionButton({ me }: { readonly me: Me }) {
  const [opened, setOpened] = useState(false);
  if (!mayDo(me, 'descriptions.write')) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
        New description
      </Button>
      <Suspense>{opened && <NewDescriptionForm author={me.name} onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
}
