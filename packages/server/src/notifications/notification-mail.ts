/** One mail that tells what happened: of one notification with its particulars, of several as a list. Pure. */
import type { MailContent } from '../platform/mail/mail-content.ts';
import { wordsOf } from './kinds.ts';
import type { Recipient, Told } from './recipient-views.ts';
import { timeInWords } from './time-words.ts';

/** More are counted, and stand in the application. */
const MOST_LISTED = 50;

/** Of one notification or more, oldest first. */
export function notificationMail(told: readonly Told[], to: Recipient, publicUrl: string): MailContent {
  const [only, ...others] = told;
  const base = {
    sender: to.sender,
    reason: 'You get this mail because you owe these promises, answer for them, or asked to be told.',
    preferences: { label: 'Choose what you get by mail', url: preferencesUrl(publicUrl) },
  };
  if (only && others.length === 0) return { ...base, ...alone(only, to.zone, publicUrl) };
  const left = told.length - MOST_LISTED;
  return {
    ...base,
    title: `${tally(told)}: ${accountsOf(told)}`,
    paragraphs: [
      ...told.slice(0, MOST_LISTED).map((one) => listed(one, to.zone, publicUrl)),
      ...(left > 0 ? [`And ${left} more.`] : []),
    ],
    action: { label: 'Open what you owe', url: `${publicUrl}/` },
  };
}

export function preferencesUrl(publicUrl: string): string {
  return `${publicUrl}/profile`;
}

function alone(
  told: Told,
  zone: string,
  publicUrl: string,
): Pick<MailContent, 'title' | 'paragraphs' | 'facts' | 'action'> {
  return {
    title: `${wordsOf(told.kind).says}: ${told.title}`,
    paragraphs: [],
    facts: [
      { name: 'Account', value: told.account },
      { name: 'Promise', value: told.title },
      ...(told.subject === null ? [] : [{ name: 'About', value: told.subject }]),
      ...(told.dueAt === null ? [] : [{ name: 'Due', value: timeInWords(told.dueAt, zone) }]),
      { name: 'Noticed', value: timeInWords(told.createdAt, zone) },
    ],
    action: { label: 'Open the promise', url: linkOf(told, publicUrl) },
  };
}

function listed(told: Told, zone: string, publicUrl: string): string {
  const due = told.dueAt === null ? '' : `, due ${timeInWords(told.dueAt, zone)}`;
  const about = told.subject === null ? '' : ` (${oneLine(told.subject)})`;
  return `${wordsOf(told.kind).says}: ${oneLine(told.title)}${about}, ${oneLine(told.account)}${due}\n${linkOf(told, publicUrl)}`;
}

/** What people wrote must not begin a line of its own and pass for another entry of the list. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** "2 broken, 1 due soon" */
function tally(told: readonly Told[]): string {
  return [...Map.groupBy(told, ({ kind }) => wordsOf(kind).counted)]
    .map(([counted, some]) => `${some.length} ${counted}`)
    .join(', ');
}

/** One account is named; more are counted. */
function accountsOf(told: readonly Told[]): string {
  const names = new Map(told.map(({ accountId, account }) => [accountId, account]));
  const [name = ''] = names.values();
  return names.size === 1 ? oneLine(name) : `${names.size} accounts`;
}

function linkOf({ accountId, obligationId }: Told, publicUrl: string): string {
  const ledger = `${publicUrl}/accounts/${accountId}/ledger`;
  return obligationId === null ? ledger : `${ledger}?obligation=${obligationId}`;
}
