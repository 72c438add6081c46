import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { capacityColumns } from '@forlop/contracts';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { tabTo } from './support/keyboard.js';

let hospital: Hospital;
beforeAll(async () => {
  hospital = await startHospital();
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const clinic = '99000001';

describe('calendar and capacity', () => {
  test('a number opens its patients, by keyboard, in dark colours', async () => {
    const page = await hospital.logIn('koordinator', { colorScheme: 'dark' }, '/kapasitet');
    const number = page.getByRole('link', { name: /uten time i tide .* Vis pasientene/ }).first();
    await number.waitFor();
    await axe(page);
    const count = await number.innerText();
    await tabTo(page, number);
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: /^Pasienter uten time i tide/ });
    await heading.waitFor();
    expect(new URL(page.url()).search).toContain('vis=uten-time');
    const patients = page.getByRole('region', { name: 'Pasienter', exact: true }).getByRole('row');
    await patients.nth(Number(count)).waitFor();
    await patients.nth(Number(count) + 1).waitFor({ state: 'detached' });
    await axe(page);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('takes in a file, and tells which lines are wrong and why', async () => {
    const page = await hospital.logIn('koordinator', { viewport: { width: 320, height: 640 } }, '/kapasitet?last=true');
    const line = (unit: string) => `urn:example:timebok;${randomUUID()};1;2026-01-05T07:00:00Z;${unit};${hospital.system.today};poliklinikk;120;240;2;4`;
    await page.getByLabel('Ledig tid', { exact: true }).check();
    await page.getByLabel(/^CSV-fil/).setInputFiles({ name: 'tid.csv', mimeType: 'text/csv', buffer: Buffer.from([capacityColumns.join(';'), line(clinic), line('77777')].join('\n')) });
    await page.getByRole('button', { name: 'Send inn' }).click();
    await page.getByText('2 linjer lest: 1 nye eller endrede, 0 kjente fra før, 1 med feil.').waitFor();
    await page.getByText(/^Linje 3: Enheten er ikke avsenderens egen/).waitFor();
    await page.getByText('urn:example:timebok').first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await axe(page);
    await page.context().close();
  }, 120_000);
});

describe('the pathway map', () => {
  test('opens a rule with its sources from its link, and a step by keyboard', async () => {
    const page = await hospital.logIn('koordinator', { colorScheme: 'light' }, '/forlopskart?regel=FRIST-VURDERING');
    await page.getByText('Regel-id: FRIST-VURDERING').waitFor();
    await axe(page);
    await page.getByRole('button', { name: 'Lukk' }).click();
    const step = page.getByRole('link', { name: 'Utredning', exact: true }).first();
    await step.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByRole('heading', { name: 'Hit kommer man' }).waitFor();
    expect(new URL(page.url()).search).toContain('steg=utredning');
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('a rehearsal tells the days, and what is wrong in a scenario', async () => {
    const page = await hospital.logIn('koordinator', { colorScheme: 'dark' }, '/ov?scenario=fristbrudd');
    await page.getByRole('heading', { name: 'Dag for dag' }).waitFor();
    expect(await page.getByText('Stemmer ikke').count()).toBe(0);
    await axe(page);
    await page.getByLabel('Scenario').fill('title: Uten dato\nstart: i går');
    await page.getByRole('button', { name: 'Spill' }).click();
    await page.getByText(/Linje 2/).first().waitFor();
    await page.context().close();
  }, 120_000);
});

describe('courses', () => {
  test('the LMS makes a course by keyboard, and finds its words explained', async () => {
    const page = await hospital.logIn('lms', {}, '/kurs');
    await page.getByRole('heading', { name: 'Kurs', level: 1 }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Tittel').waitFor();
    await page.getByLabel('Tittel').focus();
    await page.keyboard.type('Å leve med utmattelse');
    await page.keyboard.press('Enter');
    await page.getByText('Fyll inn dag og klokkeslett').waitFor();
    await page.getByLabel('Dag for samling 1').fill('07.09.2099');
    await page.getByLabel('Tittel').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Å leve med utmattelse', level: 1 }).waitFor();
    await page.getByText('12 plasser: 0 opptatt, 12 ledige. 0 venter på plass.').waitFor();
    await axe(page);
    await page.goto(`${hospital.url}/hjelp?sok=rykket`);
    await page.getByText('Pasienten sto på ventelisten').waitFor();
    await axe(page);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});
