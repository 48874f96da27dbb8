import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Time enough to notice and to reach the button (WCAG 2.2.1 asks for more where something is lost: here nothing is). */
const UNDO_MS = 10_000;

export type UndoOffer = {
  /** What was done, in the past: "Lena Lead was taken out of the account." */
  readonly says: string;
  /** Does it back; it may fail, and says so by the usual funnel. */
  readonly undo: () => unknown;
};

/** Undo rather than confirm: the thing is done at once, and for ten seconds a notice offers to take it back. */
export function offerUndo({ says, undo }: UndoOffer): void {
  const id = crypto.randomUUID();
  const takeBack = () => {
    notifications.hide(id);
    undo();
  };
  notifications.show({
    id,
    autoClose: UNDO_MS,
    withBorder: true,
    color: 'spruce',
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{says}</span>
        <Button size="compact-sm" variant="default" onClick={takeBack} style={{ flex: '0 0 auto' }}>
          Undo
        </Button>
      </Group>
    ),
  });
}
