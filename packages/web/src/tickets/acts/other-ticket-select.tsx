import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useGet } from '../../api/use-get.ts';
import { longList } from '../../ui/long-list.ts';

export type OtherTicketSelectProps = {
  readonly label: string;
  readonly accountId: string;
  /** The ticket that it cannot be. */
  readonly without: string;
  readonly isOpen?: boolean;
  readonly value: string | null;
  readonly onChange: (ticketId: string | null) => void;
};

const SHOWN = 50;
const TYPING_MS = 200;

/** Another ticket of the account, found by its reference, its subject or what was written on it. */
export function OtherTicketSelect(props: OtherTicketSelectProps) {
  const { label, accountId, without, isOpen = false, value, onChange } = props;
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useGet('GET /tickets', {
    query: {
      accountId,
      order: 'latest',
      limit: SHOWN,
      ...(isOpen ? { state: 'open' as const } : {}),
      // Once one is chosen, the field holds what it is called and no search.
      search: settled === '' || /^#\d+ /.test(settled) ? undefined : settled,
    },
  });
  const rows = found.data?.rows.filter(({ id }) => id !== without) ?? [];
  return (
    <Select
      label={label}
      placeholder="By reference, subject or words"
      searchable
      {...longList}
      nothingFoundMessage={isOpen ? 'No such open ticket' : 'No such ticket'}
      // The server looked for it already, in more than the label.
      filter={({ options }) => options}
      data={rows.map(({ id, reference, subject }) => ({ value: id, label: `#${reference} ${subject}` }))}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      data-autofocus
    />
  );
}
