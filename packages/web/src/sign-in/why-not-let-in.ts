/** What single sign-on came back with, in words; codes are those of the server's sign-in library and of OAuth (RFC 6749, 4.1.2.1). */
const WHY: Readonly<Record<string, string>> = {
  signup_disabled: 'Nobody has invited you here. Ask an administrator for an invitation, then come back this way.',
  account_not_linked:
    'Your provider has not verified your address, or does not speak for its domain here. Ask your administrator.',
  email_not_found: 'Your provider has not told your address. Ask your administrator.',
  unable_to_create_session: 'You cannot sign in here any more. Ask an administrator if that is a mistake.',
  state_mismatch: 'That took too long, or was begun in another browser. Try again.',
  please_restart_the_process: 'That took too long, or was begun in another browser. Try again.',
  access_denied: 'Your provider did not let you through, or you turned back. Try again, or sign in another way.',
};

/** As sentences, of which the last one says what to do. */
export function whyNotLetIn(error: string): string {
  const code = error.toLowerCase();
  return Object.hasOwn(WHY, code) && WHY[code] !== undefined
    ? WHY[code]
    : `Try again, or sign in another way. If it lasts, give this to your administrator: ${error}.`;
}
