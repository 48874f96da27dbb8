import { Button, Group, Menu } from '@mantine/core';
import { IconCheck, IconDots, IconHandGrab, IconMailCheck, IconRotate } from '@tabler/icons-react';
import type { Act } from '../acts/act.ts';
import { AskButtons } from '../terms/ask-buttons.tsx';
import type { Ticket } from '../ticket.ts';
import { useMayBeDone } from './use-may-be-done.ts';
import { useQuickActs } from './use-quick-acts.ts';

export type TicketActionsProps = { readonly ticket: Ticket; readonly onAct: (act: Act) => void };

const MORE: readonly (readonly [Act, string])[] = [
  ['assign', 'Assign…'],
  ['severity', 'Change the severity…'],
  ['correct', 'Correct subject or product…'],
  ['merge', 'Merge into another…'],
  ['split', 'Split into a new ticket…'],
  ['relate', 'Relate another ticket…'],
  ['close', 'Close…'],
  ['decline', 'Decline…'],
];

/** What can be done to it now, by whoever looks at it. The keys are in the sheet of shortcuts. */
export function TicketActions({ ticket, onAct }: TicketActionsProps) {
  const may = useMayBeDone(ticket);
  const { acknowledge, take } = useQuickActs(ticket);
  return (
    <Group gap={6} mb="sm">
      {acknowledge && (
        <Button
          size="xs"
          leftSection={<IconMailCheck size={16} aria-hidden />}
          aria-keyshortcuts="a"
          onClick={acknowledge}
        >
          Acknowledge
        </Button>
      )}
      {take && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHandGrab size={16} aria-hidden />}
          aria-keyshortcuts="t"
          onClick={take}
        >
          Take it
        </Button>
      )}
      {may.work && (
        <>
          <Button size="xs" variant="default" aria-keyshortcuts="h" onClick={() => onAct('hand-over')}>
            {ticket.side === 'provider' ? 'Hand over…' : 'Take back…'}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCheck size={16} aria-hidden />}
            aria-keyshortcuts="e"
            onClick={() => onAct('resolve')}
          >
            Resolve…
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="default" px={8} aria-label="More to do">
                <IconDots size={18} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {MORE.map(([act, says]) => (
                <Menu.Item key={act} onClick={() => onAct(act)}>
                  {says}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      {may.reopen && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRotate size={16} aria-hidden />}
          aria-keyshortcuts="o"
          onClick={() => onAct('reopen')}
        >
          Reopen…
        </Button>
      )}
      {may.close && (
        <Button size="xs" variant="default" aria-keyshortcuts="c" onClick={() => onAct('close')}>
          Close…
        </Button>
      )}
      <AskButtons ticket={ticket} onAct={onAct} />
    </Group>
  );
}
