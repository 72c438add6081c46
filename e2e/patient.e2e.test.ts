import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { tabTo } from './support/keyboard.js';

let hospital: Hospital;
/** A patient who waits for care to start. */
let path: string;
beforeAll(async () => {
  hospital = await startHospital();
  const { body } = await hospital.system.api('GET', '/api/v1/worklist?step=venter-pa-oppstart&limit=1');
  path = `/pasient/${body.rows[0].pathwayId}`;
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const opened = async (search = '', options = {}): Promise<Page> => {
  const page = await hospital.logIn('koordinator', options, `${path}${search}`);
  await page.getByRole('heading', { name: 'Dette er neste' }).waitFor();
  return page;
};
const see = (page: Page) => page.getByRole('button', { name: 'Se hva det fører til' });

describe("the patient's page", () => {
  test.each(['light', 'dark'] as const)('shows all deadlines, why, what can be done and what has happened, and axe finds nothing in %s colours', async (colorScheme) => {
    const page = await opened('?alle=true', { colorScheme });
    await page.getByRole('table').waitFor();
    await axe(page);
    await page.getByRole('link', { name: /^Hvorfor denne datoen\?/ }).first().click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Kilder' }).waitFor();
    await axe(page);
    await page.keyboard.press('Escape');
    for (const [tab, heading] of [['Registrer', 'Hva vil du registrere?'], ['Hendelser', 'Hendelser'], ['Regler og ansvar', 'I gang eller på vent']] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      await axe(page);
    }
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('fits a screen 320 pixels wide', async () => {
    const page = await opened('?fane=gjor&handling=utsett', { viewport: { width: 320, height: 640 } });
    await see(page).waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    // A tab that an address chooses is in sight, though its row is wider than the screen.
    await page.goto(new URL('?fane=innsyn', page.url()).href);
    await page.getByRole('tab', { name: 'Innsynslogg', selected: true }).waitFor();
    await page.waitForFunction(`(() => { const tab = document.querySelector('[role=tab][aria-selected=true]'); const [seen, box] = [tab.parentElement, tab].map((one) => one.getBoundingClientRect()); return box.left >= seen.left && box.right <= seen.right; })()`);
    await page.context().close();
  }, 120_000);

  test('says by keyboard why a date is what it is, and goes back to where one was', async () => {
    const page = await opened();
    const link = page.getByRole('main').getByRole('list').getByRole('link').first();
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('heading', { name: 'Hendelsene bak' }).waitFor();
    expect(new URL(page.url()).searchParams.get('frist')).toMatch(/#\d+$/);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.getByRole('heading', { name: 'Hva vil du registrere?' }).waitFor();
    await page.context().close();
  }, 120_000);
});
