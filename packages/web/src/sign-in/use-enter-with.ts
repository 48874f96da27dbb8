import { useRouter } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { signIn } from '../api/sign-in.ts';

/** Signs in with the password that was just set; where a second factor is asked for, by the sign-in page. */
export function useEnterWith(): (email: string, password: string) => Promise<void> {
  const router = useRouter();
  return async (email, password) => {
    const step = await signIn(email, password);
    queryClient.clear();
    await router.navigate({ to: step === 'done' ? '/' : '/sign-in' });
  };
}
