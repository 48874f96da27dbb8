import type { MailContent } from '../mail-content.ts';

/** A mail with every part, and with words that are long, foreign and hostile, as an inbox would get them. */
export const SAMPLE: MailContent = {
  sender: 'Almacare Support',
  title: 'First response is due in 10 minutes: #10245 Datenbank antwortet nicht',
  paragraphs: [
    'Contoso Werke reported a business standstill at 14:02 (Europe/Berlin). Nobody has acknowledged it yet.',
    'The customer writes:\n“The cluster failed over twice since noon; /var/log/postgresql/postgresql-18-main-2026-11-21_140000.log is attached.”',
  ],
  facts: [
    { name: 'Account', value: 'Contoso Werke GmbH & Co. KG' },
    { name: 'Severity', value: '1 – business standstill' },
    { name: 'Promise', value: 'First response within 30 minutes, around the clock' },
    { name: 'Due', value: 'Sat 21 Nov 2026, 14:32 (Europe/Berlin)' },
  ],
  action: { label: 'Open #10245', url: 'https://support.almacare.example/tickets/10245' },
  reason: 'You get this mail because you are on duty for Contoso Werke.',
  preferences: { label: 'Choose what you get', url: 'https://support.almacare.example/profile/mail' },
};
