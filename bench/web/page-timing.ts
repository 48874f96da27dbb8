/** What the browser itself measured of a page: the Event Timing API, and Largest Contentful Paint. */
import type { Page } from 'playwright-core';

/** Less than this the browser does not tell of (the least that the Event Timing API allows). */
const LEAST_MS = 16;

/** Runs in each page before its own scripts. */
export const OBSERVE = `
  window.heard = [];
  window.painted = 0;
  const hear = (list) => { for (const { interactionId, duration } of list.getEntries()) if (interactionId) window.heard.push(duration); };
  new PerformanceObserver(hear).observe({ type: 'event', durationThreshold: ${LEAST_MS}, buffered: true });
  new PerformanceObserver(hear).observe({ type: 'first-input', buffered: true });
  new PerformanceObserver((list) => { window.painted = list.getEntries().at(-1).startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
`;

/** Entries are told of after the paint that they wait for, some frames later. */
const TOLD = `new Promise((done) => {
  const later = (frames) => (frames === 0 ? setTimeout(done, 60) : requestAnimationFrame(() => later(frames - 1)));
  later(3);
})`;

/** Milliseconds from an interaction to the next paint, the longest of those that `act` is; what is too quick to be told of counts as the least. */
export async function toNextPaint(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(TOLD);
  await page.evaluate('window.heard.length = 0');
  await act();
  await page.evaluate(TOLD);
  return page.evaluate<number>(`Math.max(${LEAST_MS}, ...window.heard)`);
}

/** Milliseconds from the beginning of the navigation to the largest thing that was painted so far. */
export async function largestPaint(page: Page): Promise<number> {
  await page.evaluate(TOLD);
  return page.evaluate<number>('window.painted');
}

/** Looks at each frame whether an expression is true there: the pages' own policy forbids what Playwright would do. */
export async function until(page: Page, expression: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const look = () => ((${expression}) ? done() : requestAnimationFrame(look));
    look();
  })`);
}
