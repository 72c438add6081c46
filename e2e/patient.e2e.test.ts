import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { tabTo } from './support/keyboard.js';
import { recordedOf, referred } from './support/patients.js';

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

  test('is put on hold, set going again and moved to other rules, each with a reason', async () => {
    const someone = await referred(hospital.system);
    const page = await hospital.logIn('koordinator', {}, `/pasient/${someone.id}?fane=regler`);
    const said = (sentence: string) => page.getByRole('region', { name: 'Meldinger' }).getByText(sentence).waitFor();
    const giveReason = (words: string) => page.getByLabel(/^Begrunnelse/).fill(words);
    const save = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await save('Endre …');
    await save('Sett på vent');
    await page.getByText('Skriv en begrunnelse').waitFor();
    await giveReason('Pasienten er på reise.');
    await save('Sett på vent');
    await said('Forløpet er satt på vent');
    await page.getByText(/^Forløpet er på vent/).waitFor();
    await save('Endre …');
    await giveReason('Pasienten er tilbake.');
    await save('Sett i gang');
    await said('Forløpet er satt i gang');
    await save('Flytt til andre regler');
    await page.getByLabel('Nye regler').selectOption({ label: 'Langvarige og sammensatte smertetilstander, versjon 1.0.0' });
    await giveReason('Smerte er hovedplagen.');
    await axe(page);
    await save('Flytt forløpet');
    await said('Forløpet er flyttet til andre regler');
    await page.getByText(/^Forløpet følger Langvarige og sammensatte smertetilstander/).waitFor();
    expect((await recordedOf(hospital.system, someone)).at(-1)).toMatchObject({ data: { definition: { id: 'langvarig-smerte' } } });
    expect(complaintsOf(page)).toEqual([]);
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
