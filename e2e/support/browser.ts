import { demoUser } from '@forlop/identity';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** Lets people in. */
export interface Visitors {
  /**
   * A page of a demo user who is logged in, in a browser profile of her own. The session is the one that she got at her first visit, as long as it lasts.
   * @param key e.g. `koordinator`.
   * @param path where they were going.
   */
  logIn(key: string, options?: BrowserContextOptions, path?: string): Promise<Page>;
  /** As `logIn`, but by the front door, with a session that nobody else has. */
  logInAnew(key: string, options?: BrowserContextOptions, path?: string): Promise<Page>;
  close(): Promise<void>;
}

/** Milliseconds before something that does not come is missing, on a machine that does other things too. */
const patience = 60_000;

const flags = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** What pages have complained of, by page. */
const complaints = new WeakMap<Page, string[]>();

/** Errors of the page's scripts, and what its policy refused. Empty in every good test. */
export const complaintsOf = (page: Page): readonly string[] => complaints.get(page) ?? [];

export async function openBrowser(url: string): Promise<Visitors> {
  const browser: Browser = await chromium.launch({ executablePath: process.env['FORLOP_CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
  const kept = new Map<string, StorageState>();
  const visit = async (options: BrowserContextOptions, path: string): Promise<Page> => {
    const context = await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo', reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(patience);
    const page = listened(await context.newPage());
    await page.goto(`${url}${path}`);
    await inside(page).or(door(page)).first().waitFor();
    return page;
  };
  const logInAnew: Visitors['logInAnew'] = async (key, options = {}, path = '/') => {
    const page = await visit(options, path);
    await enter(page, key);
    return page;
  };
  return {
    logInAnew,
    logIn: async (key, options = {}, path = '/') => {
      const session = kept.get(key);
      const page = await visit({ ...options, ...(session !== undefined && { storageState: session }) }, path);
      if (await inside(page).isVisible()) return page;
      await enter(page, key);
      kept.set(key, await page.context().storageState());
      return page;
    },
    close: () => browser.close(),
  };
}

const inside = (page: Page) => page.getByRole('navigation').first();
const door = (page: Page) => page.getByRole('link', { name: 'Logg inn' });

/** Through the front door, as a person does. */
async function enter(page: Page, key: string): Promise<void> {
  await door(page).click();
  await page.getByRole('button', { name: demoUser(key).name }).click();
  await inside(page).waitFor();
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
