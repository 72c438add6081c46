import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { axe } from './support/axe.js';
import { complaintsOf } from './support/browser.js';
import { ways } from './support/hands.js';
import { startHospital, type Hospital } from './support/hospital.js';
import { referred, waiting } from './support/patients.js';

let hospital: Hospital;
beforeAll(async () => {
  hospital = await startHospital();
}, 300_000);
afterAll(() => hospital?.stop(), 60_000);

const patients = (page: Page) => page.getByRole('table', { name: 'Arbeidsliste' }).getByRole('link');
/** Of those who wait for care to start, who was referred today stands first. */
const newest = '/?liste=alle&steg=venter-pa-oppstart&sorter=mottatt&omvendt=true';

/** In the order that they stand in, which is the order that Tab takes them in. */
async function downwards(rows: readonly Locator[]): Promise<Locator[]> {
  const placed = await Promise.all(rows.map(async (row) => ({ row, at: Number(await row.getAttribute('aria-rowindex')) })));
  return placed.sort((a, b) => a.at - b.at).map(({ row }) => row);
}

describe.each(ways)('the coordinator\'s day $way', ({ colorScheme, handOn }) => {
  test('task 1: sees who needs something today, and opens the first', async () => {
    const page = await hospital.logIn('koordinator', { colorScheme });
    const first = patients(page).first();
    await first.waitFor();
    const [family, given] = (await first.innerText()).split(', ');
    await handOn(page).use(first);
    await page.getByRole('heading', { level: 1, name: `${given} ${family}` }).waitFor();
    await page.getByRole('heading', { name: 'Dette er neste' }).waitFor();
    await axe(page);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('task 2: finds a caller by number and by name, and sees where she stands', async () => {
    const caller = await referred(hospital.system);
    const page = await hospital.logIn('koordinator', { colorScheme }, '/hjelp');
    const hand = handOn(page);
    const addresses: string[] = [];
    page.on('request', (request) => void addresses.push(request.url()));
    for (const words of [caller.number, caller.name]) {
      await hand.command(page.getByRole('button', { name: 'Finn pasient' }), 'f');
      const dialog = page.getByRole('dialog');
      await hand.write(dialog.getByLabel('Fødselsnummer eller navn'), words);
      await hand.use(dialog.getByRole('button', { name: 'Søk' }));
      const hit = dialog.getByRole('link', { name: caller.listed });
      await hit.waitFor();
      await axe(page);
      await hand.use(hit);
      await page.getByRole('heading', { level: 1, name: caller.name }).waitFor();
      await page.getByText('Til vurdering').first().waitFor();
    }
    // Addresses are written down by every machine that they pass.
    expect([...addresses, page.url()].filter((address) => address.includes(caller.number))).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('task 9: gives two patients to herself at once, and reminds whoever has their tasks', async () => {
    const both = [await waiting(hospital.system), await waiting(hospital.system)];
    const page = await hospital.logIn('koordinator', { colorScheme }, newest);
    const hand = handOn(page);
    const rows = await downwards(both.map(({ listed }) => page.getByRole('row').filter({ hasText: listed })));
    const select = async (): Promise<void> => {
      for (const row of rows) await hand.tick(row.getByRole('checkbox'));
      await page.getByText('2 valgt').waitFor();
    };
    await select();
    await hand.command(page.getByRole('button', { name: 'Gi til noen …' }), 'a');
    const whom = page.getByRole('dialog', { name: 'Hvem skal følge opp 2 pasienter?' });
    await hand.tick(whom.getByRole('radio', { name: /^Meg / }));
    await axe(page);
    await hand.use(whom.getByRole('button', { name: 'Lagre' }));
    await page.getByText('Gjort for 2, ikke gjort for 0.').waitFor();
    await axe(page);
    await hand.use(page.getByRole('dialog').getByRole('button', { name: 'Lukk' }).last());
    for (const row of rows) await row.getByRole('button', { name: /følges opp av: Meg/ }).waitFor();
    await select();
    await hand.command(page.getByRole('button', { name: 'Minn den som har tur …' }), 'm');
    await hand.use(page.getByRole('dialog', { name: 'Minn om 2 pasienter' }).getByRole('button', { name: 'Send påminnelse' }));
    await page.getByText(/^Gjort for \d, ikke gjort for \d\.$/).waitFor();
    expect(await page.getByRole('dialog').getByRole('listitem').count()).toBe(2);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});
