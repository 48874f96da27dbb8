import { Button, Group, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useGet } from '../../api/use-get.ts';
import { nameWords } from '../../ledger/obligation-words.ts';
import { timelineHref, type TimelineSearch } from './timeline-search.ts';

export type TimelineFiltersProps = {
  readonly accountId: string;
  readonly search: TimelineSearch;
  /** What the subject is called, once a row of it is there. */
  readonly subject: string | undefined;
};

/** What the program itself records; every other kind comes from the contracts' descriptions. */
const OF_THE_PROGRAM = ['account', 'contract', 'licence', 'obligation', 'person'];

/** Which facts are listed; each choice goes into the address. */
export function TimelineFilters({ accountId, search, subject }: TimelineFiltersProps) {
  const router = useRouter();
  const recordable = useGet('GET /accounts/:accountId/recordable-facts', { params: { accountId } });
  const people = useGet('GET /accounts/:accountId/people', { params: { accountId } });
  const present = recordable.data?.rows.map(({ kind }) => kind) ?? [];
  const kinds = [...new Set([...present, ...OF_THE_PROGRAM, ...(search.kind === undefined ? [] : [search.kind])])];
  const everybody = new Map(
    [...(people.data?.team ?? []), ...(people.data?.customer ?? [])].map(({ id, name }) => [id, name]),
  );
  if (search.by !== undefined && !everybody.has(search.by)) everybody.set(search.by, 'Somebody else');
  const go = (change: TimelineSearch) => router.history.push(timelineHref(accountId, { ...search, ...change }));
  return (
    <Group gap={6}>
      <NativeSelect
        size="xs"
        aria-label="Kind"
        data={[
          { value: '', label: 'Any kind' },
          ...kinds.toSorted().map((value) => ({ value, label: nameWords(value) })),
        ]}
        value={search.kind ?? ''}
        onChange={({ currentTarget }) => go({ kind: currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label="Person"
        data={[{ value: '', label: 'Anybody' }, ...[...everybody].map(([value, label]) => ({ value, label }))]}
        value={search.by ?? ''}
        onChange={({ currentTarget }) => go({ by: currentTarget.value })}
      />
      {search.subject !== undefined && (
        <Button
          size="xs"
          variant="default"
          rightSection={<IconX size={13} aria-hidden />}
          aria-label={`Show all, not only ${subject ?? 'this'}`}
          onClick={() => go({ subject: undefined })}
        >
          {subject ?? 'One thing'}
        </Button>
      )}
    </Group>
  );
}
