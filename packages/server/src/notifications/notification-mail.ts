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
    paragraphs: left > 0 ? [`The first ${MOST_LISTED}, and ${left} more in the application:`] : [],
    items: told.slice(0, MOST_LISTED).map((one) => listed(one, to.zone, publicUrl)),
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

function listed(told: Told, zone: string, publicUrl: string): NonNullable<MailContent['items']>[number] {
  const detail = [
    ...(told.subject === null ? [] : [told.subject]),
    told.account,
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

/** One account is named; more are counted. */
function accountsOf(told: readonly Told[]): string {
  const names = new Map(told.map(({ accountId, account }) => [accountId, account]));
  const [name = ''] = names.values();
  return names.size === 1 ? name : `${names.size} accounts`;
}

function linkOf({ accountId, obligationId }: Told, publicUrl: string): string {
  const ledger = `${publicUrl}/accounts/${accountId}/ledger`;
  return obligationId === null ? ledger : `${ledger}?obligation=${obligationId}`;
}
