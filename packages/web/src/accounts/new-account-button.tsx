import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { type Me, mayDo } from '../api/me.ts';

const NewAccountForm = lazy(() =>
  import('./new-account-form.tsx').then((module) => ({ default: module.NewAccountForm })),
);

/** Opens the form for an account, for those who may. */
export function NewAccountButton({ me }: { readonly me: Me }) {
  const [opened, setOpened] = useState(false);
  if (!mayDo(me, 'accounts.create')) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
        New account
      </Button>
      <Suspense>{opened && <NewAccountForm zone={me.zone} onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
}
