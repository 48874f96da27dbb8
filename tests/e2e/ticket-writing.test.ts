/** Writing on a ticket: pictures where they were put, files that are on their way, and tables on a narrow page. */
import type { Locator, Page } from 'playwright-core';
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

const box = (on: Page) => on.getByRole('region', { name: 'Reply' });
const field = (on: Page) => box(on).getByRole('textbox', { name: 'Reply' });
const holds = (there: Locator, text: string) => expect.poll(() => there.inputValue(), { timeout: 10_000 }).toBe(text);
const opened = async () => {
  const page = await web.open(erin, path);
  await field(page).waitFor();
  return page;
};

/** In the page: pictures of these widths from the clipboard, where the caret is. */
const PASTE = `async (names, width) => {
  const clipboardData = new DataTransfer();
  for (const [at, name] of names.entries()) {
    const canvas = new OffscreenCanvas(width + at, 4);
    canvas.getContext('2d').fillRect(0, 0, 1, 1);
    clipboardData.items.add(new File([await canvas.convertToBlob()], name, { type: 'image/png' }));
  }
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}`;
async function paste(on: Page, names: readonly string[], width: number): Promise<void> {
  await field(on).focus();
  await on.evaluate(`(${PASTE})(${JSON.stringify(names)}, ${width})`);
}

const UPLOADS = /\/files\?name=/;
const uploading = (page: Page, name: string) => box(page).getByRole('status').getByText(`${name} is being uploaded…`);
const attached = (page: Page, name: string) =>
  box(page)
    .getByRole('button', { name: `Take ${name} off` })
    .waitFor();
const message = (page: Page) => page.getByRole('article', { name: 'Message by Erin Engineer' });
const widths = (page: Page) => () =>
  page.evaluate(`[...document.querySelectorAll('article img')].map(({ naturalWidth }) => naturalWidth)`);

test(
  'pictures stand where they were put, each its own, whatever they are called',
  async () => {
    const page = await opened();
    await field(page).fill('Before\n\nAfter');
    for (let n = 0; n < 'After'.length + 2; n += 1) await field(page).press('ArrowLeft');
    await paste(page, ['image.png', 'image.png'], 20);
    await paste(page, ['a)b.png'], 30);
    const marks = '![image.png](image.png)\n\n![image-2.png](image-2.png)\n\n![a)b.png](a%29b.png)';
    await holds(field(page), `Before\n\n${marks}\n\nAfter`);
    await field(page).pressSequentially('!');
    await holds(field(page), `Before\n\n${marks}!\n\nAfter`);
    await field(page).press('Backspace');
    await expect.poll(() => box(page).getByRole('button', { name: /^Take/ }).count(), { timeout: 10_000 }).toBe(3);
    await field(page).press('Control+Enter');
    await message(page).getByText('sending…').waitFor({ state: 'detached' });
    await expect.poll(widths(page), { timeout: 10_000 }).toEqual([20, 21, 30]);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'a reply does not go out before its files are there, and says so',
  async () => {
    const page = await opened();
    const released = Promise.withResolvers<undefined>();
    await page.route(UPLOADS, async (route) => {
      await released.promise;
      await route.continue();
    });
    await field(page).fill('Look:');
    await paste(page, ['image.png'], 20);
    await uploading(page, 'image.png').waitFor();
    await box(page).getByText('Its files are on their way.').waitFor();
    await web.isFine(page);
    await field(page).press('Control+Enter');
    await box(page).getByRole('alert').getByText('Not sent: its files are still on their way.').waitFor();
    expect(await box(page).getByRole('button', { name: 'Send the reply' }).isEnabled()).toBe(false);
    await holds(field(page), 'Look:\n\n![image.png](image.png)\n');
    expect(await message(page).count()).toBe(0);
    released.resolve(undefined);
    await attached(page, 'image.png');
    await field(page).press('Control+Enter');
    await message(page).getByText('sending…').waitFor({ state: 'detached' });
    await expect.poll(widths(page), { timeout: 10_000 }).toEqual([20]);
    await holds(field(page), '');
    expect(await box(page).getByRole('button', { name: /^Take/ }).count()).toBe(0);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'an upload that fails, or that ends with its page, says so and leaves nothing in the text',
  async () => {
    const page = await opened();
    await page.route(UPLOADS, (route) =>
      route.fulfill({
        status: 413,
        contentType: 'application/problem+json',
        json: { code: 'request.too-large', detail: 'This is too large.', remedy: 'Send less.' },
      }),
    );
    await field(page).fill('Look:');
    await paste(page, ['image.png'], 20);
    const alert = box(page).getByRole('alert');
    await alert.getByText('image.png was not attached. This is too large. Send less.').waitFor();
    await holds(field(page), 'Look:\n');
    web.complaintsOf(page).forgive(/413/);
    await web.isFine(page);
    await alert.getByRole('button', { name: 'Dismiss image.png' }).click();
    await alert.getByText('was not attached').waitFor({ state: 'detached' });

    await page.unroute(UPLOADS);
    await page.route(UPLOADS, () => undefined);
    await paste(page, ['other.png'], 20);
    await uploading(page, 'other.png').waitFor();
    await page.reload();
    await alert.getByText('other.png was not attached.').waitFor();
    await holds(field(page), 'Look:\n\n');
  },
  MINUTES,
);

test(
  'what was on its way when the browser went down is missed, and not in the text',
  async () => {
    const page = await opened();
    const ticketId = path.split('/').at(-1);
    const kept = { body: 'Look:\n\n![a.png](a.png)\n', files: [], uploads: [{ name: 'a.png' }] };
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
      `tamarack.draft.${erin.id}.${ticketId}.shared`,
      JSON.stringify(kept),
    ] as const);
    await page.reload();
    await box(page)
      .getByRole('alert')
      .getByText('a.png was not attached. The page was left before it had arrived.')
      .waitFor();
    await holds(field(page), 'Look:\n');
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'several files are added at once',
  async () => {
    const page = await opened();
    const some = ['one.log', 'two.log'].map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) }));
    const choosing = page.waitForEvent('filechooser');
    await box(page).getByRole('button', { name: 'Add files' }).click();
    const chooser = await choosing;
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles(some);
    await attached(page, 'one.log');
    await attached(page, 'two.log');
    // The same again is another file, and has another name.
    await box(page).locator('input[type=file]').setInputFiles(some.slice(0, 1));
    await attached(page, 'one-2.log');
    await web.isFine(page);
  },
  MINUTES,
);
