import type { Action } from '@tamarack/contract';

/** What a token may be allowed to do, in words, in the order of the contract's table of access. */
const accounts = {
  'accounts.read': 'See accounts',
  'accounts.write': 'Change accounts',
  'accounts.create': 'Open accounts',
  'people.read': 'See people',
  'people.write': 'Invite people and change their roles',
  'team.write': 'Say who serves an account',
  'licences.write': 'Issue and renew licences',
  'accounts.export': 'Export an account',
  'accounts.erase': 'Erase accounts and people',
};
const journalAndLedger = {
  'today.read': 'See what is owed today',
  'ledger.read': 'See ledger and journal',
  'facts.record': 'Record facts',
  'facts.record-internal': 'Record internal facts',
  'obligations.waive': 'Ask for waivers',
  'waivers.approve': 'Decide on waivers',
  'files.read': 'Read files',
  'files.write': 'Upload files',
};
const tickets = {
  'tickets.read': 'See tickets',
  'tickets.submit': 'Submit tickets',
  'tickets.reply': 'Reply on tickets and reopen them',
  'tickets.end': 'Close tickets',
  'tickets.work': 'Work on tickets',
  'queues.read': 'See the queues of tickets',
  'tickets.approve': 'Approve another severity of tickets',
  'tickets.escalate': 'Escalate tickets',
  'escalations.take': 'Take escalations up and close them',
};
const agreements = {
  'descriptions.read': 'See descriptions',
  'descriptions.write': 'Write descriptions',
  'descriptions.approve': 'Approve descriptions',
  'contracts.read': 'See contracts',
  'contracts.write': 'Make and change contracts',
  'contracts.approve': 'Agree to contracts',
};
const house = {
  'staff.read': 'See the staff',
  'audit.read': 'Read the audit log',
  'administration.read': 'See people, settings, jobs and mail',
  'administration.write': 'Administer',
};

/** Every action of the contract: one without words does not compile. */
const words: Readonly<Record<Action, string>> = {
  ...accounts,
  ...tickets,
  ...journalAndLedger,
  ...agreements,
  ...house,
};

export const ACTION_GROUPS: readonly { readonly title: string; readonly actions: Partial<Record<Action, string>> }[] = [
  { title: 'Accounts', actions: accounts },
  { title: 'Tickets', actions: tickets },
  { title: 'Journal and ledger', actions: journalAndLedger },
  { title: 'Agreements', actions: agreements },
  { title: 'The provider’s house', actions: house },
];

/** "Record facts". */
export function actionWords(action: Action): string {
  return words[action];
}
