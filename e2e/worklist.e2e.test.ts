import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { tabTo } from './support/keyboard.js';

let hospital: Hospital;
beforeAll(async () => {
  hospital = await startHospital();
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const rows = (page: Page) => page.getByRole('list', { name: 'Arbeidsliste' }).getByRole('link');

describe('the work list', () => {
  test.each(['light', 'dark'] as const)('is what a coordinator sees after logging in, and axe finds nothing in %s colours', async (colorScheme) => {
    const page = await hospital.logIn('koordinator', { colorScheme });
    await rows(page).first().waitFor();
    expect(await page.title()).toBe('Arbeidsliste – Forløp');
    expect(await page.getByRole('tab').first().innerText()).toMatch(/^I gang \(\d+\)$/);
    await axe(page);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('is used by keyboard: to the first patient and back', async () => {
    const page = await hospital.logIn('koordinator');
    await rows(page).first().waitFor();
    await tabTo(page, rows(page).first());
    await page.keyboard.press('ArrowDown');
    const name = await page.locator(':focus').innerText();
    expect(name).toBe(await rows(page).nth(1).innerText());
    await page.keyboard.press('Enter');
    const [family] = name.split(',');
    await page.getByRole('heading', { level: 1, name: family! }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/pasient\/[0-9a-f-]{36}$/);
    await axe(page);
    await page.keyboard.press('a');
    await rows(page).first().waitFor();
    await page.context().close();
  }, 120_000);

  test('fits a screen 320 pixels wide', async () => {
    const page = await hospital.logIn('koordinator', { viewport: { width: 320, height: 640 } });
    await rows(page).first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await axe(page);
    await page.context().close();
  }, 120_000);
});
