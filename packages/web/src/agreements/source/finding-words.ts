import type { Gives } from '@tamarack/contract';

export type Checked = Gives<'POST /descriptions/check'>;
export type Finding = Checked['findings'][number];

/** What is wrong, what is expected and what was probably meant, in one text. */
export function findingWords({ sentence, expected, suggestion }: Finding): string {
  const parts = [
    sentence,
    expected === null ? null : `expected: ${expected}`,
    suggestion === null ? null : `did you mean “${suggestion}”?`,
  ];
  return parts.filter((part) => part !== null).join('; ');
}
