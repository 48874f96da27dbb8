import { Button, Checkbox, Group, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { useCall } from '../../api/use-call.ts';
import { Dialogue } from '../../ui/dialogue.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { refusedFields } from '../../ui/refused-fields.ts';
import { SecretOnce } from './secret-once.tsx';

/** Makes a webhook, then shows its secret this once. */
export function NewWebhook({ onClose }: { readonly onClose: () => void }) {
  const make = useCall('POST /webhooks', { refreshes: ['GET /webhooks'], quiet: true });
  const form = useForm({ initialValues: { url: '', says: '', facts: [] as string[], withInternal: false } });
  const { setErrors } = form;
  useEffect(() => setErrors(refusedFields(make.error)), [make.error, setErrors]);
  return (
    <Dialogue
      onClose={onClose}
      size="lg"
      title={make.data ? 'Take the secret with you' : 'New webhook'}
      // A press beside it must not lose what is shown only once.
      closeOnClickOutside={make.data === undefined}
      closeOnEscape={make.data === undefined}
    >
      {make.data ? (
        <SecretOnce secret={make.data.secret} onKept={onClose} />
      ) : (
        <form onSubmit={form.onSubmit((body) => make.mutate({ body }))}>
          <Stack>
            <RefusalNote error={make.error} />
            <TextInput
              label="Address"
              description="Where each message is posted to."
              placeholder="https://example.com/tamarack"
              required
              withAsterisk={false}
              data-autofocus
              {...form.getInputProps('url')}
            />
            <TextInput label="What it is for" maxLength={500} {...form.getInputProps('says')} />
            <TagsInput
              label="Facts"
              description="incident.replied, or incident.* for all that happens to incidents. None: everything."
              clearable={false}
              {...form.getInputProps('facts')}
            />
            <Checkbox
              label="Also what customers do not see, such as internal notes"
              {...form.getInputProps('withInternal', { type: 'checkbox' })}
            />
            <Group justify="end">
              <Button variant="default" onClick={onClose}>
                Not now
              </Button>
              <Button type="submit" loading={make.isPending}>
                Make the webhook
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialogue>
  );
}
