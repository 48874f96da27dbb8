import { queryClient } from '../../../api/query-client.ts';

/** After a passkey came or went: they and who is signed in, and no more, for without one all else may be refused by now. */
export async function readAgain(): Promise<void> {
  await Promise.all([['passkeys'], ['GET /me']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
