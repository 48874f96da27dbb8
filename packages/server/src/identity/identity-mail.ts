/** What identity has told people by mail. */
import type { Tx } from '../platform/database/tx.ts';

/** The mails of identity. `path` is below the address of the installation and holds the one-time link. */
export type IdentityMail = {
  readonly kind: 'invitation' | 'password-reset' | 'added-to-account' | 'password-changed';
  readonly personId: string;
  readonly path: string;
  readonly expiresAt?: Temporal.Instant;
};
export type SendMail = (tx: Tx, mail: IdentityMail) => Promise<void>;
