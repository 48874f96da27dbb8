import { countWords } from '../../ui/count-words.ts';
import classes from './to-send-again.module.css';

/** How far sending again has come; said to screen readers as well. */
export function ToSendAgain({ many }: { readonly many: number }) {
  return (
    <p role="status" className={classes['said']}>
      {many > 0 && `Sending again: ${countWords(many, 'delivery', 'deliveries')} still to be taken up.`}
    </p>
  );
}
