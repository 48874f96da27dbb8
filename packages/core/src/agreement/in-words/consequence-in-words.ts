/** What a breach does: "If this is not kept, the provider's team lead is told …". */
import { listInWords } from '../../calendar/describe-hours.ts';
import type { Description } from '../grammar/description.ts';
import type { PromiseClause } from '../grammar/promise.ts';
import { anyRoleInWords, ownerInWords } from './owner-in-words.ts';
import { capital, inSentence, sentence, spaced } from './wording.ts';

type Consequence = NonNullable<PromiseClause['else']>;

/** The consequences in a sentence, and the description's own words after it. */
export function consequenceInWords(
  consequence: Consequence,
  description: Pick<Description, 'roles' | 'escalations' | 'channels'>,
): string {
  const { notify, escalate, close, approval, route, says } = consequence;
  const effects: string[] = [];
  if (notify)
    effects.push(
      `${listInWords(notify.map((role) => anyRoleInWords(role, description)))} ${notify.length > 1 ? 'are' : 'is'} told`,
    );
  if (escalate !== undefined)
    effects.push(
      `the next step of the escalation “${description.escalations?.[escalate]?.name ?? capital(spaced(escalate))}” is taken`,
    );
  if (close !== undefined) effects.push(`the matter is closed with the reason “${close}”`);
  if (approval) effects.push(`the recorded approval of ${ownerInWords(approval, description)} is needed to go on`);
  if (route !== undefined)
    effects.push(`the channel “${inSentence(description.channels[route]?.name ?? spaced(route))}” takes over`);
  const words = effects.length > 0 ? sentence(`If this is not kept, ${listInWords(effects)}`) : '';
  return [words, says === undefined ? '' : sentence(says)].filter((part) => part !== '').join(' ');
}
