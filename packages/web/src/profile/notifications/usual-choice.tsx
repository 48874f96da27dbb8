import { Radio, Stack } from '@mantine/core';
import type { Me } from '../../api/me.ts';
import { oneOf } from '../../ui/one-of.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useChangeMe } from '../use-change-me.ts';
import { WHEN_MAILED, whenWords } from './when-mailed.ts';

/** When mails are sent where nothing else was chosen. */
export function UsualChoice({ me }: { readonly me: Me }) {
  const change = useChangeMe();
  const choose = (value: string) => {
    const mails = oneOf(WHEN_MAILED, value);
    if (mails === undefined) return;
    change.mutate({ body: { preferences: { ...me.preferences, mails } }, version: me.version });
  };
  const shown = change.variables?.body.preferences?.mails;
  return (
    <>
      <RefusalNote error={change.error} />
      <Radio.Group
        aria-label="When mails are sent"
        value={change.isPending && shown !== undefined ? shown : me.preferences.mails}
        onChange={choose}
      >
        <Stack gap={8}>
          {WHEN_MAILED.map((when) => (
            <Radio key={when} value={when} label={whenWords[when].says} description={whenWords[when].explains} />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}
