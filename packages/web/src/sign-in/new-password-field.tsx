import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** By the contract: counted in code points, as NIST SP 800-63B counts them. */
const LEAST = 15;

/** A field for a new password: length and nothing else (NIST SP 800-63B); what is guessable the server refuses. */
export function NewPasswordField(props: Omit<PasswordInputProps, 'name' | 'type'>) {
  return (
    <PasswordInput
      name="password"
      label="Password"
      description={`At least ${LEAST} characters of any kind; a few words are easy to remember.`}
      autoComplete="new-password"
      minLength={LEAST}
      required
      withAsterisk={false}
      {...props}
    />
  );
}
