/** What somebody chose on the form of a ticket, kept beside what they wrote until it is submitted, also over a reload. */
import { useMe } from '../../api/me.ts';
import { changeDraft, draftKey, forgetDraft, useDraft } from '../ticket/draft-store.ts';

const CHOICES = ['offer', 'severity', 'product'] as const;
type Choice = (typeof CHOICES)[number];

/** Undefined where nothing was chosen yet. */
export function useKeptChoice(
  accountId: string,
  choice: Choice,
): readonly [string | undefined, (chosen: string) => void] {
  const { id } = useMe();
  const key = keyOf(id, accountId, choice);
  const { body } = useDraft(key);
  return [body === '' ? undefined : body, (chosen) => changeDraft(key, () => ({ body: chosen }))];
}

/** It was submitted. */
export function forgetChoices(personId: string, accountId: string): void {
  for (const choice of CHOICES) forgetDraft(keyOf(personId, accountId, choice));
}

function keyOf(personId: string, accountId: string, choice: Choice): string {
  return draftKey(personId, `new-${choice}.${accountId}`);
}
