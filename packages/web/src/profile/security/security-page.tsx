import { useMe } from '../../api/me.ts';
import { knowsPasskeys } from '../../api/passkey.ts';
import { PasskeysSection } from './passkeys/passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor/second-factor-section.tsx';
import { SessionsSection } from './sessions/sessions-section.tsx';

/** How the person signs in, and where they are signed in. */
export function SecurityPage() {
  const me = useMe();
  return (
    <>
      {me.hasPassword && <SecondFactorSection me={me} />}
      {(knowsPasskeys() || me.secondFactor.passkeys > 0) && <PasskeysSection />}
      {me.hasPassword && <PasswordSection />}
      <SessionsSection />
    </>
  );
}
