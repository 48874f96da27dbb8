import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { oneOf } from '../../ui/one-of.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { InviteStaffButton } from './invite-staff-button.tsx';
import { peopleColumns } from './people-columns.tsx';
import { type PeopleSearch, SIDES } from './people-search.ts';

const route = getRouteApi('/signed-in/administration/people/');
const TYPING_MS = 180;

/** Everybody who can sign in, or was invited to. */
export function PeoplePage() {
  const { search, side } = route.useSearch();
  const navigate = useNavigate({ from: '/administration/people/' });
  const [settled] = useDebouncedValue(search, TYPING_MS);
  const people = usePages('GET /people', { query: { search: settled, side, limit: 100 } });
  const look = (change: PeopleSearch) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <>
      <Group mb="md" gap="sm">
        <TextInput
          type="search"
          aria-label="Search people by name or address"
          placeholder="Name or address"
          leftSection={<IconSearch size={15} aria-hidden />}
          defaultValue={search ?? ''}
          onChange={({ currentTarget: { value } }) => look({ search: value === '' ? undefined : value })}
          style={{ flex: '1 1 160px', maxWidth: 280 }}
        />
        <NativeSelect
          aria-label="Side"
          value={side ?? ''}
          data={[
            { value: '', label: 'Everybody' },
            { value: 'provider', label: 'Staff' },
            { value: 'customer', label: 'Customers’ people' },
          ]}
          onChange={({ currentTarget }) => look({ side: oneOf(SIDES, currentTarget.value) })}
        />
        <div style={{ marginInlineStart: 'auto' }}>
          <InviteStaffButton />
        </div>
      </Group>
      <QueryState query={people}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title="Nobody found">
              Names and addresses were looked through. Staff are invited here; people of a customer are invited on the
              page of their account.
            </EmptyState>
          ) : (
            <DataTable
              label="People"
              columns={peopleColumns}
              rows={rows}
              rowId={({ id }) => id}
              rowHref={({ id }) => `/administration/people/${id}`}
              isPartial={people.hasNextPage}
              footer={people.hasNextPage ? <MoreRows pages={people} /> : undefined}
            />
          )
        }
      </QueryState>
    </>
  );
}
