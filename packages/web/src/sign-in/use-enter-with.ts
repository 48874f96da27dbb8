import { useRouter } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { signIn } from '../api/sign-in.ts';

/** Signs in with the password that was just set; where a second factor is asked for, the sign-in page goes on with it. */
export function useEnterWith(): (email: string, password: string) => Promise<void> {
  const router = useRouter();
  return async (email, password) => {
    const step = await signIn(email, password);
    queryClient.clear();
    await (step === 'done'
      ? router.navigate({ to: '/' })
      : router.navigate({ to: '/sign-in', search: { step: 'second-factor' } }));
  };
}
