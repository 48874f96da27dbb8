import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SignInStep, signIn } from '../api/sign-in.ts';
import { Link } from '../ui/link.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { textOf } from './text-of.ts';
import classes from './forms.module.css';

/** The first step. */
export function PasswordForm({ onDone }: { readonly onDone: (next: SignInStep) => void }) {
  const { mutate, error, isPending } = useMutation({
    mutationFn: (form: FormData) => signIn(textOf(form, 'email'), textOf(form, 'password')),
    onSuccess: onDone,
    meta: { quiet: true },
  });
  return (
    <form action={(form) => mutate(form)}>
      <Stack>
        <RefusalNote error={error} />
        <TextInput
          name="email"
          type="email"
          label="E-mail"
          autoComplete="username webauthn"
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput name="password" label="Password" autoComplete="current-password" required withAsterisk={false} />
        <Button type="submit" loading={isPending} fullWidth size="md">
          Sign in
        </Button>
        <Link href="/forgotten-password" className={classes['aside']}>
          Forgotten your password?
        </Link>
      </Stack>
    </form>
  );
}
