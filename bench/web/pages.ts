/** How soon the pages of tickets answer a hand, and how soon a customer who was never here sees something useful. */
import type { Page } from 'playwright-core';
import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure } from '../measure/figure.ts';
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts';
import { largestPaint, toNextPaint, until } from './page-timing.ts';

const AIM_MS = 100;
const COLD_MS = 1000;
/** What somebody does to a page; each again and again. */
type Deeds = Readonly<Record<string, (page: Page) => Promise<unknown>>>;

const press = (key: string) => (page: Page) => page.keyboard.press(key);
const click = (role: 'button' | 'checkbox' | 'textbox' | 'radio', name: string) => (page: Page) =>
  page.getByRole(role, { name, exact: true }).click();

const LIST: Deeds = {
  'to the next row (j)': press('j'),
  'a screen further (Page Down)': press('PageDown'),
  'to the last row (End)': press('End'),
  'to the first row (Home)': press('Home'),
  'choose the row (x)': press('x'),
  'choose all rows': (page) => page.getByRole('checkbox', { name: 'Choose all rows' }).press('Space'),
  'open the columns': click('button', 'Columns'),
  'close them (Escape)': press('Escape'),
};
const TICKET: Deeds = {
  'type a letter': async (page) => {
    await page.getByRole('textbox', { name: /^(Reply|Internal note)$/ }).focus();
    await page.keyboard.press('e');
  },
  'note instead of reply': (page) => page.getByText('Internal note', { exact: true }).first().click(),
  'and back': (page) => page.getByText('Reply', { exact: true }).first().click(),
  'a screen up (Page Up)': async (page) => {
    await page.locator('main').focus();
    await page.keyboard.press('PageUp');
  },
};

export async function run({ quick, rounds }: Effort): Promise<BenchResult> {
  const [tickets, messages] = [quick ? 2000 : 10_000, 500];
  const desk = await deskAtWork(tickets, messages);
  const times = Math.min(rounds, 5);
  try {
    const list = await desk.open('engineer', '/tickets?show=all');
    await loadAll(list, tickets);
    const onList = await longestOf(list, LIST, times);
    await list.context().close();
    const ticket = await desk.open('engineer', desk.longTicket);
    const between = ticket.getByRole('button', { name: /^Show \d+ messages between$/ });
    await between.waitFor();
    const unfolded = await toNextPaint(ticket, () => between.click());
    await until(ticket, `document.querySelectorAll('article').length >= ${messages}`);
    const onTicket = await longestOf(ticket, TICKET, times);
    await ticket.context().close();
    const cold = await coldPortal(desk, times);
    const shown = (where: string, deeds: Readonly<Record<string, readonly number[]>>) =>
      Object.entries(deeds).map(([what, samples]) => figure(`${where}: ${what}`, 'ms', samples, { atMost: AIM_MS }));
    return {
      title: `From a hand to the next paint, in Chromium: a list of ${tickets.toLocaleString('en')} tickets, a ticket of ${messages} messages`,
      figures: [
        ...shown('list', onList),
        figure('ticket: show the messages between', 'ms', [unfolded], { atMost: AIM_MS }),
        ...shown('ticket', onTicket),
        figure('portal, never here before: largest paint', 'ms', cold, { atMost: COLD_MS }),
      ],
      notes: [
        'By the browser’s own Event Timing API, which counts in steps of 8 ms and tells of nothing under 16. All rows of the list were loaded before, all messages are shown.',
        'The portal with an empty cache, from the beginning of the navigation; `tamarack serve` and its database on the same machine.',
      ],
    };
  } finally {
    await desk.stop();
  }
}

/** Every deed so many times. */
async function longestOf(page: Page, deeds: Deeds, times: number): Promise<Record<string, number[]>> {
  const samples: Record<string, number[]> = {};
  for (let time = 0; time < times; time++)
    for (const [what, act] of Object.entries(deeds))
      (samples[what] ??= []).push(await toNextPaint(page, () => act(page)));
  return samples;
}

/** To the end of the list, until it is there; as somebody would who reads it all. */
async function loadAll(page: Page, tickets: number): Promise<void> {
  const count = `Number(document.querySelector('table[aria-label="Tickets"]')?.getAttribute('aria-rowcount')) - 1`;
  await page.getByRole('table', { name: 'Tickets' }).waitFor();
  for (let there = 0; there < tickets;) {
    await until(page, `(window.scrollTo(0, document.body.scrollHeight), ${count} > ${there})`);
    there = await page.evaluate<number>(count);
  }
  await page.evaluate('window.scrollTo(0, 0)');
  await page.keyboard.press('j');
}

async function coldPortal(desk: DeskAtWork, times: number): Promise<number[]> {
  const samples: number[] = [];
  for (let time = 0; time < times; time++) {
    const page = await desk.open('lead', desk.portalHome);
    await page.getByRole('region', { name: 'Your open tickets' }).getByRole('listitem').first().waitFor();
    samples.push(await largestPaint(page));
    await page.context().close();
  }
  return samples;
}
