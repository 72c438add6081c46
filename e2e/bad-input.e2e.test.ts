import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoUser } from '@forlop/identity';
import type { Page } from 'playwright-core';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { recordedOf, referred, waiting } from './support/patients.js';

let hospital: Hospital;
beforeAll(async () => {
  hospital = await startHospital();
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const contact = '?fane=gjor&handling=registrer-kontakt';
const said = (page: Page, sentence: string | RegExp) => page.getByRole('region', { name: 'Meldinger' }).getByText(sentence).waitFor();
const seeFirst = (page: Page) => page.getByRole('button', { name: 'Se hva det fører til' });
const consequences = (page: Page) => page.getByRole('heading', { name: 'Dette skjer når du lagrer' });
const save = (page: Page) => page.getByRole('button', { name: 'Lagre', exact: true });
const reason = (page: Page) => page.getByLabel(/^Begrunnelse/);

/** Ends the session as somebody does from another machine: the page does not know. */
const endSession = (page: Page) =>
  page.evaluate<number>(`(async () => {
    const csrf = decodeURIComponent(document.cookie.split('forlop-csrf=')[1].split(';')[0]);
    const { sessions } = await (await fetch('/api/v1/me/sessions')).json();
    const headers = { 'X-CSRF-Token': csrf, 'Idempotency-Key': crypto.randomUUID() };
    return (await fetch('/api/v1/me/sessions/' + sessions.find(({ current }) => current).id, { method: 'DELETE', headers })).status;
  })()`);

/** Logs in in the window that the page opens for it, which then closes by itself. */
async function logInAgain(page: Page, key: string): Promise<void> {
  const ended = page.getByRole('dialog', { name: 'Du er logget ut' });
  await ended.waitFor();
  await axe(page);
  const [popup] = await Promise.all([page.waitForEvent('popup'), ended.getByRole('button', { name: 'Logg inn i et nytt vindu' }).click()]);
  const closed = popup.waitForEvent('close');
  // A provider that remembers her asks nothing.
  await Promise.race([closed, popup.getByRole('button', { name: demoUser(key).name }).click()]);
  await closed;
  await ended.waitFor({ state: 'detached' });
}

describe('when something goes wrong', () => {
  test('two change the same patient: the second sees what the first did, loses nothing, and can take back what she saved', async () => {
    const someone = await waiting(hospital.system);
    const path = `/pasient/${someone.id}`;
    const [page, other] = [await hospital.logIn('koordinator', {}, `${path}?fane=gjor&handling=utsett`), await hospital.logIn('behandler', {}, `${path}${contact}`)];
    await page.getByLabel(/^Årsak/).selectOption('Pasientens eget ønske');
    await reason(page).fill('Pasienten er bortreist.');
    await seeFirst(page).click();
    await consequences(page).waitFor();
    await other.getByLabel('Hvem som hadde kontakten').selectOption('Spesialist');
    await seeFirst(other).click();
    await save(other).click();
    await said(other, 'Lagret: Registrer kontakt');
    await save(page).click();
    await page.getByText('Noen andre har endret dette').waitFor();
    await page.getByText(/^Kontakt med pasienten, .* \(.+\)$/).waitFor();
    expect(await reason(page).inputValue()).toBe('Pasienten er bortreist.');
    expect((await recordedOf(hospital.system, someone)).map(({ type }) => type)).not.toContain('utsatt');
    await axe(page);
    await page.getByRole('button', { name: 'Hent det nye' }).click();
    expect(await reason(page).inputValue()).toBe('Pasienten er bortreist.');
    await save(page).click();
    await said(page, 'Lagret: Utsett time');
    await page.getByRole('button', { name: 'Angre' }).click();
    await page.getByLabel('Hvorfor ble det registrert feil?').fill('Gjaldt en annen time.');
    await page.getByRole('button', { name: 'Si at det ikke hendte' }).click();
    await said(page, /^Teller ikke lenger: /);
    expect(await page.getByRole('list', { name: 'Hendelser' }).getByText('Pasienten er bortreist.').count()).toBe(1);
    expect([...complaintsOf(page), ...complaintsOf(other)]).toEqual([]);
    await Promise.all([page.context().close(), other.context().close()]);
  }, 120_000);

  test('the session ends in the middle of a form: she logs in beside it, what is typed is there, and what she asked for goes on', async () => {
    const someone = await referred(hospital.system);
    const page = await hospital.logInAnew('koordinator', {}, `/pasient/${someone.id}${contact}`);
    await page.getByLabel('Hvem som hadde kontakten').selectOption('Koordinator');
    await reason(page).fill('Ringte og spurte om timen.');
    expect(await endSession(page)).toBe(200);
    // Whatever asks first, the form or something that is read in the background, finds it out.
    await Promise.all([seeFirst(page).click(), logInAgain(page, 'koordinator')]);
    await consequences(page).waitFor();
    expect(await reason(page).inputValue()).toBe('Ringte og spurte om timen.');
    await save(page).click();
    await said(page, 'Lagret: Registrer kontakt');
    expect((await recordedOf(hospital.system, someone)).filter(({ type }) => type === 'kontaktRegistrert')).toHaveLength(1);
    await page.context().close();
  }, 120_000);

  test('another person logs in beside a form: she does not go on with what the first one wrote', async () => {
    const someone = await referred(hospital.system);
    const page = await hospital.logInAnew('koordinator', {}, `/pasient/${someone.id}${contact}`);
    await reason(page).fill('Bare for meg.');
    await endSession(page);
    await page.context().clearCookies();
    await seeFirst(page).click();
    const ended = page.getByRole('dialog', { name: 'Du er logget ut' });
    const [popup] = await Promise.all([page.waitForEvent('popup'), ended.getByRole('button', { name: 'Logg inn i et nytt vindu' }).click()]);
    await Promise.all([popup.waitForEvent('close'), popup.getByRole('button', { name: demoUser('behandler').name }).click()]);
    await ended.getByText(/^Du har logget inn som en annen/).waitFor();
    await ended.getByRole('button', { name: 'Åpne siden på nytt' }).click();
    await page.getByRole('heading', { level: 1, name: someone.name }).waitFor();
    expect(await reason(page).inputValue()).toBe('');
    await page.context().close();
  }, 120_000);

  test('the server is killed in the middle of a save: it is said, saving again does it, and it is done once', async () => {
    const someone = await referred(hospital.system);
    const page = await hospital.logInAnew('koordinator', {}, `/pasient/${someone.id}${contact}`);
    await page.getByLabel('Hvem som hadde kontakten').selectOption('Koordinator');
    await reason(page).fill('Ringte og spurte om timen.');
    await seeFirst(page).click();
    await consequences(page).waitFor();
    let sent = 0;
    await page.route('**/commands/registrer-kontakt', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      // It is done, and the server dies before it can say so.
      await route.fetch();
      await hospital.system.kill9('api');
      return route.abort();
    });
    await save(page).click();
    await page.locator('form').getByText('Forløp svarer ikke akkurat nå').waitFor();
    expect(await reason(page).inputValue()).toBe('Ringte og spurte om timen.');
    await axe(page);
    await hospital.system.start('api');
    // A server that begins anew knows no sessions: of the embedded log-in, that is.
    await Promise.all([save(page).click(), logInAgain(page, 'koordinator')]);
    await said(page, 'Lagret: Registrer kontakt');
    expect(sent).toBeGreaterThan(4);
    expect((await recordedOf(hospital.system, someone)).filter(({ type }) => type === 'kontaktRegistrert')).toHaveLength(1);
    await page.context().close();
  }, 120_000);

  test('the network goes and comes back: it is said, nothing typed is lost, and what was being saved is saved once', async () => {
    const someone = await referred(hospital.system);
    const page = await hospital.logIn('koordinator', {}, `/pasient/${someone.id}?fane=notater`);
    await page.getByRole('button', { name: 'Skriv notat' }).click();
    await page.getByLabel('Notat', { exact: true }).fill('Ønsker time på formiddagen.');
    await page.context().setOffline(true);
    const offline = page.getByText(/^Du er uten nett\./);
    await offline.waitFor();
    await axe(page);
    await Promise.all([page.waitForEvent('requestfailed', (request) => request.method() === 'POST'), page.getByRole('button', { name: 'Lagre notatet' }).click()]);
    expect(await page.getByLabel('Notat', { exact: true }).inputValue()).toBe('Ønsker time på formiddagen.');
    await page.context().setOffline(false);
    await offline.waitFor({ state: 'detached' });
    await said(page, /^Notatet er lagret/);
    expect(await page.getByText('Ønsker time på formiddagen.').count()).toBe(1);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});
