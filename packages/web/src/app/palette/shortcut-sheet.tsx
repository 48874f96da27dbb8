import { Table } from '@mantine/core';
import { Keys } from '../parts/keys.tsx';
import type { Shortcut } from '../shortcuts.ts';
import { Dialogue } from '../../ui/dialogue.tsx';

export type ShortcutSheetProps = { readonly shortcuts: readonly Shortcut[]; readonly onClose: () => void };

/** All shortcuts. */
export function ShortcutSheet({ shortcuts, onClose }: ShortcutSheetProps) {
  return (
    <Dialogue onClose={onClose} title="Keyboard shortcuts">
      <Table verticalSpacing={5}>
        <Table.Tbody>
          {shortcuts.map(({ keys, says }) => (
            <Table.Tr key={keys}>
              <Table.Th scope="row" fw={400}>
                {says}
              </Table.Th>
              <Table.Td ta="end">
                <Keys keys={keys} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialogue>
  );
}
