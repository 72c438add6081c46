import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { startHospital, type Hospital } from './support/hospital.js';

let hospital: Hospital;
beforeAll(async () => {
  hospital = await startHospital();
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const patients = (page: Page) => page.getByRole('table', { name: 'Arbeidsliste' }).getByRole('link');
const all = '/?liste=alle';
const addressOf = (page: Page) => new URL(page.url());

describe('the work list', () => {
  test.each(['light', 'dark'] as const)('tells a coordinator who has just logged in who needs something today; axe finds nothing in %s colours', async (colorScheme) => {
    const page = await hospital.logInAnew('koordinator', { colorScheme });
    await patients(page).first().waitFor();
    expect(await page.title()).toBe('Arbeidsliste – Forløp');
    const today = page.getByRole('tab', { selected: true, name: /^I dag \(\d+\)$/ });
    const shown = Number(/\d+/.exec(await today.innerText())?.[0]);
    expect(shown).toBeGreaterThan(0);
    await page.getByText(new RegExp(`^${shown} pasient(er)?$`)).waitFor();
    const { rows } = (await hospital.system.api('GET', '/api/v1/worklist?today=true&sort=due&limit=1')).body as { rows: { patient: { name: { given: string; family: string } } }[] };
    expect(await patients(page).first().innerText()).toBe(`${rows[0]!.patient.name.family}, ${rows[0]!.patient.name.given}`);
    await axe(page);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('is walked by keys: two patients are given to oneself, and the list narrowed to one\'s own', async () => {
    const page = await hospital.logIn('koordinator', {}, all);
    // The colleagues come late: the dialogue is open by then, and its first choice takes the focus all the same.
    let colleaguesMayCome = (): void => undefined;
    const held = new Promise<void>((resolve) => void (colleaguesMayCome = resolve));
    await page.route('**/api/v1/colleagues', (route) => held.then(() => route.continue()));
    await page.reload();
    await patients(page).first().waitFor();
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    const second = await patients(page).nth(1).innerText();
    expect(await page.locator(':focus').innerText()).toBe(second);
    await page.getByText('2 valgt').waitFor();
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Hvem skal følge opp 2 pasienter?' });
    await dialog.waitFor();
    colleaguesMayCome();
    await dialog.getByRole('radio').first().and(page.locator(':focus')).waitFor();
    for (const key of ['Space', 'Enter']) await page.keyboard.press(key);
    await page.getByText('Gjort for 2, ikke gjort for 0.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('row').nth(1).getByText('Meg', { exact: true }).waitFor();
    await page.keyboard.press('/');
    await page.getByLabel('Følges opp av', { exact: true }).selectOption({ label: 'Meg' });
    await page.getByText(/^Filtrer \(1 valgt\)$/).waitFor();
    await patients(page).filter({ hasText: second }).waitFor();
    // On a system that others use too, how many are her own is not known; that nobody else's is there is.
    await page.getByRole('button', { name: /følges opp av: (?!Meg)/ }).first().waitFor({ state: 'detached' });
    expect(addressOf(page).searchParams.get('oppfolger')).toBe('meg');
    await axe(page);
    await page.context().close();
  }, 120_000);

  test('is sorted and kept under a name by mouse; an appointment is asked for, and what is missing is told', async () => {
    const page = await hospital.logIn('koordinator', {}, all);
    await patients(page).first().waitFor();
    await page.getByRole('button', { name: 'Mottatt' }).click();
    await page.getByRole('columnheader', { name: 'Mottatt' }).and(page.locator('[aria-sort=ascending]')).waitFor();
    expect(addressOf(page).searchParams.get('sorter')).toBe('mottatt');
    await page.getByRole('button', { name: 'Lagrede visninger' }).click();
    await page.getByLabel('Lagre det som vises, som').fill('Lengst hos oss');
    await page.getByRole('button', { name: 'Lagre visningen' }).click();
    await page.getByRole('link', { name: 'Lengst hos oss' }).waitFor();
    await axe(page);
    await page.getByRole('row').nth(1).getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Be om time …' }).click();
    await page.getByRole('button', { name: 'Be om time', exact: true }).click();
    await page.getByText('Velg den siste dagen som kan brukes.').waitFor();
    await page.getByLabel('Siste dag som kan brukes').fill('2099-01-01');
    await page.getByRole('button', { name: 'Be om time', exact: true }).click();
    await page.getByText(/^Det er bedt om time for /).waitFor();
    const { rows } = (await hospital.system.api('GET', '/api/v1/appointment-requests?state=asked')).body as { rows: { beforeOn: string }[] };
    expect(rows).toContainEqual(expect.objectContaining({ beforeOn: '2099-01-01', kind: 'oppstart' }));
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('fits a screen 320 pixels wide', async () => {
    const page = await hospital.logIn('koordinator', { viewport: { width: 320, height: 640 } }, '/?liste=alle&panel=filter');
    await patients(page).first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await axe(page);
    await page.context().close();
  }, 120_000);
});
