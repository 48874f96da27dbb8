/** One mail that tells what happened: of one notification with its particulars, of several as a list. Pure. */
import type { MailContent } from '../platform/mail/mail-content.ts';
import { wordsOf } from './kinds.ts';
import type { Recipient, Told } from './recipient-views.ts';
import { timeInWords } from './time-words.ts';

/** More are counted, and stand in the application. */
const MOST_LISTED = 50;
/** More of a message is read in the application. */
const LONGEST_WORDS = 2000;

/** Of one notification or more, oldest first. */
export function notificationMail(told: readonly Told[], to: Recipient, publicUrl: string): MailContent {
  const [only, ...others] = told;
  const base = {
    sender: to.sender,
    reason: 'You get this mail because it concerns what you asked for, follow, owe, answer for or decide.',
    preferences: { label: 'Choose what you get by mail', url: preferencesUrl(publicUrl) },
  };
  if (only && others.length === 0) return { ...base, ...alone(only, to.zone, publicUrl) };
  const left = told.length - MOST_LISTED;
  return {
    ...base,
    title: `${tally(told)}: ${accountsOf(told)}`,
    paragraphs: left > 0 ? [`The first ${MOST_LISTED}, and ${left} more in the application:`] : [],
    items: told.slice(0, MOST_LISTED).map((one) => listed(one, to.zone, publicUrl)),
    action: told.every(({ kind }) => nounOf(kind) === 'promise')
      ? { label: 'Open what you owe', url: `${publicUrl}/` }
      : { label: 'Open your notifications', url: `${publicUrl}/notifications` },
  };
}

export function preferencesUrl(publicUrl: string): string {
  return `${publicUrl}/profile/notifications`;
}

function alone(
  told: Told,
  zone: string,
  publicUrl: string,
): Pick<MailContent, 'title' | 'paragraphs' | 'facts' | 'action'> {
  const noun = nounOf(told.kind);
  return {
    title: `${wordsOf(told.kind).says}: ${told.title}`,
    paragraphs: told.words === null ? [] : beginningOf(told.words),
    facts: [
      ...(told.account === null ? [] : [{ name: 'Account', value: told.account }]),
      { name: capitalised(noun), value: told.title },
      ...(told.subject === null ? [] : [{ name: 'About', value: told.subject }]),
      ...(told.dueAt === null ? [] : [{ name: 'Due', value: timeInWords(told.dueAt, zone) }]),
      { name: 'Noticed', value: timeInWords(told.createdAt, zone) },
    ],
    action: { label: `Open the ${noun}`, url: linkOf(told, publicUrl) },
  };
}

/** Of what somebody wrote. */
function beginningOf(words: string): string[] {
  const shown = words.length <= LONGEST_WORDS ? words : `${words.slice(0, LONGEST_WORDS).trimEnd()}…`;
  return shown.split(/\n\s*\n/);
}

function listed(told: Told, zone: string, publicUrl: string): NonNullable<MailContent['items']>[number] {
  const detail = [
    ...(told.subject === null ? [] : [told.subject]),
    ...(told.account === null ? [] : [told.account]),
    ...(told.dueAt === null ? [] : [`due ${timeInWords(told.dueAt, zone)}`]),
  ];
  return {
    title: `${wordsOf(told.kind).says}: ${told.title}`,
    detail: detail.join(' · '),
    url: linkOf(told, publicUrl),
  };
}

/** "2 broken, 1 due soon" */
function tally(told: readonly Told[]): string {
  return [...Map.groupBy(told, ({ kind }) => wordsOf(kind).counted)]
    .map(([counted, some]) => `${some.length} ${counted}`)
    .join(', ');
}

/** One account is named; more are counted. What concerns none are descriptions. */
function accountsOf(told: readonly Told[]): string {
  const names = new Map(told.flatMap(({ accountId, account }) => (accountId === null ? [] : [[accountId, account]])));
  const [name] = names.values();
  const accounts = names.size > 1 ? [`${names.size} accounts`] : name ? [name] : [];
  return [...accounts, ...(told.some(({ accountId }) => accountId === null) ? ['descriptions'] : [])].join(' and ');
}

/** What the title is the name of. */
function nounOf(kind: string): 'contract' | 'description' | 'promise' | 'ticket' {
  if (kind.startsWith('contract.')) return 'contract';
  if (kind.startsWith('ticket.')) return 'ticket';
  return kind.startsWith('description.') ? 'description' : 'promise';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function linkOf(
  { kind, accountId, obligationId, ticketId, descriptionId, versionId }: Told,
  publicUrl: string,
): string {
  if (descriptionId !== null && versionId !== null)
    return `${publicUrl}/agreements/${descriptionId}/versions/${versionId}`;
  const account = `${publicUrl}/accounts/${accountId ?? ''}`;
  if (ticketId !== null) return `${account}/tickets/${ticketId}`;
  if (nounOf(kind) === 'contract') return `${account}/contracts`;
  return obligationId === null ? `${account}/ledger` : `${account}/ledger/${obligationId}`;
}
