/** When people are told by mail, as the contract has it. */
export const WHEN_MAILED = ['at-once', 'daily', 'never'] as const;
export type WhenMailed = (typeof WHEN_MAILED)[number];

export const whenWords: Readonly<Record<WhenMailed, { readonly says: string; readonly explains: string }>> = {
  'at-once': { says: 'At once', explains: 'A minute after it happened; what happens together comes in one mail.' },
  daily: { says: 'Once a day', explains: 'At 08:00 in your zone, everything in one mail.' },
  never: { says: 'Never', explains: 'You find it in the application.' },
};
