/**
 * The test application with the built web application before it, and people at browsers. Who somebody is says a header, for
 * signing in has tests of its own; the browsers' clocks stand where the server's does.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { buildWeb } from '../../packages/server/src/platform/web/build-web.ts';
import { listenUntil } from '../../packages/server/src/serve/listen-until.ts';
import { serveWeb } from '../../packages/server/src/platform/web/serve-web.ts';
import { accessibilityFindings, type Complaints, launchBrowser, openPage } from './browser.ts';
import { type Person, startTestApplication, type TestApplication } from './test-application.ts';

/** Less than a test has, so that what is not there is named; more than a busy machine needs. */
const PATIENCE_MS = 25_000;

/** In the browser: until nothing fades or slides that will come to rest. Half faded in, nothing has the contrast that it will have. */
const AT_REST = `new Promise((done) => {
  const moves = ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
  const look = () => (document.getAnimations().some(moves) ? requestAnimationFrame(look) : done());
  look();
})`;

/** Nobody hurries a server of a test. */
const NEVER = new AbortController().signal;

export type WebApplication = TestApplication & {
  readonly address: string;
  /** Stops serving, as a server that is told to. */
  readonly goAway: () => Promise<void>;
  /** Another server, at the same address. */
  readonly comeBack: () => Promise<FastifyInstance>;
  /** Somebody's browser, at this path. */
  readonly open: (person: Person, path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Nothing for axe to find in the page as it stands, and nothing in its console since it was opened. */
  readonly isFine: (page: Page) => Promise<void>;
  /** What a page's console said so far. */
  readonly complaintsOf: (page: Page) => Complaints;
  /** Moves the server and every browser. */
  readonly moveTo: (instant: string) => Promise<void>;
};

/** Until nothing moves any more. */
export async function comesToRest(page: Page): Promise<void> {
  await page.evaluate(AT_REST);
}

export async function startWebApplication(start = '2026-06-01T08:00:00Z'): Promise<WebApplication> {
  const built = await buildWeb();
  if (!built.ok) throw new Error(built.refusal.sentence);
  // A folder of its own: somebody who changes a source and builds again would take the files away from under the browsers.
  const folder = await mkdtemp(join(tmpdir(), 'tamarack-test-web-'));
  await cp(built.value.folder, folder, { recursive: true });
  const server = await startTestApplication(start, [(app) => serveWeb(app, folder)]);
  let goAway = await listenUntil(server.app, { host: '127.0.0.1', port: 0 }, NEVER);
  const address = server.app.listeningOrigin;
  const browser: Browser = await launchBrowser();
  const pages = new Map<Page, Complaints>();
  const complaintsOf = (page: Page) => {
    const complaints = pages.get(page);
    if (!complaints) throw new Error('This page was not opened here.');
    return complaints;
  };
  return {
    ...server,
    address,
    complaintsOf,
    goAway: () => goAway(),
    comeBack: async () => {
      const another = await server.anotherServer();
      goAway = await listenUntil(another, { host: '127.0.0.1', port: Number(new URL(address).port) }, NEVER);
      return another;
    },
    open: async (person, path, options = {}) => {
      const extraHTTPHeaders = { authorization: `Test ${person.id}` };
      const { page, complaints } = await openPage(browser, { baseURL: address, extraHTTPHeaders, ...options });
      pages.set(page, complaints);
      page.setDefaultTimeout(PATIENCE_MS);
      await page.clock.setSystemTime(server.clock.now().epochMilliseconds);
      await page.goto(path);
      return page;
    },
    isFine: async (page) => {
      await comesToRest(page);
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(complaintsOf(page).said).toEqual([]);
    },
    moveTo: async (instant) => {
      server.clock.moveTo(Temporal.Instant.from(instant));
      for (const page of pages.keys()) await page.clock.setSystemTime(server.clock.now().epochMilliseconds);
    },
    stop: async () => {
      await browser.close();
      await goAway();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
