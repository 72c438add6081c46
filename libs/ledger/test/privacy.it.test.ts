import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { systems } from '@forlop/contracts';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger('2026-03-23'); }, 60_000);
afterAll(() => house.close());

/** Words that stand nowhere but in this patient's referral. */
const secrets = {
  number: '', given: 'Zacharinelle', family: 'Quistgård-Øyen', phone: '+47 45 99 88 77', street: 'Hemmeligstien 17', text: 'Kan ikke lenger lese avisen', reason: 'Begrunnelse med innhold',
  contact: 'legen@hemmelig.example', referrer: 'Lege Navnesen',
};

test('after all kinds of writes no table holds a number, a name, a contact or a free text in the clear', async () => {
  const mine = referral({
    born: '1991-09-09',
    text: secrets.text,
    referrer: { name: secrets.referrer },
  });
  secrets.number = mine.patient.identifier!.value;
  const patient = { ...mine.patient, name: { given: secrets.given, family: secrets.family }, phone: secrets.phone, address: { lines: [secrets.street], postalCode: '0155', city: 'Oslo' }, birthDate: osloDate('1991-09-09') };
  // A careless sender uses the person's number as the referral's identifier.
  const source = { ...mine.source, id: secrets.number };
  const { pathwayId } = await house.ledger.intake({ ...mine, patient, source }, coordinator);
  await house.ledger.record(pathwayId, [{ type: 'vurdert', occurredOn: '2026-03-23', data: { utfall: 'rett' }, text: secrets.reason }], coordinator);
  await house.ledger.setContact(pathwayId, 'fastlege', { name: secrets.referrer, email: secrets.contact }, coordinator);
  await house.ledger.quarantine({
    source: { ...source, id: `k-${secrets.number}` }, receivedOn: osloDate('2026-03-20'), reasons: [{ code: 'ugyldig-fodselsnummer', sentence: 'Nummeret er ikke gyldig.' }],
    original: { navn: secrets.family, tekst: secrets.text }, patient,
  }, coordinator);
  await house.ledger.withIdempotency({ key: 'k1', actor: coordinator, route: 'POST /henvisninger', requestHash: secrets.number }, async () => ({ navn: secrets.family, nummer: secrets.number }));
  await house.ledger.advance(pathwayId, '2026-04-20T11:00:00Z');

  const tables = await house.sql<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public'`);
  expect(tables.length).toBeGreaterThan(15);
  const dump: string[] = [];
  for (const { name } of tables) {
    const rows = await house.sql<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
    // A bytea is shown in hex: what is stored there in the clear would be its hex.
    for (const { row } of rows) dump.push(`${name}: ${row} ${[...row.matchAll(/\\\\x([0-9a-f]+)/g)].map((m) => Buffer.from(m[1]!, 'hex').toString('latin1')).join(' ')}`);
  }
  for (const [what, secret] of Object.entries(secrets)) {
    const latin = Buffer.from(secret, 'utf8').toString('latin1');
    expect({ what, found: dump.filter((row) => row.includes(secret) || row.includes(latin)).map((row) => row.slice(0, 200)) }).toEqual({ what, found: [] });
  }
  expect(dump.filter((row) => row.includes('1991-09-09')).map((row) => row.slice(0, 200))).toEqual([]);

  const view = await house.ledger.patientView(pathwayId);
  expect(view.patient).toMatchObject({ name: { given: secrets.given }, phone: secrets.phone, identifier: { value: secrets.number } });
  expect(view.timeline.find((e) => e.type === 'vurdert')!.text).toBe(secrets.reason);
});

describe('search', () => {
  test('by number, with or without system and spaces', async () => {
    const mine = referral({ born: '1992-02-02' });
    const { pathwayId } = await house.ledger.intake(mine, coordinator);
    const { value } = mine.patient.identifier!;
    for (const [text, system] of [[value, undefined], [`${value.slice(0, 6)} ${value.slice(6)}`, undefined], [value, systems.fodselsnummer], [value, systems.dNummer]] as const) {
      expect((await house.ledger.searchByIdentifier(text, system)).map((h) => h.pathwayId)).toEqual([pathwayId]);
    }
    expect(await house.ledger.searchByIdentifier('00000000000')).toEqual([]);
    expect(await house.ledger.searchByIdentifier("' or true --")).toEqual([]);
  });

  test('by name: every word must be there, however it is written; page by page', async () => {
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) made.push((await house.ledger.intake(referral({ patient: { ...referral().patient, name: { given: 'Åse-Marit', family: `Bjørkhaug` } } }), coordinator)).pathwayId);
    const found: string[] = [];
    for (let cursor: string | null | undefined = undefined; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof house.ledger.searchByName>> = await house.ledger.searchByName('BJOERKHAUG aase', { limit: 2, ...(cursor && { cursor }) });
      expect(page.rows.length).toBeLessThanOrEqual(2);
      found.push(...page.rows.map((h) => h.pathwayId));
      cursor = page.nextCursor;
    }
    expect(found.sort()).toEqual(made.sort());
    expect((await house.ledger.searchByName('Bjørkhaug Kari')).rows).toEqual([]);
    expect((await house.ledger.searchByName('  ')).rows).toEqual([]);
    await expect(house.ledger.searchByName('Bjørkhaug', { cursor: 'x' })).rejects.toMatchObject({ code: 'bad-cursor' });
  });
});
