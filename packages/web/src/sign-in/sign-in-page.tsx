import { Stack } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { queryClient } from '../api/query-client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { DemonstrationNotice } from './demonstration-notice.tsx';
import { OtherWays } from './other-ways.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { whyNotLetIn } from './why-not-let-in.ts';

const route = getRouteApi('/threshold/sign-in');

/** Sign-in: e-mail and password, then a second factor if there is one; or another way. */
export function SignInPage() {
  const { back, error, step: begun } = route.useSearch();
  const router = useRouter();
  const [step, setStep] = useState<'password' | 'second-factor'>(begun ?? 'password');
  const enter = () => {
    // Nothing that somebody else saw on this machine may be left.
    queryClient.clear();
    router.history.push(back ?? '/');
  };
  if (step === 'second-factor') return <SecondFactorForm onDone={enter} onBack={() => setStep('password')} />;
  return (
    <Stack gap="lg">
      <PageHeader title="Sign in" />
      {error !== undefined && <ErrorState title="Single sign-on did not let you in.">{whyNotLetIn(error)}</ErrorState>}
      <PasswordForm onDone={(next) => (next === 'done' ? enter() : setStep('second-factor'))} />
      <DemonstrationNotice onDone={(next) => (next === 'done' ? enter() : setStep('second-factor'))} />
      <OtherWays back={back ?? '/'} onDone={enter} />
    </Stack>
  );
}
