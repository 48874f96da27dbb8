import { Button, Stack } from '@mantine/core';
import { IconFingerprint, IconLogin2 } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { knowsPasskeys, signInByPasskey } from '../api/passkey.ts';
import { singleSignOnAddress } from '../api/sign-in.ts';
import { signInOptions } from './sign-in-options.ts';
import classes from './forms.module.css';

export type OtherWaysProps = { readonly back: string; readonly onDone: () => void };

/** A passkey, or the single sign-on of the person's own house. */
export function OtherWays({ back, onDone }: OtherWaysProps) {
  const { data } = useQuery(signInOptions);
  const passkey = useMutation({
    mutationFn: signInByPasskey,
    onSuccess: (signedIn) => {
      if (signedIn) onDone();
    },
  });
  const goTo = useMutation({
    mutationFn: (slug: string) => singleSignOnAddress(slug, back),
    onSuccess: (address) => location.assign(address),
  });
  const providers = data?.singleSignOn ?? [];
  if (!knowsPasskeys() && providers.length === 0) return null;
  return (
    <Stack gap="sm">
      <div className={classes['or']}>or</div>
      {knowsPasskeys() && (
        <Button
          variant="default"
          leftSection={<IconFingerprint size={17} aria-hidden />}
          loading={passkey.isPending}
          onClick={() => passkey.mutate()}
        >
          Sign in with a passkey
        </Button>
      )}
      {providers.map(({ slug, name }) => (
        <Button
          key={slug}
          variant="default"
          leftSection={<IconLogin2 size={17} aria-hidden />}
          loading={goTo.isPending && goTo.variables === slug}
          onClick={() => goTo.mutate(slug)}
        >
          Sign in with {name}
        </Button>
      ))}
    </Stack>
  );
}
