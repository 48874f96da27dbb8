import { notifications } from '@mantine/notifications';
import { useRouter } from '@tanstack/react-router';
import type { Gives } from '@tamarack/contract';
import { useCall } from '../../../api/use-call.ts';
import { useGet } from '../../../api/use-get.ts';
import { sizeWords } from '../../../ledger/size-words.ts';
import { countWords } from '../../../ui/count-words.ts';
import { Link } from '../../../ui/link.tsx';
import { QueryState } from '../../../ui/query-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { TakesAndLeaves } from '../../../ui/takes-and-leaves.tsx';
import { TypedConfirmation } from '../../../ui/typed-confirmation.tsx';

type Foreseen = Gives<'GET /accounts/:accountId/erasure'>;

/** Erases an account for good, after having said what that takes; not while one of its contracts runs. */
export function EraseAccount({ accountId }: { readonly accountId: string }) {
  const params = { accountId };
  const foreseen = useGet('GET /accounts/:accountId/erasure', { params });
  return (
    <Section
      title="Erase the account"
      says="For good: its people, what was written, its files. Figures and seals stay."
    >
      <QueryState query={foreseen}>
        {(data) => (
          <>
            <TakesAndLeaves {...listsOf(data)} />
            <Ending accountId={accountId} foreseen={data} />
          </>
        )}
      </QueryState>
    </Section>
  );
}

type EndingProps = { readonly accountId: string; readonly foreseen: Foreseen };

/** The way there, or what is in it. */
function Ending({ accountId, foreseen: { name, isErased, running } }: EndingProps) {
  const router = useRouter();
  const erase = useCall('POST /accounts/:accountId/erasure', { quiet: true });
  if (isErased) return <p style={{ margin: 0 }}>This account was erased. What stays is what you see here.</p>;
  if (running.length > 0) {
    return (
      <p style={{ margin: 0 }}>
        Not while a contract runs, for it would go on owing: {running.join(', ')}.{' '}
        <Link href={`/accounts/${accountId}/contracts`}>End it first</Link>, and take the data along before.
      </p>
    );
  }
  const leave = () => {
    notifications.show({
      title: `${name} was erased.`,
      message: 'The ledger’s figures and the seals are still there.',
      color: 'spruce',
      withBorder: true,
    });
    router.history.push('/accounts');
  };
  return (
    <TypedConfirmation
      text={name}
      what="the name of the account"
      button="Erase it for good"
      isPending={erase.isPending}
      error={erase.error}
      onConfirmed={() => erase.mutate({ params: { accountId }, body: { name } }, { onSuccess: leave })}
    />
  );
}

/** Without what there is none of. */
function listsOf({ goes, stays }: Foreseen) {
  const going = [
    [goes.people, `${countWords(goes.people, 'person', 'people')} of the customer: name, address, sign-in, roles`],
    [goes.words, `Title and note of ${countWords(goes.words, 'fact')}; the reasons of waivers and decisions`],
    [goes.files, `${countWords(goes.files, 'file')} (${sizeWords(goes.bytes)})`],
  ] as const;
  const staying = [
    [
      stays.facts,
      `${countWords(stays.facts, 'fact')} without their words, and ${countWords(stays.obligations, 'obligation')}`,
      'Your figures are computed from them: what was promised, when, and whether it was kept.',
    ],
    [
      stays.seals,
      countWords(stays.seals, 'seal'),
      'They cover words by a digest only, and go on proving that nothing else was changed.',
    ],
    [stays.people, countWords(stays.people, 'person', 'people'), 'They belong to another account too.'],
    [1, 'Backups made before', 'They hold all of it until you delete them.'],
  ] as const;
  return {
    goes: [
      ['The account’s name, and what is known of it'] as const,
      ...going.flatMap(([count, what]) => (count === 0 ? [] : [[what] as const])),
    ],
    stays: staying.flatMap(([count, what, why]) => (count === 0 ? [] : [[what, why] as const])),
  };
}
