/**
 * Chromium for tests that look at pages: the system's own (CHROMIUM names another one), without a window and without a word to the
 * outside. Every page keeps what its console complains of, so that a test can demand silence.
 */
import { existsSync } from 'node:fs';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** The browser that people have. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** The same without anything around its pages: what tests do in it takes a quarter less of the processor. */
const SHELL = '/usr/bin/chromium-headless-shell';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const OFFLINE = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

const OPTIONS = {
  // WCAG 2.2 AA, and what axe holds for good practice beside it.
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // An open dialogue has a head of its own, and all else is inert then: a second banner only to axe.
  rules: { 'landmark-no-duplicate-banner': { enabled: false }, 'landmark-unique': { enabled: false } },
  resultTypes: ['violations'],
  // Style sheets and films, of which no rule asks that is wanted.
  preload: false,
} as const satisfies RunOptions;

export type Complaints = {
  /** Errors of the console and exceptions that nobody caught, as text. */
  readonly said: readonly string[];
  /** Takes out what a test expects, such as the 401 of somebody who is not signed in. */
  readonly forgive: (expected: RegExp) => void;
};

/** The shell where it is installed and nothing else is named. */
export async function launchBrowser(
  executablePath = process.env['CHROMIUM'] === undefined && existsSync(SHELL) ? SHELL : CHROMIUM,
): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...QUIET, ...OFFLINE] });
}

/** A page in a context of its own: other cookies, other storage, as on another machine. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly complaints: Complaints }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  let said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  const complaints = {
    get said() {
      return said;
    },
    forgive: (expected: RegExp) => {
      said = said.filter((line) => !expected.test(line));
    },
  };
  return { page, complaints };
}

/** What axe finds wrong with the page as it stands: one line a finding, with the element. Empty is what is wanted. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  // Read into a page once; it sees into no frames that way, and there are none.
  if (!(await page.evaluate<boolean>('window.axe !== undefined'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}
