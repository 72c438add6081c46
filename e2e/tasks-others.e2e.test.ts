import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { command } from '../test/system/patients.js';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { ways } from './support/hands.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { backFromAssessment, daysOn, givenFastlege, recordedOf, referred, typed } from './support/patients.js';

let hospital: Hospital;
beforeAll(async () => {
  hospital = await startHospital();
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const said = (page: Page, sentence: string | RegExp) => page.getByRole('region', { name: 'Meldinger' }).getByText(sentence).waitFor();

describe.each(ways)('those who work with the hospital $way', ({ way, colorScheme, handOn }) => {
  test('a fastlege answers what waits on her', async () => {
    const { system } = hospital;
    const someone = await referred(system);
    await givenFastlege(system, someone);
    expect((await command(system, someone.id, 'etterspor-supplement', { data: { foresporselId: crypto.randomUUID() } })).status).toBe(200);
    await system.until('she is asked', async () => (await system.api('GET', `/api/v1/pathways/${someone.id}/reminders`)).body.rows.some(({ state }: { state: string }) => state !== 'planned' && state !== 'sending'));
    const page = await hospital.logIn('fastlege', { colorScheme }, '/mine-pasienter');
    const hand = handOn(page);
    await hand.use(page.getByRole('link', { name: someone.listed }));
    const patient = page.getByRole('region', { name: 'Pasienten', exact: true });
    await patient.getByText('Supplement til henvisningen mangler').first().waitFor();
    await hand.write(patient.getByLabel(/^Merknad/), 'Prøvesvarene er sendt i dag.');
    await axe(page);
    await hand.use(patient.getByRole('button', { name: 'Send svaret' }));
    await said(page, 'svaret er registrert.');
    expect((await recordedOf(system, someone)).map(({ type }) => type)).toContain('henvisningSupplert');
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('the LMS offers a course, records the answer, and who came', async () => {
    const { system } = hospital;
    const someone = await backFromAssessment(system);
    const title = `Å leve med utmattelse (${way})`;
    const session = (date: string) => ({ date, from: '08:00', to: '09:00' });
    const { status, body: course } = await system.api('POST', '/api/v1/courses', {
      kind: 'lms-kurs', title, audience: null, place: 'Møterom 3', videoUrl: null, places: 2, answerDays: 14, sessions: [session(system.today), session(daysOn(system, 28))],
    });
    expect([status, course]).toEqual([201, expect.objectContaining({ free: 2 })]);
    const page = await hospital.logIn('lms', { colorScheme }, `/pasient/${someone.id}?fane=lms`);
    const hand = handOn(page);
    const form = page.getByRole('region', { name: 'Tilby kurs', exact: true });
    await hand.use(page.getByRole('button', { name: 'Tilby kurs' }).first());
    await hand.choose(form.getByLabel('Kurs', { exact: true }), title);
    await hand.write(form.getByLabel('Svarfrist for pasienten'), typed(daysOn(system, 14)));
    await axe(page);
    await hand.use(form.getByRole('button', { name: 'Tilby kurs' }));
    await said(page, /^Kurset er tilbudt/);
    await page.goto(`${hospital.url}/kurs/${course.id}`);
    await hand.use(page.getByRole('button', { name: /^Registrer svar for/ }));
    await hand.tick(page.getByRole('radio', { name: 'Takker ja' }));
    await axe(page);
    await hand.use(page.getByRole('button', { name: 'Lagre' }));
    await page.getByText('Har takket ja').first().waitFor();
    await hand.turnTo(page.getByRole('tab', { name: 'Oppmøte' }));
    await hand.use(page.getByRole('button', { name: 'Møtte', exact: true }));
    await page.getByRole('button', { name: 'Møtte', exact: true, pressed: true }).waitFor();
    await axe(page);
    expect((await recordedOf(system, someone)).filter(({ type }) => type === 'lmsTilbudt').map(({ data }) => data['svar'])).toEqual(['ikke-svart', 'ja']);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});
