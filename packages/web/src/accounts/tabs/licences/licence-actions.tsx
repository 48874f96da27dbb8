import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Licence } from './licence.ts';
import { RenewLicence } from './renew-licence.tsx';
import { RevokeLicence } from './revoke-licence.tsx';

export type LicenceActionsProps = { readonly accountId: string; readonly licence: Licence };

/** What can be done with a licence that was not revoked. */
export function LicenceActions({ accountId, licence }: LicenceActionsProps) {
  const [asked, setAsked] = useState<'renewal' | 'revocation'>();
  const close = () => setAsked(undefined);
  const name = `${licence.product}, licence ${licence.reference}`;
  return (
    <Group gap={6} justify="end">
      {licence.validUntil !== null && (
        <Button size="compact-sm" variant="default" aria-label={`Renew ${name}`} onClick={() => setAsked('renewal')}>
          Renew
        </Button>
      )}
      <Button size="compact-sm" variant="default" aria-label={`Revoke ${name}`} onClick={() => setAsked('revocation')}>
        Revoke
      </Button>
      {asked === 'renewal' && <RenewLicence {...{ accountId, licence }} onClose={close} />}
      {asked === 'revocation' && <RevokeLicence {...{ accountId, licence }} onClose={close} />}
    </Group>
  );
}
