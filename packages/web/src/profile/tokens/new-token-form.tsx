import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Action, Sends } from '@tamarack/contract';
import { useEffect } from 'react';
import type { Me } from '../../api/me.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { refusedFields } from '../../ui/refused-fields.ts';
import { ACTION_GROUPS } from './action-words.ts';

export type NewTokenFormProps = {
  readonly me: Me;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onMake: (body: Sends<'POST /me/tokens'>['body']) => void;
  readonly onBack: () => void;
};

const DAY_MS = 86_400_000;
const LASTS = [
  { value: '7', label: 'In a week' },
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
];

/** A name, an end, and what it may do: no more than the person may. */
export function NewTokenForm({ me, isPending, error, onMake, onBack }: NewTokenFormProps) {
  const form = useForm({
    initialValues: { name: '', days: '90', scopes: [] as string[] },
    validate: { scopes: (scopes) => (scopes.length === 0 ? 'Choose what it may do.' : null) },
  });
  const { setErrors } = form;
  useEffect(() => setErrors(refusedFields(error)), [error, setErrors]);
  const groups = ACTION_GROUPS.map(({ title, actions }) => ({
    title,
    actions: Object.entries(actions).filter(([action]) => me.actions.some((own) => own === action)),
  })).filter(({ actions }) => actions.length > 0);
  const submit = form.onSubmit(({ name, days, scopes }) => {
    const expiresAt = new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    onMake({ name, scopes: scopes as Action[], expiresAt });
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <RefusalNote error={error} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label="Name"
            description="What it is for."
            placeholder="Nightly report"
            required
            withAsterisk={false}
            maxLength={100}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <NativeSelect
            label="Ends"
            description="Then it opens nothing any more."
            data={LASTS}
            {...form.getInputProps('days')}
          />
        </SimpleGrid>
        <Checkbox.Group label="May" {...form.getInputProps('scopes')}>
          <Stack gap={14} mt={6}>
            {groups.map(({ title, actions }) => (
              <div key={title} role="group" aria-label={title}>
                <div style={{ color: 'var(--tm-quiet)', fontSize: 12, fontWeight: 600, marginBottom: 6 }}>{title}</div>
                <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={8}>
                  {actions.map(([action, words]) => (
                    <Checkbox key={action} value={action} label={words} />
                  ))}
                </SimpleGrid>
              </div>
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="end">
          <Button variant="default" onClick={onBack}>
            Not now
          </Button>
          <Button type="submit" loading={isPending}>
            Make the token
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
