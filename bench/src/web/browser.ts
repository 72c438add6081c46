import { demoUser } from '@forlop/identity';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env['FORLOP_CHROMIUM'] ?? '/usr/bin/chromium', args: flags });

/** Logs the coordinator in by the front door. */
export async function logIn(browser: Browser, url: string): Promise<BrowserContext> {
  // The measuring script is no part of the application, whose policy lets no such script run.
  const context = await browser.newContext({ bypassCSP: true, locale: 'nb-NO', timezoneId: 'Europe/Oslo', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await page.getByRole('button', { name: demoUser('koordinator').name }).click();
  await page.getByRole('navigation').waitFor();
  await page.close();
  return context;
}

const firstPatient = `document.querySelector('[role=table] [role=row] a') !== null`;

/** What opening the list came to, in milliseconds by the page's own clock unless it says otherwise; the last four as Lighthouse defines them. */
export interface Opened {
  /** Until the first patient stands in the list and a frame with her has been drawn. */
  readonly interactive: number;
  /** First and largest contentful paint. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** What tasks of over 50 ms took beyond that, after the first paint. */
  readonly blocked: number;
  /** How much of what was shown moved by itself; no unit. */
  readonly shift: number;
}

/** How long a page is watched after it can be used. */
const settledMs = 1_000;

/** Opens the list with nothing cached. */
export async function openingOf(context: BrowserContext, url: string): Promise<Opened> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.addInitScript(`
      window.opened = { largestPaint: 0, shift: 0, tasks: [] };
      const watch = (type, note) => new PerformanceObserver((seen) => seen.getEntries().forEach(note)).observe({ type, buffered: true });
      watch('largest-contentful-paint', ({ startTime }) => { opened.largestPaint = startTime; });
      watch('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) opened.shift += value; });
      watch('longtask', ({ startTime, duration }) => opened.tasks.push([startTime, duration]));
      (function look() {
        if (${firstPatient}) requestAnimationFrame(() => requestAnimationFrame(() => { window.interactiveAt = performance.now(); }));
        else requestAnimationFrame(look);
      })()`);
    await page.goto(url);
    await page.waitForFunction('window.interactiveAt !== undefined');
    await page.waitForTimeout(settledMs);
    return await page.evaluate<Opened>(`(() => {
      const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const blocked = opened.tasks.filter(([from]) => from >= firstPaint).reduce((sum, [, ms]) => sum + Math.max(0, ms - 50), 0);
      return { interactive: interactiveAt, firstPaint, largestPaint: opened.largestPaint, blocked, shift: opened.shift };
    })()`);
  } finally {
    await page.close();
  }
}

/** What a scroll through a list met. */
export interface Scrolled {
  readonly rows: number;
  readonly seconds: number;
  /** Durations of the tasks that took 50 ms or more, in milliseconds. */
  readonly longTasks: readonly number[];
}

/** Pixels that the list moves in each frame: some twenty rows, faster than anybody reads. */
const step = 1_200;

/** Scrolls the list from its beginning as far as it goes, or for so long. */
export async function scrollThrough(page: Page, mostSeconds: number): Promise<Scrolled> {
  await page.waitForFunction(firstPatient);
  await page.waitForTimeout(1_000);
  return page.evaluate<Scrolled>(`new Promise((resolve) => {
    const list = document.querySelector('.app-list');
    const longTasks = [];
    new PerformanceObserver((seen) => longTasks.push(...seen.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    const began = performance.now();
    let still = 0;
    const rowsSeen = () => Math.max(...[...document.querySelectorAll('[data-index]:has(a)')].map((row) => Number(row.dataset.index) + 1), 0);
    let rows = 0;
    (function move() {
      const before = list.scrollTop;
      list.scrollTop += ${step};
      still = list.scrollTop === before ? still + 1 : 0;
      const seconds = (performance.now() - began) / 1000;
      if (still > 300 || seconds > ${mostSeconds}) setTimeout(() => resolve({ rows: rowsSeen(), seconds, longTasks }), 500);
      else requestAnimationFrame(move);
    })();
  })`);
}
