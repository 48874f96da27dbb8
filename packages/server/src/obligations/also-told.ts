/** Who is told of a breach beside whoever owed it: the roles that the promise's consequence names. Pure. */

type Consequence = {
  readonly notify?: readonly string[] | undefined;
  readonly approval?: { readonly provider?: string | undefined; readonly customer?: string | undefined } | undefined;
};
type Ladder = { readonly steps: readonly { readonly role: string }[] };
export type Told = { readonly side: 'provider' | 'customer'; readonly role: string };

/** `ladder`: the one that the breach takes; its first step is told. */
export function alsoTold(consequence: Consequence | undefined, ladder: Ladder | undefined): readonly Told[] {
  const { provider, customer } = consequence?.approval ?? {};
  const [first] = ladder?.steps ?? [];
  const ours = [
    ...(consequence?.notify ?? []),
    ...(provider === undefined ? [] : [provider]),
    ...(first ? [first.role] : []),
  ];
  return [
    ...ours.map((role) => ({ side: 'provider', role }) as const),
    ...(customer === undefined ? [] : [{ side: 'customer', role: customer } as const]),
  ];
}
