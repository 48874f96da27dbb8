/** Who calls: made by the sign-in for a session or a token, asked by the access check of every route. */
import type { Action, Role } from '@tamarack/contract';

export type Visitor = {
  readonly personId: string;
  readonly name: string;
  readonly side: 'provider' | 'customer';
  readonly via: 'session' | 'token';
  /** Which session or token it is, for the page that lists them. */
  readonly credentialId: string;
  readonly staffRoles: readonly Role[];
  /** Roles by account: of a customer's person, those of its memberships; of staff, those of the teams it serves in. */
  readonly accountRoles: ReadonlyMap<string, readonly Role[]>;
  /** Staff see all accounts, or only those that they serve, as configured. */
  readonly seesAll: boolean;
  /** What a token is limited to; a session is not. */
  readonly scopes: readonly Action[] | undefined;
  /** The installation asks staff for a second factor, and this sign-in had none. */
  readonly lacksSecondFactor: boolean;
};
