import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { ways } from './support/hands.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { backFromAssessment, daysOn, happened, recordedOf, referred, shown, typed, waiting } from './support/patients.js';

let hospital: Hospital;
beforeAll(async () => {
  hospital = await startHospital();
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const said = (page: Page, sentence: string | RegExp) => page.getByRole('region', { name: 'Meldinger' }).getByText(sentence).waitFor();
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const seeFirst = (page: Page) => page.getByRole('button', { name: 'Se hva det fører til' });
const consequences = (page: Page) => page.getByRole('heading', { name: 'Dette skjer når du lagrer' });
const save = (page: Page) => page.getByRole('button', { name: 'Lagre', exact: true });

describe.each(ways)('one patient $way', ({ colorScheme, handOn }) => {
  test('task 5: registers that care has started, and sees first what that leads to', async () => {
    const someone = await waiting(hospital.system);
    const page = await hospital.logIn('behandler', { colorScheme }, `/pasient/${someone.id}`);
    const hand = handOn(page);
    await hand.command(tab(page, 'Registrer'), 'g');
    await hand.use(page.getByRole('link', { name: 'Registrer at helsehjelpen har startet' }));
    await hand.use(seeFirst(page));
    await consequences(page).waitFor();
    await page.getByText('Steget går fra «Venter på start av helsehjelp» til «Utredning».').waitFor();
    expect((await recordedOf(hospital.system, someone)).map(({ type }) => type)).not.toContain('helsehjelpStartet');
    await axe(page);
    await hand.use(save(page));
    await said(page, 'Lagret: Registrer at helsehjelpen har startet');
    await page.getByText(/^Utredning, siden /).waitFor();
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('task 6: postpones a time: the frist that stands, the new plan, who caused it and whose breach it is are seen before it is saved', async () => {
    const someone = await waiting(hospital.system);
    const late = daysOn(hospital.system, 75);
    const page = await hospital.logIn('koordinator', { colorScheme }, `/pasient/${someone.id}?fane=gjor&handling=utsett`);
    const hand = handOn(page);
    await hand.choose(page.getByLabel(/^Årsak/), 'Kapasitet');
    await hand.writeDay(page.getByLabel(/^Ny planlagt dag/), late);
    await hand.tick(page.getByRole('radio', { name: 'Start av helsehjelpen' }));
    await hand.write(page.getByLabel(/^Begrunnelse/), 'Legen er syk.');
    await hand.use(seeFirst(page));
    await consequences(page).waitFor();
    for (const sentence of [`Fristen flyttes ikke. Siste dag er fortsatt ${shown(someone.frist)}.`, `Planlagt dag: ${shown(someone.time)} → ${shown(late)}.`, 'Årsak til utsettelsen: Kapasitet.', /Da er det sykehusets fristbrudd, og Helfo skal varsles\./]) {
      await page.getByText(sentence).first().waitFor();
    }
    await axe(page);
    await hand.use(save(page));
    await said(page, 'Lagret: Utsett time');
    expect(await recordedOf(hospital.system, someone)).toContainEqual(expect.objectContaining({ type: 'utsatt', data: expect.objectContaining({ kode: '1', nyDato: late }) }));
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('task 7: puts an event right, and the old one stands beside it', async () => {
    const someone = await referred(hospital.system);
    await happened(hospital.system, someone, { type: 'kontaktRegistrert', data: { rolle: 'koordinator' } });
    const page = await hospital.logIn('koordinator', { colorScheme }, `/pasient/${someone.id}`);
    const hand = handOn(page);
    await hand.command(tab(page, 'Hendelser'), 'h');
    await hand.use(page.getByRole('button', { name: /^Rett: Kontakt med pasienten/ }));
    await hand.choose(page.getByLabel('Hvem som hadde kontakten'), 'Fastlege');
    await hand.write(page.getByLabel('Hvorfor rettes det?'), 'Det var fastlegen som ringte.');
    await axe(page);
    await hand.use(page.getByRole('button', { name: 'Lagre rettelsen' }));
    await said(page, 'Rettet: Kontakt med pasienten');
    const events = page.getByRole('list', { name: 'Hendelser' }).getByRole('listitem');
    await events.filter({ hasText: 'Rettet siden' }).getByText(/Koordinator/).first().waitFor();
    await events.filter({ hasText: 'Rettelse' }).getByText(/Fastlege/).first().waitFor();
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('task 8: calls a meeting with those who should be there, registers who came, and writes the minutes', async () => {
    const someone = await backFromAssessment(hospital.system);
    const page = await hospital.logIn('koordinator', { colorScheme }, `/pasient/${someone.id}?fane=moter`);
    const hand = handOn(page);
    const form = (name: string) => page.getByRole('region', { name, exact: true });
    await hand.use(page.getByRole('button', { name: 'Avtal møte' }));
    await hand.choose(form('Avtal møte').getByLabel('Møtetype'), 'Ansvarsgruppemøte');
    await hand.write(form('Avtal møte').getByLabel('Dag', { exact: true }), typed(hospital.system.today));
    await hand.writeTime(form('Avtal møte').getByLabel('Fra kl.'), '08:00');
    await hand.writeTime(form('Avtal møte').getByLabel('Til kl.'), '09:00');
    await hand.tick(form('Avtal møte').getByRole('radio', { name: 'Video' }));
    await hand.tick(form('Avtal møte').getByRole('checkbox', { name: 'NAV' }));
    await hand.write(form('Avtal møte').getByRole('textbox', { name: 'Navn' }), 'Nina Navesen');
    await axe(page);
    await hand.use(form('Avtal møte').getByRole('button', { name: 'Avtal møte' }));
    await said(page, /^Møtet er avtalt/);
    await hand.use(page.getByRole('button', { name: 'Registrer som holdt' }));
    await hand.tick(form('Registrer som holdt').getByRole('checkbox', { name: 'NAV: Nina Navesen' }));
    await hand.write(form('Registrer som holdt').getByLabel('Begrunnelse'), 'De andre meldte avbud samme dag.');
    await hand.use(form('Registrer som holdt').getByRole('button', { name: 'Registrer som holdt' }));
    await said(page, /^Møtet er registrert som holdt/);
    await hand.use(page.getByRole('button', { name: 'Skriv referat' }));
    await hand.write(form('Skriv referat').getByLabel('Referat'), 'NAV følger opp arbeidsplassen.');
    await axe(page);
    await hand.use(form('Skriv referat').getByRole('button', { name: 'Lagre referatet' }));
    await said(page, /^Referatet er lagret/);
    await page.getByRole('tabpanel').getByText('NAV følger opp arbeidsplassen.').waitFor();
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});
