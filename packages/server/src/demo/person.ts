/** Somebody of the story, on either side. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly zone: string;
  readonly side: 'provider' | 'customer';
  readonly roles: readonly string[];
};
