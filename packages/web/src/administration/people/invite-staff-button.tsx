import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';

const InviteStaffForm = lazy(() =>
  import('./invite-staff-form.tsx').then((module) => ({ default: module.InviteStaffForm })),
);

/** Opens the form that invites a member of staff. */
export function InviteStaffButton() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
        Invite staff
      </Button>
      <Suspense>{opened && <InviteStaffForm onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
}
