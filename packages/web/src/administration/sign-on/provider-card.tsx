import { Button, Group, Stack } from '@mantine/core';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useState } from 'react';
import { roleName } from '../../api/contract-tables.ts';
import { useCall } from '../../api/use-call.ts';
import { DataPairs } from '../../ui/data-pairs.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/section.tsx';
import { SureButton } from '../../ui/sure-button.tsx';
import { CallbackAddress } from './callback-address.tsx';
import { ProviderForm } from './provider-form.tsx';
import type { Provider } from './provider.ts';

/** A provider, and what can be done with it. */
export function ProviderCard({ provider }: { readonly provider: Provider }) {
  const { id, name, issuer, clientId, domains, newcomerRole, redirectPath, disabledAt, version } = provider;
  const [isChanging, setChanging] = useState(false);
  const change = useCall('PATCH /sign-on-providers/:providerId');
  const remove = useCall('DELETE /sign-on-providers/:providerId');
  const params = { providerId: id };
  const isOn = disabledAt === null;
  return (
    <Section
      title={name}
      actions={
        isOn ? (
          <Mark says="On" Icon={IconCircleCheck} colour="kept" />
        ) : (
          <Mark says="Off" Icon={IconCircleOff} colour="void" />
        )
      }
    >
      {isChanging ? (
        <ProviderForm provider={provider} onDone={() => setChanging(false)} />
      ) : (
        <Stack>
          <DataPairs
            pairs={[
              ['Issuer', issuer],
              ['Client', clientId],
              ['Speaks for addresses of', domains.join(', ')],
              [
                'Who was not invited',
                newcomerRole === null ? 'stays outside' : `becomes staff: ${roleName(newcomerRole)}`,
              ],
            ]}
          />
          <CallbackAddress path={redirectPath} />
          <Group gap="sm">
            <Button variant="default" onClick={() => setChanging(true)}>
              Change
            </Button>
            <Button
              variant="default"
              loading={change.isPending}
              onClick={() => change.mutate({ params, version, body: { isDisabled: isOn } })}
            >
              {isOn ? 'Switch off' : 'Switch on'}
            </Button>
            <SureButton
              label="Remove"
              sureLabel="Remove for good"
              loading={remove.isPending}
              onSure={() => remove.mutate({ params })}
            />
          </Group>
        </Stack>
      )}
    </Section>
  );
}
