import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toReferralBundle } from '@forlop/fhir';
import type { Page } from 'playwright-core';
import { referralOf } from '../test/system/patients.js';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { ways } from './support/hands.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { daysOn, happened, nobodyElse, recordedOf, referred } from './support/patients.js';

let hospital: Hospital;
beforeAll(async () => {
  hospital = await startHospital();
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const panel = (page: Page) => page.getByRole('region', { name: 'Henvisningen' });
const said = (page: Page, sentence: string) => page.getByRole('region', { name: 'Meldinger' }).getByText(sentence).waitFor();

describe.each(ways)('referrals $way', ({ colorScheme, handOn }) => {
  test('task 3: assesses a referral: a right, with the last day for care to start, and what follows is seen first', async () => {
    const someone = await referred(hospital.system);
    const frist = daysOn(hospital.system, 70);
    const page = await hospital.logIn('behandler', { colorScheme }, `/henvisninger?henvisning=${someone.id}`);
    const hand = handOn(page);
    const save = panel(page).getByRole('button', { name: 'Lagre' });
    const follows = panel(page).getByRole('region', { name: 'Dette følger' }).getByRole('listitem').first();
    await hand.command(panel(page).getByRole('button', { name: 'Gi rett til helsehjelp (R)' }), 'r');
    await follows.waitFor();
    await axe(page);
    await hand.use(save);
    await panel(page).getByRole('heading', { name: 'Sett frist for start av helsehjelp' }).waitFor();
    await hand.writeDay(panel(page).getByLabel('Fristen', { exact: true }), frist);
    await follows.waitFor();
    await axe(page);
    await hand.use(save);
    await said(page, `Sett frist for start av helsehjelp: lagret for ${someone.name}.`);
    expect(await recordedOf(hospital.system, someone)).toEqual(expect.arrayContaining([
      expect.objectContaining({ type: 'vurdert', data: expect.objectContaining({ utfall: 'rett' }) }),
      expect.objectContaining({ type: 'fristSatt', data: expect.objectContaining({ dato: frist }) }),
    ]));
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test.each([
    ['asks for a supplement', 'Be om supplement til henvisningen', 's', { type: 'supplementEtterspurt' }],
    ['forwards', 'Vurder at henvisningen skal videresendes', 'v', { type: 'vurdert', data: expect.objectContaining({ utfall: 'videresendt' }) }],
    ['rejects', 'Gi avslag', 'x', { type: 'vurdert', data: expect.objectContaining({ utfall: 'avslag' }) }],
  ])('task 4: %s', async (_, title, key, event) => {
    const someone = await referred(hospital.system);
    const page = await hospital.logIn('behandler', { colorScheme }, `/henvisninger?henvisning=${someone.id}`);
    const hand = handOn(page);
    await hand.command(panel(page).getByRole('button', { name: `${title} (${key.toUpperCase()})` }), key);
    await hand.write(panel(page).getByLabel(/^Begrunnelse eller notat/), 'Blodprøvene mangler.');
    await panel(page).getByRole('region', { name: 'Dette følger' }).getByRole('listitem').first().waitFor();
    await axe(page);
    await hand.use(panel(page).getByRole('button', { name: 'Lagre' }));
    await said(page, `${title}: lagret for ${someone.name}.`);
    expect(await recordedOf(hospital.system, someone)).toContainEqual(expect.objectContaining(event));
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('task 10: takes back an event that does not fit, with the reason', async () => {
    const someone = await referred(hospital.system);
    await happened(hospital.system, someone, { type: 'overforingMottatt' });
    const page = await hospital.logIn('koordinator', { colorScheme }, '/avvik');
    const hand = handOn(page);
    const row = page.getByRole('list', { name: 'Avvik' }).getByRole('listitem').filter({ has: page.getByRole('link', { name: someone.name }), hasText: 'Hendelsen passer ikke i steget' });
    await hand.goTo(row);
    await hand.use(row.getByRole('button', { name: 'Ta den' }));
    await row.getByText('Du tar deg av dette.').waitFor();
    await hand.use(row.getByRole('button', { name: 'Trekk tilbake' }));
    await hand.write(row.getByLabel('Begrunnelse'), 'Gjaldt en annen pasient.');
    await axe(page);
    await hand.use(row.getByRole('button', { name: 'Trekk tilbake' }));
    await said(page, `Trukket tilbake for ${someone.name}.`);
    await row.waitFor({ state: 'detached' });
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('task 10: puts a number right in quarantine and takes the referral in', async () => {
    const { system } = hospital;
    const patient = nobodyElse();
    const name = `${patient.given} ${patient.family}`;
    const [number, wrong] = [patient.fodselsnummer, `${patient.fodselsnummer.slice(0, 10)}${(Number(patient.fodselsnummer[10]) + 1) % 10}`];
    await system.api('POST', '/fhir', JSON.stringify(toReferralBundle(referralOf(patient, system.today))).replaceAll(number, wrong), { 'Content-Type': 'application/fhir+json' });
    const page = await hospital.logIn('koordinator', { colorScheme }, '/avvik?fane=karantene');
    const hand = handOn(page);
    const row = page.getByRole('list', { name: 'Karantene' }).getByRole('listitem').filter({ has: page.getByRole('link', { name }) });
    await row.getByText(/kontrollsifrene stemmer ikke/).first().waitFor();
    await hand.goTo(row);
    await hand.use(row.getByRole('button', { name: 'Rett og ta inn' }));
    await hand.write(row.getByLabel(/^Fødselsnummer eller D-nummer/), number);
    await hand.writeDay(row.getByLabel(/^Fødselsdato/), patient.birthDate);
    await hand.write(row.getByLabel('Diagnosekode (ICPC-2)'), 'A04');
    const pathway = row.getByLabel('Forløp', { exact: true });
    await pathway.locator('option', { hasText: 'Etter koden: Langvarig utmattelse' }).waitFor({ state: 'attached' });
    await hand.choose(pathway, 'Langvarige og sammensatte smertetilstander');
    await axe(page);
    await hand.use(row.getByRole('button', { name: 'Ta inn henvisningen' }));
    await said(page, `Henvisningen for ${name} er tatt inn.`);
    const { body } = await system.api('POST', '/api/v1/search', { identifier: { value: number } });
    expect(body.hits).toEqual([expect.objectContaining({ patient: expect.objectContaining({ name: { given: patient.given, family: patient.family } }) })]);
    expect((await system.api('GET', `/api/v1/pathways/${body.hits[0].pathwayId}`)).body.regime.definition.id).toBe('langvarig-smerte');
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});
