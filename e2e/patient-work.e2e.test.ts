import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoUser } from '@forlop/identity';
import type { Page } from 'playwright-core';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { tabTo } from './support/keyboard.js';

const tabs = ['deltakere', 'moter', 'paminnelser', 'notater', 'planer', 'lms', 'timer', 'innsyn'];

let hospital: Hospital;
/** A patient who is on the way back to the primary service. */
let patient: string;
beforeAll(async () => {
  hospital = await startHospital();
  const { body } = await hospital.system.api('GET', '/api/v1/worklist?step=tilbakeforing&limit=1');
  patient = body.rows[0].pathwayId;
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const tabOf = (name: string) => `/pasient/${patient}?fane=${name}`;
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
const said = (page: Page, sentence: RegExp) => page.getByRole('region', { name: 'Meldinger' }).getByText(sentence).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
/** The button of the form that a button of the same name opened. */
const save = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).getByRole('button', { name, exact: true }).click();

describe('the work around a patient', () => {
  test.each([
    ['light colours', { colorScheme: 'light' }],
    ['dark colours', { colorScheme: 'dark' }],
    ['320 pixels', { viewport: { width: 320, height: 640 } }],
  ] as const)('axe finds nothing on any tab in %s', async (_, options) => {
    const page = await hospital.logIn('koordinator', options);
    for (const tab of tabs) {
      await page.goto(`${hospital.url}${tabOf(tab)}`);
      await page.getByRole('tabpanel').getByRole('heading', { level: 2 }).waitFor();
      await page.getByRole('status', { name: 'Henter …' }).first().waitFor({ state: 'detached' });
      await axe(page);
      expect([tab, await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')]).toEqual([tab, true]);
    }
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('a meeting is arranged and moved by mouse, and its invitation follows', async () => {
    const page = await hospital.logIn('koordinator', {}, tabOf('moter'));
    await press(page, 'Avtal møte');
    await page.getByLabel('Dag', { exact: true }).fill('15.12.2099');
    await page.getByLabel('Fra kl.').fill('10:00');
    await page.getByLabel('Til kl.').fill('11:00');
    await page.getByLabel('Fastlegen').check();
    await page.getByRole('textbox', { name: 'E-post' }).fill('lege@kontor.example');
    await axe(page);
    await save(page, 'Avtal møte');
    await said(page, /Møtet er avtalt/);
    await press(page, 'Flytt møtet');
    await page.getByLabel('Fra kl.').fill('12:00');
    await page.getByLabel('Til kl.').fill('13:00');
    await save(page, 'Flytt møtet');
    await said(page, /Møtet er flyttet/);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Last ned kalenderfilen/ }).first().click()]);
    const invitation = await readFile(await file.path(), 'utf8');
    expect(invitation).toContain('DTSTART;TZID=Europe/Oslo:20991215T120000');
    expect(invitation).toContain('mailto:lege@kontor.example');
    await page.context().close();
  }, 120_000);

  test('a note is written by keyboard, once though the server goes away in the middle, and struck out', async () => {
    const page = await hospital.logIn('koordinator', {}, tabOf('notater'));
    const open = page.getByRole('button', { name: 'Skriv notat' });
    await open.waitFor();
    await tabTo(page, open);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Notat', { exact: true }));
    await page.keyboard.type('Ønsker time på formiddagen.');
    let lost = 0;
    await page.route('**/notes', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      // It is done, and the answer is lost on the way.
      await route.fetch();
      return route.abort();
    });
    await tabTo(page, page.getByRole('button', { name: 'Lagre notatet' }));
    await page.keyboard.press('Enter');
    await said(page, /Notatet er lagret/);
    expect([lost, await page.getByText('Ønsker time på formiddagen.').count()]).toEqual([1, 1]);
    const strike = page.getByRole('button', { name: 'Stryk notatet' });
    await tabTo(page, strike);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Hvorfor strykes det?'));
    await page.keyboard.type('Feil pasient.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Strøket', { exact: true }).waitFor();
    await axe(page);
    await page.context().close();
  }, 120_000);

  test('a plan is begun, its first line agreed with a date, and that undone', async () => {
    const page = await hospital.logIn('koordinator', {}, tabOf('planer'));
    await press(page, 'Ta planen i bruk');
    await press(page, 'Endre punktet');
    await page.getByLabel('Avtalt').check();
    await page.getByLabel('Skal være klart innen').fill('15.12.2099');
    await page.getByRole('button', { name: 'Lagre punktet' }).click();
    await page.getByText('innen 15. des. 2099').waitFor();
    await said(page, /er lagret/);
    await press(page, 'Angre');
    await said(page, /er som før/);
    await page.getByText('innen 15. des. 2099').waitFor({ state: 'detached' });
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('a whole number of somebody whom one does not see does not tell whether there is such a patient, and break-glass opens by it', async () => {
    const { body } = await hospital.system.api('GET', '/api/v1/worklist?step=oppfolging&limit=1');
    const other = await hospital.system.api('GET', `/api/v1/pathways/${body.rows[0].pathwayId}`);
    const page = await hospital.logIn('nabokoordinator');
    const look = async (number: string): Promise<string> => {
      await page.getByRole('searchbox').fill(number);
      await page.keyboard.press('Enter');
      return (await page.getByRole('dialog').getByRole('status').filter({ hasText: 'Ingen pasient med dette nummeret' }).textContent()) ?? '';
    };
    await page.getByRole('button', { name: 'Finn pasient' }).click();
    const nobody = await look('15848800055');
    expect(await look(other.body.patient.identifier.value)).toBe(nobody);
    await page.getByRole('dialog').getByRole('button', { name: 'Bruk nødtilgang' }).click();
    await page.getByLabel('Begrunnelse').fill('Bevisstløs ved innkomst.');
    await axe(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Bruk nødtilgang' }).click();
    await page.getByRole('link', { name: 'Gå til pasienten' }).first().click();
    await page.getByRole('tab', { name: 'Frister' }).waitFor();
    await page.context().close();
  }, 120_000);

  test('a link to somebody one does not see says so, break-glass opens it, and the access log tells', async () => {
    const visitor = await hospital.logIn('nabokoordinator', {}, tabOf('notater'));
    await visitor.getByRole('heading', { level: 1, name: 'Du ser ikke denne pasienten' }).waitFor();
    await press(visitor, 'Bruk nødtilgang');
    await visitor.getByLabel('Begrunnelse').fill('Innlagt akutt i natt.');
    await axe(visitor);
    await save(visitor, 'Bruk nødtilgang');
    await heading(visitor, 'Notater').waitFor();
    await visitor.context().close();
    const page = await hospital.logIn('koordinator', {}, tabOf('innsyn'));
    await page.getByRole('cell', { name: 'Nødtilgang' }).first().waitFor();
    await page.getByRole('radio', { name: 'Ble avvist' }).click();
    await page.getByRole('cell', { name: 'Hadde ikke tilgang' }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('utfall')).toBe('refused');
    await page.goto(new URL('/revisjon?fane=nodtilgang', page.url()).href);
    const use = page.getByRole('row').filter({ hasText: 'Innlagt akutt i natt.' });
    await use.getByRole('cell', { name: demoUser('nabokoordinator').name }).waitFor();
    await axe(page);
    await use.getByRole('link', { name: /^Gå til forløpet/ }).click();
    await page.getByRole('tab', { name: 'Frister' }).waitFor();
    await page.context().close();
  }, 120_000);
});
