import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { RefusalNote } from '../../../ui/refusal-note.tsx';

export type PasswordStepProps = {
  /** Why it is asked for. */
  readonly says: string;
  readonly label: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onPassword: (password: string) => void;
  readonly onBack: () => void;
};

/** Whoever changes how somebody signs in proves by the password to be that person. */
export function PasswordStep({ says, label, isPending, error, onPassword, onBack }: PasswordStepProps) {
  const submit = (form: FormData) => {
    const password = form.get('password');
    if (typeof password === 'string') onPassword(password);
  };
  return (
    <form action={submit}>
      <Stack maw={460}>
        <p style={{ margin: 0 }}>{says}</p>
        <RefusalNote error={error} />
        <PasswordInput
          name="password"
          label="Your password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          autoFocus
        />
        <Group>
          <Button type="submit" loading={isPending}>
            {label}
          </Button>
          <Button variant="default" onClick={onBack}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
