/** The history of a ticket in the browser: what the desk changed, by name and with what it was, and what clocks did. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { entitle } from '../support/entitle.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 180_000;

let web: WebApplication;
let erin: Person;
let lena: Person;
let path: string;
beforeAll(async () => {
  web = await startWebApplication();
  const { accountId, contractId } = await agreedAccount(web.db, 'almacare', 'enhanced', ALMACARE);
  lena = await web.customer('Lena Lead', accountId, 'technical-lead');
  erin = await web.staff('Erin Engineer', 'support-engineer');
  await web.serves(erin, accountId, 'support-engineer');
  await entitle(web, accountId, lena);
  const submit = async (subject: string) => {
    const body = { contractId, kind: 'incident', subject, body: 'Since noon.', severity: 3 };
    return (await web.call(lena, 'POST', `/accounts/${accountId}/tickets`, { body })).body;
  };
  const [ticket, other] = [await submit('Nothing boots'), await submit('Printer burns')];
  path = `/accounts/${accountId}/tickets/${ticket.id}`;
  const body = { subject: 'Nothing starts', queue: 'Kernel', assigneeId: erin.id };
  await web.call(erin, 'PATCH', path, { body, headers: { 'if-match': `"${ticket.version}"` } });
  await web.call(erin, 'PUT', `${path}/relations/${other.id}`, { body: { says: 'caused-by' } });
}, MINUTES);
afterAll(() => web.stop());

test(
  'says to whom it was given, how it was called and what it belongs to; of clocks what was kept, or that it is nothing yet',
  async () => {
    const page = await web.open(erin, `${path}?view=history`);
    const entry = (text: RegExp) => page.getByRole('listitem').filter({ hasText: text });
    await entry(/The incident was assigned.*to Erin Engineer/).waitFor();
    await entry(/The subject of the incident was changed.*“Nothing starts”.*Before: Nothing boots/).waitFor();
    await entry(/The queue of the incident was changed.*Internal.*to Kernel/).waitFor();
    await entry(/A relation of the incident was recorded.*caused by #\d+ Printer burns/).waitFor();
    await web.isFine(page);
    await page.getByText('What clocks did').click();
    await page.getByText('Nothing yet').waitFor();
    await web.isFine(page);
    await web.call(erin, 'POST', `${path}/acknowledgement`);
    await entry(/The promise was kept.*First response · kept/).waitFor();
    await web.isFine(page);
    const seen = await web.open(lena, `${path}?view=history`);
    await seen.getByText('The incident was assigned').waitFor();
    expect(await seen.getByText('The queue of the incident').count()).toBe(0);
  },
  MINUTES,
);
