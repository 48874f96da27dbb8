import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { verifySecondFactor } from '../../../api/sign-in.ts';
import { Copyable } from '../../../ui/copyable.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { QrPicture } from './qr-picture.tsx';
import { groupsOfFour, secretOf } from './secret-of.ts';

export type AuthenticatorStepProps = {
  readonly uri: string;
  readonly onConfirmed: () => void;
  readonly onBack: () => void;
};

/** The key for the app, as a picture to be scanned, to be opened on this device, or to be typed; and the code that proves it arrived. */
export function AuthenticatorStep({ uri, onConfirmed, onBack }: AuthenticatorStepProps) {
  const { mutate, error, isPending } = useMutation({
    mutationFn: (form: FormData) => verifySecondFactor(digitsOf(form)),
    onSuccess: onConfirmed,
    meta: { quiet: true },
  });
  const secret = secretOf(uri);
  return (
    <form action={(form) => mutate(form)}>
      <Stack maw={620}>
        <Group align="center" gap="lg">
          <QrPicture text={uri} says="QR code of the key, for the camera of your telephone" />
          <Stack gap="sm" style={{ flex: '1 1 260px' }}>
            <p style={{ margin: 0 }}>
              Add an account in your authenticator app and scan this code, or{' '}
              <a href={uri}>open the app that is on this device</a>.
            </p>
            <p style={{ margin: 0 }}>Where there is no camera, type the key:</p>
            <Copyable text={secret} what="the key">
              {groupsOfFour(secret)}
            </Copyable>
          </Stack>
        </Group>
        <RefusalNote error={error} />
        <TextInput
          name="code"
          label="Code"
          description="The six digits that the app shows now."
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\s*\d{3}\s*\d{3}\s*"
          title="six digits"
          required
          withAsterisk={false}
          maw={200}
          autoFocus
        />
        <Group>
          <Button type="submit" loading={isPending}>
            Switch it on
          </Button>
          <Button variant="default" onClick={onBack}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function digitsOf(form: FormData): string {
  const code = form.get('code');
  return typeof code === 'string' ? code.replaceAll(/\s/g, '') : '';
}
