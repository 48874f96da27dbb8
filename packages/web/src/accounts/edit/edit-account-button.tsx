import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { mayDo, useMe } from '../../api/me.ts';
import type { Account } from './account-fields.ts';

const EditAccountForm = lazy(() =>
  import('./edit-account-form.tsx').then((module) => ({ default: module.EditAccountForm })),
);

/** Opens the form for what is known of an account, for those who may change it. */
export function EditAccountButton({ account }: { readonly account: Account }) {
  const me = useMe();
  const [opened, setOpened] = useState(false);
  if (!mayDo(me, 'accounts.write', account.id)) return null;
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpened(true)}>
        Edit
      </Button>
      <Suspense>{opened && <EditAccountForm account={account} onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
}
