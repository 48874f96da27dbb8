import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconBuilding, IconSearch, IconTicket } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Me } from '../../api/me.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { Keys } from '../parts/keys.tsx';
import type { Shortcut } from '../shortcuts.ts';
import { mendSpotlight } from './mend-spotlight.ts';
import { useFoundAccounts } from './use-found-accounts.ts';
import { useFoundTickets } from './use-found-tickets.ts';

const [store, spotlight] = createSpotlight();

export type PaletteProps = {
  readonly me: Me;
  readonly shortcuts: readonly Shortcut[];
  readonly act: (shortcut: Shortcut) => void;
  readonly onClose: () => void;
};

/** Finds pages, commands, accounts and tickets by typing. */
export function Palette({ me, shortcuts, act, onClose }: PaletteProps) {
  const router = useRouter();
  useFocusBack();
  const [query, setQuery] = useState('');
  const { accounts, isSearching } = useFoundAccounts(query, me);
  const { tickets, isSearching: isSearchingTickets } = useFoundTickets(query);
  const commands = shortcuts.filter((each) => !('byItself' in each) && matches(each.says, query));
  useEffect(() => spotlight.open(), []);
  const found = [
    ...accounts.map(({ id }) => id),
    ...tickets.map(({ id }) => id),
    ...commands.map(({ keys }) => keys),
  ].join(' ');
  useEffect(() => {
    // The list is there a frame after the dialogue opened.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => mendSpotlight(store)));
    return () => cancelAnimationFrame(frame);
  }, [found]);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight={460}
    >
      <Spotlight.Search
        placeholder="Find an account, a ticket, a page or a command…"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {accounts.length > 0 && (
          <Spotlight.ActionsGroup label="Accounts">
            {accounts.map(({ id, name, says }) => (
              <Spotlight.Action
                key={id}
                label={name}
                description={says}
                leftSection={<IconBuilding size={18} stroke={1.6} aria-hidden />}
                onClick={() => router.history.push(`/accounts/${id}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {tickets.length > 0 && (
          <Spotlight.ActionsGroup label="Tickets">
            {tickets.map(({ id, href, name, says }) => (
              <Spotlight.Action
                key={id}
                label={name}
                description={says}
                leftSection={<IconTicket size={18} stroke={1.6} aria-hidden />}
                onClick={() => router.history.push(href)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label="Pages and commands">
            {commands.map((shortcut) => (
              <Spotlight.Action
                key={shortcut.keys}
                label={shortcut.says}
                rightSection={<Keys keys={shortcut.keys} />}
                // Dimmed on the colour of the selection, the keys could not be read (SC 1.4.3).
                dimmedSections={false}
                onClick={() => act(shortcut)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {accounts.length + tickets.length + commands.length === 0 && (
          <Spotlight.Empty>
            {isSearching || isSearchingTickets ? 'Searching…' : 'Nothing found by these words.'}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function matches(says: string, query: string): boolean {
  const text = says.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
