import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoUser } from '@forlop/identity';
import type { Page } from 'playwright-core';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { startHospital, type Hospital } from './support/hospital.js';

let hospital: Hospital;
beforeAll(async () => {
  hospital = await startHospital();
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const panel = (page: Page) => page.getByRole('region', { name: 'Henvisningen' });
const nameIn = (page: Page) => panel(page).getByRole('heading', { level: 2 });

describe('the inbox of referrals', () => {
  test('by keyboard: a right is given with its last day, and the next referral comes by itself', async () => {
    const page = await hospital.logIn('behandler', {}, '/henvisninger');
    await panel(page).getByRole('button', { name: 'Gi rett til helsehjelp (R)' }).waitFor();
    const first = await nameIn(page).innerText();
    await axe(page);
    await page.keyboard.press('r');
    await panel(page).getByLabel('Dato').waitFor();
    await panel(page).getByRole('region', { name: 'Dette følger' }).getByRole('listitem').first().waitFor();
    await axe(page);
    await page.keyboard.press('Enter');
    await panel(page).getByRole('heading', { name: 'Sett frist for start av helsehjelp' }).waitFor();
    expect(await nameIn(page).innerText()).toBe(first);
    await panel(page).getByRole('button', { name: 'Avbryt' }).click();
    await page.keyboard.press('n');
    await nameIn(page).filter({ hasNotText: first }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('by mouse: a referral is written by hand, in the dark and on a narrow screen', async () => {
    const page = await hospital.logIn('koordinator', { colorScheme: 'dark', viewport: { width: 320, height: 640 } }, '/henvisninger/ny');
    await page.getByLabel('For- og mellomnavn').fill('Prøve');
    await page.getByLabel('Etternavn').fill('Prøvesen');
    await page.getByLabel('Fødselsdato (kan stå tomt)').fill('1990-04-15');
    await page.getByLabel('Diagnosekode (ICPC-2)').fill('A04');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await axe(page);
    await page.getByRole('button', { name: 'Ta inn henvisningen' }).click();
    await page.getByRole('link', { name: /Åpne pasientens side|Rett den i karantenen/ }).waitFor();
    await axe(page);
    await page.context().close();
  }, 120_000);
});

test('a finding is taken and set aside with a reason; all is in the address', async () => {
  const page = await hospital.logIn('koordinator', {}, '/avvik');
  const first = page.getByRole('list', { name: 'Avvik' }).getByRole('listitem').first();
  await first.getByRole('button', { name: 'Ta den' }).click();
  await first.getByText('Du tar deg av dette.').waitFor();
  await first.getByRole('button', { name: 'Legg til side' }).click();
  await page.getByLabel('Begrunnelse').fill('Dobbeltregistrert.');
  expect(new URL(page.url()).searchParams.get('gjor')).toBe('sett-til-side');
  await axe(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/er lagt til side/).waitFor();
  for (const tab of ['Karantene', 'Meldinger uten mottaker']) {
    await page.getByRole('tab', { name: tab }).click();
    await axe(page);
  }
  await page.context().close();
}, 120_000);

test('a fastlege sees her patient, and asks for guidance', async () => {
  const { ledger } = hospital.system;
  const { rows } = await ledger.worklist({ filter: {}, limit: 1 });
  const { hprNumber, name } = demoUser('fastlege');
  await ledger.setContact(rows[0]!.pathwayId, 'fastlege', { name, email: null, hprNumber: hprNumber! }, { kind: 'system', id: 'prove' });
  const page = await hospital.logIn('fastlege', {}, `/mine-pasienter?pasient=${rows[0]!.pathwayId}`);
  await page.getByRole('button', { name: 'Be sykehuset om veiledning' }).waitFor();
  await axe(page);
  await page.getByRole('button', { name: 'Be sykehuset om veiledning' }).click();
  await page.getByRole('heading', { name: 'Be om veiledning' }).waitFor();
  await axe(page);
  await page.getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('Spørsmålet er registrert', { exact: false }).waitFor();
  await page.context().close();
}, 120_000);

test('an administrator sees roles, organisations, the switch and record systems', async () => {
  const page = await hospital.logIn('administrator', { colorScheme: 'dark' }, '/administrasjon');
  for (const tab of ['Roller', 'Virksomheter', 'Utsending', 'Journalsystemer']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel').getByRole('button').first().waitFor();
    await axe(page);
  }
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
}, 120_000);
