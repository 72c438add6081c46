import { demoUser } from '@forlop/identity';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Lets people in by the front door. */
export interface Visitors {
  /**
   * Logs a demo user in, as a person does, in a browser profile of their own.
   * @param key e.g. `koordinator`.
   * @param path where they were going.
   */
  logIn(key: string, options?: BrowserContextOptions, path?: string): Promise<Page>;
  close(): Promise<void>;
}

const flags = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** What pages have complained of, by page. */
const complaints = new WeakMap<Page, string[]>();

/** Errors of the page's scripts, and what its policy refused. Empty in every good test. */
export const complaintsOf = (page: Page): readonly string[] => complaints.get(page) ?? [];

export async function openBrowser(url: string): Promise<Visitors> {
  const browser: Browser = await chromium.launch({ executablePath: process.env['FORLOP_CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
  return {
    logIn: async (key, options = {}, path = '/') => {
      const context = await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo', reducedMotion: 'reduce', ...options });
      const page = listened(await context.newPage());
      await page.goto(`${url}${path}`);
      await page.getByRole('link', { name: 'Logg inn' }).click();
      await page.getByRole('button', { name: demoUser(key).name }).click();
      await page.getByRole('navigation').waitFor();
      return page;
    },
    close: () => browser.close(),
  };
}

function listened(page: Page): Page {
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text())) heard.push(message.text());
  });
  return page;
}
