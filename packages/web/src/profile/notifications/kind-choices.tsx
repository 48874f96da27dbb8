import { NativeSelect, SimpleGrid } from '@mantine/core';
import type { Gives } from '@tamarack/contract';
import { useCall } from '../../api/use-call.ts';
import { oneOf } from '../../ui/one-of.ts';
import { WHEN_MAILED, type WhenMailed, whenWords } from './when-mailed.ts';

export type KindChoicesProps = { readonly kinds: Gives<'GET /me/notification-preferences'>['kinds'] };

const USUAL = 'as-usual';

/** For each kind a choice of its own; kept at once. */
export function KindChoices({ kinds }: KindChoicesProps) {
  const choose = useCall('PUT /me/notification-preferences', { refreshes: ['GET /me/notification-preferences'] });
  const own = Object.fromEntries(
    kinds.flatMap(({ kind, mails, isOwnChoice }) => (isOwnChoice ? [[kind, mails] as const] : [])),
  );
  const shown: Readonly<Record<string, WhenMailed>> = (choose.isPending && choose.variables.body.kinds) || own;
  const change = (kind: string, value: string) => {
    const { [kind]: _before, ...others } = own;
    const mails = oneOf(WHEN_MAILED, value);
    choose.mutate({ body: { kinds: mails === undefined ? others : { ...others, [kind]: mails } } });
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }}>
      {kinds.map(({ kind, says }) => (
        <NativeSelect
          key={kind}
          label={says}
          value={shown[kind] ?? USUAL}
          data={[
            { value: USUAL, label: 'As usual' },
            ...WHEN_MAILED.map((value) => ({ value, label: whenWords[value].says })),
          ]}
          onChange={({ currentTarget }) => change(kind, currentTarget.value)}
        />
      ))}
    </SimpleGrid>
  );
}
