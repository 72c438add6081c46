import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { tabTo } from './support/keyboard.js';
import { daysOn } from './support/patients.js';

let hospital: Hospital;
/** A year with patients in it, also when the test is run in January. */
let year: string;
beforeAll(async () => {
  hospital = await startHospital();
  year = daysOn(hospital.system, -60).slice(0, 4);
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const frist = 'forlop=langvarig-utmattelse&frist=FRIST-VURDERING';
const widthOf = (page: Page): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth');

describe('the audit', () => {
  test('goes from a number to a date by keyboard alone, in dark colours', async () => {
    const page = await hospital.logIn('revisor', { colorScheme: 'dark' }, `/revisjon?periode=${year}`);
    const clock = page.getByRole('row', { name: /^Vurdering av henvisningen Langvarig utmattelse/ }).getByRole('link');
    await clock.waitFor();
    await axe(page);
    // Rows by the dozen stand before it.
    await clock.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kvalitetssikret', exact: true }).waitFor();
    await page.getByText('Frister som ble møtt senest på forfallsdatoen.', { exact: false }).first().waitFor();
    await axe(page);
    const number = page.getByRole('link', { name: /^\d+ Møtt, .* Vis fristene\.$/ }).first();
    const count = Number(await number.innerText());
    await tabTo(page, number);
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: /^Fristene bak tallet: Møtt/ });
    await heading.and(page.locator(':focus')).waitFor();
    const rows = page.getByRole('region', { name: 'Fristene bak tallet', exact: true }).getByRole('row');
    await rows.nth(count).waitFor();
    expect(await rows.count()).toBe(count + 1);
    expect(new URL(page.url()).search).toContain('vis=mott');
    await axe(page);
    const first = page.getByRole('link', { name: /: hvorfor denne datoen\?$/ }).first();
    await tabTo(page, first);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('FRIST-VURDERING').first().waitFor();
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('its pictures say their numbers in words and tables, at 320 pixels too', async () => {
    const page = await hospital.logIn('revisor', { viewport: { width: 320, height: 640 } }, `/revisjon?fane=kurver&${frist}&periode=${year}`);
    const waiting = page.getByRole('region', { name: 'Hvor lenge pasientene venter (Kaplan–Meier)' });
    await waiting.getByRole('img', { name: 'Hvor lenge pasientene venter (Kaplan–Meier)' }).waitFor();
    await waiting.getByText(/^Halvparten er ferdige etter \d+ dager\.$/).waitFor();
    await waiting.getByRole('button', { name: /^Vis tallene/ }).click();
    await waiting.getByRole('columnheader', { name: 'Fortsatt sett, like før dagen' }).waitFor();
    await page.getByRole('img', { name: 'År for år' }).waitFor();
    expect(await widthOf(page)).toBeLessThanOrEqual(320);
    await axe(page);
    await page.getByRole('tab', { name: 'Kvalitetskø' }).click();
    await page.getByText(/^Kvalitetssikret tall/).waitFor();
    await page.getByRole('tab', { name: 'Grunnlag og filer' }).click();
    await page.getByText(/^[0-9a-f]{64}$/).first().waitFor();
    expect(await widthOf(page)).toBeLessThanOrEqual(320);
    await axe(page);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('another rule is worked out, its link survives a reload, and the weeks ahead are foreseen', async () => {
    const page = await hospital.logIn('revisor', {}, '/revisjon?fane=hva-om');
    await page.getByLabel('Frist som endres').selectOption({ value: 'langvarig-utmattelse FRIST-START-VOKSEN-12U' });
    await page.getByRole('button', { name: 'Regn ut' }).click();
    await page.getByText('Endre minst én ting: lengden, starten eller kalenderen.').waitFor();
    await page.getByLabel('Ny lengde').fill('6');
    await page.getByRole('button', { name: 'Regn ut' }).click();
    await page.getByText('Ferdig.', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Start av helsehjelp for voksne, ny lengde 6 uker' }).waitFor();
    const change = page.getByRole('link', { name: /^\d+ går fra / }).first();
    const [n] = (await change.innerText()).split(' ');
    await change.click();
    await page.getByText(n === '1' ? '1 frist' : `${n} frister`, { exact: true }).waitFor();
    await axe(page);
    await page.getByRole('link', { name: /^Begge forklaringene/ }).first().click();
    await page.getByRole('dialog').getByText(/6 uker etter at den begynte/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Prognose' }).click();
    await page.getByRole('heading', { name: 'Dette forutsetter prognosen' }).waitFor();
    await page.getByText(/^Nitten av tjue ganger: \d+ – \d+\.$/).waitFor();
    await axe(page);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('whoever sees no patient is given no small number and opens none, and others are told whose it is', async () => {
    const page = await hospital.logIn('fagrad', {}, `/revisjon?${frist}`);
    await page.getByText('Derfor er tall under fem skjult', { exact: false }).waitFor();
    await page.getByRole('region', { name: 'Hver virksomhet' }).getByText('Helse Lyngfjell (oppdiktet)').waitFor();
    expect(await page.getByRole('link', { name: /Vis fristene/ }).count()).toBe(0);
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Tall', 'Grunnlag og filer']);
    await axe(page);
    await page.context().close();
    const doctor = await hospital.logIn('fastlege', {}, '/revisjon');
    await doctor.getByText('Fristrapporten er for: ', { exact: false }).waitFor();
    await doctor.context().close();
  }, 120_000);
});

describe('scheduled reports', () => {
  test('one is set up by keyboard with what follows shown first, made at once, had as a file, paused and deleted, in dark colours at 320 pixels', async () => {
    const page = await hospital.logIn('revisor', { colorScheme: 'dark', viewport: { width: 320, height: 720 } }, '/revisjon?fane=faste');
    const create = page.getByRole('button', { name: 'Ny fast rapport' });
    await create.focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Neste gang: \S+ \d+\. \S+ \d{4}.* 07[:.]00\. Den gjelder 1\. /).first().waitFor();
    const title = page.getByLabel('Hva rapporten kalles');
    await title.fill('Prøverapport');
    await page.getByLabel('Hvor ofte').selectOption('weekly');
    await page.getByLabel('Ukedag').selectOption('2');
    await page.getByText(/^Neste gang: /).first().waitFor();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByLabel('Din e-postadresse').and(page.locator(':focus')).waitFor();
    await axe(page);
    await page.keyboard.type('revisor@prove.example');
    await page.keyboard.press('Enter');
    const one = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Prøverapport' }) });
    await one.getByRole('button', { name: 'Lag nå' }).click();
    await one.getByRole('link', { name: /PDF/ }).waitFor({ timeout: 30_000 });
    const [file] = await Promise.all([page.waitForEvent('download'), one.getByRole('link', { name: /PDF/ }).click()]);
    expect(file.suggestedFilename()).toMatch(/^fristrapport-.*\.pdf$/);
    expect(await widthOf(page)).toBeLessThanOrEqual(320);
    await axe(page);
    await one.getByRole('button', { name: 'Sett på pause' }).click();
    await one.getByText('På pause: ingenting lages.').waitFor();
    await one.getByRole('button', { name: 'Slett' }).click();
    await one.getByText('Det den har laget, beholdes.', { exact: false }).first().waitFor();
    await one.getByRole('button', { name: 'Slett' }).click();
    await one.getByText('Slettet: lages ikke mer.', { exact: false }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});
