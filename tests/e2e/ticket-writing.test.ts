/** Writing on a ticket: pictures where they were put, files that are on their way, and tables on a narrow page. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../support/agreed-account.ts';
import { record } from '../support/record.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 120_000;

let web: WebApplication;
let account: AgreedAccount;
let erin: Person;
let path: string;

beforeAll(async () => {
  web = await startWebApplication();
  account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  erin = await web.staff('Erin Engineer', 'support-engineer');
}, MINUTES);
afterAll(() => web.stop());
beforeEach(async () => {
  const ticketId = uuid();
  path = `/accounts/${account.accountId}/tickets/${ticketId}`;
  await record(web, account, 'incident.received', ticketId, { title: 'Disk full', data: { severity: 2 } });
});

test(
  'a wide table scrolls at 360 px, and its words stay whole',
  async () => {
    const head = '| device | filesystem | mounted | available |';
    const row = '| /dev/nvme0n1p2 | btrfs | /var/lib/postgresql | 12 GiB |';
    await web.call(erin, 'POST', `${path}/messages`, { body: { body: `${head}\n|-|-|-|-|\n${row}\n${row}` } });
    const page = await web.open(erin, path, { viewport: { width: 360, height: 800 } });
    const table = page.getByRole('region', { name: 'Table' });
    const columns = table.getByRole('columnheader');
    await columns.first().waitFor();
    const heights = (await Promise.all((await columns.all()).map((each) => each.boundingBox()))).map(
      (each) => each?.height,
    );
    expect(heights.every((height) => height !== undefined && height < 40)).toBe(true);
    const wide = `document.querySelector('[aria-label="Table"]')`;
    expect(await page.evaluate(`${wide}.scrollWidth > ${wide}.clientWidth`)).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await web.isFine(page);
  },
  MINUTES,
);
