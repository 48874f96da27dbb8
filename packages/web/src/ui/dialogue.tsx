import { Modal, type ModalProps } from '@mantine/core';
import { useFocusBack } from './use-focus-back.ts';

export type DialogueProps = Pick<
  ModalProps,
  'onClose' | 'title' | 'size' | 'children' | 'closeOnClickOutside' | 'closeOnEscape'
>;

/** A dialogue that exists while it is open, and leaves the focus where it was. */
export function Dialogue(props: DialogueProps) {
  useFocusBack();
  return <Modal opened closeButtonProps={{ 'aria-label': 'Close' }} {...props} />;
}
