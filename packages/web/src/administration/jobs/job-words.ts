import type { JobsSearch } from './jobs-search.ts';

type JobState = NonNullable<JobsSearch['state']>;

export const jobStateWords: Readonly<Record<JobState, string>> = {
  failed: 'Failed',
  retrying: 'Tried again by itself',
  running: 'Under way',
  waiting: 'Waiting',
};

const TASKS: Readonly<Record<string, string>> = {
  'send-mail': 'Send a mail',
  'mail-notifications': 'Mail what somebody was told',
  'forget-mails': 'Forget old mails',
  'forget-answers': 'Forget answers kept for repeated calls',
  'forget-sign-ins': 'Forget expired sign-ins and links',
  'forget-content': 'Forget content that no file needs',
  'sweep-files': 'Look after stored files',
  'send-webhook': 'Send to a webhook',
  'send-webhooks-again': 'Send to a webhook all that happened since',
  'forget-deliveries': 'Forget old deliveries to webhooks',
  'seal-journal': 'Seal the journal',
  'licence-milestones': 'Note what becomes of a licence',
  'contract-milestones': 'Note what becomes of a contract',
};

/** "Send a mail"; a task without words is shown as it is called. */
export function taskWords(task: string): string {
  return TASKS[task] ?? task;
}
