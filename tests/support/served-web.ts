/** `tamarack serve` on an empty folder, and browsers at it in which people sign in by themselves. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFindings, type Complaints, launchBrowser, openPage } from './browser.ts';
import { freePort, serve } from './served-process.ts';

/** Less than a test has, so that what is not there is named. */
const PATIENCE_MS = 12_000;
/** What a browser says of an answer that refuses; whoever is not signed in yet gets one. */
const NOBODY = /401 \(Unauthorized\)/;

export type Visitor = { readonly page: Page; readonly complaints: Complaints };

export type ServedWeb = {
  readonly url: string;
  readonly setUpToken: () => Promise<string>;
  /** A browser of its own, in which nobody was signed in before. */
  readonly somebody: () => Promise<Visitor>;
  readonly stop: () => Promise<void>;
};

export async function startServedWeb(): Promise<ServedWeb> {
  const folder = await mkdtemp(join(tmpdir(), 'tamarack-e2e-'));
  // Started as root, PostgreSQL runs as somebody else, who has to pass through.
  await chmod(folder, 0o755);
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const [server, browser] = await Promise.all([
    serve({ PORT: port, PUBLIC_URL: url, TAMARACK_DATA: folder }),
    launchBrowser(),
  ]);
  return {
    url,
    setUpToken: server.setUpToken,
    somebody: async () => {
      const visitor = await openPage(browser, { baseURL: url, timezoneId: 'Europe/Berlin' });
      visitor.page.setDefaultTimeout(PATIENCE_MS);
      return visitor;
    },
    stop: async () => {
      await browser.close();
      await server.end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Nothing for axe to find in the page as it stands, and nothing in its console but that nobody was signed in. */
export async function isFine({ page, complaints }: Visitor): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
  complaints.forgive(NOBODY);
  expect(complaints.said).toEqual([]);
}

/** Waits for the page of this name. */
export async function heading({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
