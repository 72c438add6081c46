import type { Locator, Page } from 'playwright-core';

/** Farther than anybody would tab. */
const most = 120;

/** Whether it, or one of them, has the focus. */
export const hasFocus = async (wanted: Locator): Promise<boolean> => (await wanted.and(wanted.page().locator(':focus')).count()) > 0;

/** Goes to an element by Tab alone. @throws Error when it is not reached, with what had the focus last. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(wanted)) return;
  }
  throw new Error(`Not reached by Tab: ${wanted.toString()}; the focus is on ${await page.locator(':focus').first().innerText().catch(() => 'nothing')}`);
}
