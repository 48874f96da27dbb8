/** What somebody asks of the search, taken apart: words, "phrases" as they stand, and what is -left out. */

export type Question = {
  /** In any form and any language; numbers of tickets as well. */
  readonly words: string;
  readonly phrases: readonly string[];
  /** Words and phrases, none of which stands anywhere in the ticket. */
  readonly without: readonly string[];
};

const LEFT_OUT = /(?<!\S)-(?:"([^"]*)"?|([^\s"]+))/g;
const PHRASE = /"([^"]*)(?:"|$)/g;
/** Then phrases stay among the words: PostgreSQL reads both. */
const CHOICE = /"\s+or\b|\bor\s+"/i;
/** Left over, PostgreSQL would take it for one more. */
const STRAY = /(?<![\p{L}\p{N}])-/gu;

/** Takes whatever people type; a phrase that is not ended yet is one. */
export function readQuestion(asked: string): Question {
  const without: string[] = [];
  const phrases: string[] = [];
  const rest = asked.replace(LEFT_OUT, (_all, phrase?: string, word?: string) => {
    without.push(phrase ?? word ?? '');
    return ' ';
  });
  const words = CHOICE.test(rest)
    ? rest
    : rest.replace(PHRASE, (_all, phrase: string) => {
        phrases.push(phrase);
        return ' ';
      });
  return { words: words.replace(STRAY, ' ').trim(), phrases, without };
}
