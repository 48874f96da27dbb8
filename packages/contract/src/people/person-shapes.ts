/** What people say about themselves: how they want to be told, and when they work. */
import { z } from 'zod';
import { line } from '../wire/shapes.ts';

/** An address that mail can be sent to, in lower case as it is kept. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'expected an e-mail address such as mara@example.com' }))
  .meta({ id: 'EmailAddress', description: 'An e-mail address.', examples: ['mara@example.com'] });

export const preferences = z
  .strictObject({
    mails: z.enum(['at-once', 'daily', 'never']).meta({ description: 'When mails of notifications are sent.' }),
    colours: z.enum(['as-the-system', 'light', 'dark']),
  })
  .meta({ id: 'Preferences' });

const day = '(mon|tue|wed|thu|fri|sat|sun)';
const interval = z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/, { error: 'expected an interval such as 09:00-17:00' });

/** The hours in which somebody works, in the person's own zone, as the language writes calendars. */
export const workingCalendar = z
  .strictObject({
    weekly: z.record(
      z.string().regex(new RegExp(`^${day}(-${day})?$`), { error: 'expected days such as mon-fri' }),
      z.array(interval).max(10),
    ),
    holidays: z
      .strictObject({ country: z.string().regex(/^[A-Z]{2}$/), region: line(10).exactOptional() })
      .exactOptional(),
  })
  .meta({
    id: 'WorkingCalendar',
    description: 'Weekly hours by day or range of days, and the public holidays that apply.',
  });
