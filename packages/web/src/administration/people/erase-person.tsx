import { Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from '@tanstack/react-router';
import type { Gives } from '@tamarack/contract';
import { useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { useGet } from '../../api/use-get.ts';
import { sizeWords } from '../../ledger/size-words.ts';
import { countWords } from '../../ui/count-words.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { TakesAndLeaves } from '../../ui/takes-and-leaves.tsx';
import { TypedConfirmation } from '../../ui/typed-confirmation.tsx';
import type { Person } from './person.ts';

type Foreseen = Gives<'GET /people/:personId/erasure'>;

/** Erases a person of a customer on request, everywhere, after having said what that takes (GDPR, article 17). */
export function ErasePerson({ person: { id, name } }: { readonly person: Person }) {
  const router = useRouter();
  const [files, setFiles] = useState(false);
  const foreseen = useGet('GET /people/:personId/erasure', { params: { personId: id } });
  const erase = useCall('POST /people/:personId/erasure', { refreshes: ['GET /people'], quiet: true });
  const leave = () => {
    notifications.show({
      title: `${name} was erased.`,
      message: 'What the person did is still in the ledger, with nobody behind it.',
      color: 'spruce',
      withBorder: true,
    });
    router.history.push('/administration/people');
  };
  return (
    <Section
      title="Erase the person"
      says="When the person asks for it. Whoever only leaves is taken out of the account, or deactivated."
    >
      <QueryState query={foreseen}>
        {(data) => (
          <>
            <TakesAndLeaves {...listsOf(data)} />
            <TypedConfirmation
              text={name}
              what="the name of the person"
              button="Erase for good"
              isPending={erase.isPending}
              error={erase.error}
              onConfirmed={() => erase.mutate({ params: { personId: id }, body: { files } }, { onSuccess: leave })}
            >
              {data.goes.files > 0 && (
                <Checkbox
                  label={`Also the ${countWords(data.goes.files, 'file')} that the person uploaded (${sizeWords(data.goes.bytes)})`}
                  description="They may be evidence of what was kept."
                  checked={files}
                  onChange={({ currentTarget }) => setFiles(currentTarget.checked)}
                />
              )}
            </TypedConfirmation>
          </>
        )}
      </QueryState>
    </Section>
  );
}

function listsOf({ accounts, goes, stays }: Foreseen) {
  return {
    goes: [
      ['Name, address, and every way to sign in'],
      ...(accounts.length === 0 ? [] : [[`Roles in ${accounts.join(', ')}`] as const]),
      ...(goes.words === 0
        ? []
        : [[`Title and note of ${countWords(goes.words, 'fact')} that the person recorded`] as const]),
      ['Notifications and mails'],
    ],
    stays: [
      ...(stays.facts === 0
        ? []
        : [
            [
              `${countWords(stays.facts, 'fact')} without their words`,
              'The ledger is computed from them; they name nobody any more.',
            ] as const,
          ]),
      ['What others wrote about the person', 'No program can find it: look through the timeline.'],
      ['Backups made before', 'They hold all of it until you delete them.'],
    ],
  } as const;
}
