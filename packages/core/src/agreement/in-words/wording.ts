/** Names and titles inside a sentence: small letters where they may be small, articles, lists. */

/** "technical-account-manager" → "technical account manager". */
export function spaced(name: string): string {
  return name.replaceAll(/[-.]/g, ' ');
}

/** The text with a capital first letter; nothing else of it changes. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A title as it stands within a sentence: "Cadence call" → "cadence call". Abbreviations ("TAM"),
 * names with capitals inside ("GitLab") and titles in which every word has one stay as they are.
 */
export function inSentence(title: string): string {
  const [first = '', ...rest] = title.split(' ');
  const ownCapitals = /[A-Z0-9]/.test(first.slice(1)) || first.length === 1;
  return ownCapitals || rest.some((word) => /^[A-Z][a-z]/.test(word))
    ? title
    : title.charAt(0).toLowerCase() + title.slice(1);
}

/** Whether the head of a noun phrase is plural: "release notes of the month", but not "analysis". */
export function isPlural(noun: string): boolean {
  const [head = ''] = noun.split(/ (?:of|on|for|with|in|to|about|after|before|between|under|and) |[(,:]/);
  const last = head.trim().split(' ').at(-1) ?? '';
  return last.endsWith('s') && !/(ss|us|is|news|series|ops|aws|faqs?)$/i.test(last);
}

/** "a or b", "a, b or c". */
export function anyOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A sentence: a capital first, one full stop last. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return capital(/[.!?…]["”)]?$/.test(trimmed) ? trimmed : `${trimmed}.`);
}

/** 50000 → "50,000". */
export function groupedDigits(value: number): string {
  return value < 1_000 ? String(value) : String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
