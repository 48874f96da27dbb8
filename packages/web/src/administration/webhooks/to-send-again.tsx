import { countWords } from '../../ui/count-words.ts';

/** How far sending again has come; said to screen readers as well. */
export function ToSendAgain({ many }: { readonly many: number }) {
  return (
    <p role="status" style={{ margin: 0, color: 'var(--tm-quiet)' }}>
      {many > 0 && `Sending again: ${countWords(many, 'delivery', 'deliveries')} still to be taken up.`}
    </p>
  );
}
