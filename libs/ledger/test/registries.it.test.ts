import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import type { Answer, GpContract, ListDoctor, RegisteredPerson } from '@forlop/registries';
import { DataKeys } from '@forlop/crypto';
import { openContact, type Contact } from '../src/commands/contact.js';
import { hprHash } from '../src/tenancy/holder.js';
import { type ActorAccess, type LookRecorded, type RegistryLook } from '../src/index.js';
import { coordinator, idsOf, masterKeys, searchKey } from './helpers.js';
import { eyes, northern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

let house: TwoHospitals;
let pathwayId: string;
let number: string;
beforeAll(async () => { house = await twoHospitals('2026-03-20'); }, 120_000);
afterAll(() => house.close());
beforeEach(async () => {
  house.at('2026-03-20');
  ({ pathwayId, number } = await house.patientAt(northern));
});

const d = osloDate;
const doctor = (hprNumber: string, family: string): ListDoctor => ({ hprNumber, name: `Lege ${family}`, role: 'fastlege', substitutesFor: null, from: d('2020-01-01'), to: null });
const contract = (from: string, ...doctors: ListDoctor[]): GpContract => ({ contractId: from, from: d(from), to: null, shared: doctors.length > 1, gpHerId: '8001', doctors, office: { name: 'Lia legesenter', orgNumber: '310000001' } });
const first = doctor('9100001', 'Førstesen');
const second = doctor('9100002', 'Andresen');

const person = (more: Partial<RegisteredPerson>, asOf: string): Answer<RegisteredPerson> => ({
  value: { registryId: 'r1', personNumber: null, name: null, death: null, protection: 'ugradert', address: { lines: ['Prøveveien 1'], postalCode: '0001', city: 'OSLO', municipality: '0301', movedOn: null }, ...more }, asOf, source: 'persontjenesten',
});
const gp = (value: GpContract | null, asOf: string): Answer<GpContract | null> => ({ value, asOf, source: 'fastlegeregisteret' });

/** A look on a day, at eight in the morning in Greenwich. */
function look(day: string, answers: { readonly person?: Partial<RegisteredPerson>; readonly gp?: GpContract | null }): Promise<LookRecorded> {
  house.at(day);
  const asOf = `${day}T08:00:00.000Z`;
  const asked: RegistryLook = {
    asked: ['persontjenesten', 'fastlegeregisteret'],
    answers: { ...(answers.person && { person: person(answers.person, asOf) }), ...(answers.gp !== undefined && { gp: gp(answers.gp, asOf) }) },
  };
  return house.ledger.recordLook(pathwayId, asked);
}

const hpr = (n: string): ActorAccess => eyes([], [hprHash(searchKey, n)], `person:hpr-${n}`);
const sees = (n: string): Promise<boolean> => house.api.as(hpr(n)).patientView(pathwayId).then(() => true, () => false);
const kinds = ({ facts }: LookRecorded): string[] => facts.map(({ kind }) => kind);

/** The fastlege's contact details, opened. */
async function contactOf(id: string): Promise<Contact> {
  const [row] = await house.sql<{ patient: string; wrapped: Buffer; sealed: Buffer }>(
    `select pt.id as patient, pt.wrapped_key as wrapped, c.sealed from pathway p join patient pt on pt.id = p.patient_id join patient_contact c on c.patient_id = pt.id and c.role = 'fastlege' where p.id = $1`, [id]);
  const { patient, wrapped, sealed } = row!;
  return openContact(patient, await new DataKeys(masterKeys).of(patient, wrapped), 'fastlege', sealed);
}

const dead = (on: string) => ({ death: { on: d(on), registeredOn: d(on) } });

describe('who the fastlege is', () => {
  test('the first look makes her contact and lets her see; the same look again records nothing', async () => {
    expect(await sees('9100001')).toBe(false);
    expect(kinds(await look('2026-03-20', { person: {}, gp: contract('2024-01-01', first) }))).toEqual(['fastlege']);
    expect(await sees('9100001')).toBe(true);
    const view = await house.ledger.patientView(pathwayId);
    expect(view.attributes['fastlegestatus']).toBe('har-fastlege');
    expect(kinds(await look('2026-03-21', { person: {}, gp: contract('2024-01-01', first) }))).toEqual([]);
    expect((await house.ledger.patientView(pathwayId)).position).toBe(view.position);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('on a change the former one sees the patient no more, and the new one does', async () => {
    await look('2026-03-20', { gp: contract('2024-01-01', first) });
    expect(kinds(await look('2026-03-25', { gp: contract('2026-03-23', second) }))).toEqual(['fastlege']);
    expect([await sees('9100001'), await sees('9100002')]).toEqual([false, true]);
    const changed = (await house.ledger.patientView(pathwayId)).timeline.filter(({ type }) => type === 'fastlegeEndret').at(-1)!;
    expect(changed).toMatchObject({ occurredOn: '2026-03-23', data: { status: 'har-fastlege' }, actor: 'system:registervakt', text: 'Kilde: Fastlegeregisteret, onsdag 25. mars 2026 kl. 09:00.' });
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('a shared list: both see; when she leaves it neither does, and the definition knows that she has none', async () => {
    await look('2026-03-20', { gp: contract('2024-01-01', first, second) });
    expect([await sees('9100001'), await sees('9100002')]).toEqual([true, true]);
    expect((await house.ledger.patientView(pathwayId)).attributes['fastlegestatus']).toBe('fellesliste');
    await look('2026-03-21', { gp: null });
    expect([await sees('9100001'), await sees('9100002')]).toEqual([false, false]);
    expect((await house.ledger.patientView(pathwayId)).attributes['fastlegestatus']).toBe('ingen');
    expect((await house.sql('select 1 from patient_contact c join pathway p on p.patient_id = c.patient_id where p.id = $1', [pathwayId])).length).toBe(0);
  });

  test('gone on the very day that she was found', async () => {
    await look('2026-03-20', { gp: contract('2024-01-01', first) });
    house.at('2026-03-20T15:00:00Z');
    await house.ledger.recordLook(pathwayId, { asked: ['fastlegeregisteret'], answers: { gp: gp(null, '2026-03-20T14:00:00.000Z') } });
    expect(await sees('9100001')).toBe(false);
  });

  test('a contact that was given with the same number stays as it was given; another doctor takes its place', async () => {
    await house.ledger.setContact(pathwayId, 'fastlege', { name: 'Lege Førstesen', email: 'forste@prove.example', hprNumber: '9100001' }, coordinator);
    const named = async () => (await house.ledger.participants(pathwayId)).filter(({ role, now }) => role === 'fastlege' && now).map(({ name }) => name);
    const mailTo = async () => (await contactOf(pathwayId)).email;
    const addressed = async () => (await house.sql('select updated_at from patient_contact c join pathway p on p.patient_id = c.patient_id where p.id = $1', [pathwayId]))[0];
    const before = await addressed();
    await look('2026-03-20', { gp: contract('2024-01-01', first) });
    expect([await named(), await addressed()]).toEqual([['Lege Førstesen'], before]);
    await look('2026-03-21', { gp: contract('2026-03-21', second) });
    expect(await named()).toEqual(['Lege Andresen, Lia legesenter']);
    expect(await mailTo()).toBeNull();
  });

  test('an e-mail address that was given before anybody knew who she is stays with the first one that is found', async () => {
    await house.ledger.setContact(pathwayId, 'fastlege', { name: 'Lia legesenter', email: 'post@prove.example' }, coordinator);
    await look('2026-03-20', { gp: contract('2024-01-01', first) });
    expect(await contactOf(pathwayId)).toEqual({ name: 'Lege Førstesen, Lia legesenter', email: 'post@prove.example', hprNumber: '9100001', herId: '8001' });
    await look('2026-03-21', { gp: contract('2026-03-21', second) });
    expect(await contactOf(pathwayId)).toMatchObject({ name: 'Lege Andresen, Lia legesenter', email: null });
  });

  test('is told with the age of the answer, and not to those who must not know where she lives', async () => {
    expect(await house.ledger.registeredFastlege(pathwayId)).toBeNull();
    await look('2026-03-20', { person: {}, gp: contract('2024-01-01', first) });
    const mine = house.api.as(eyes([house.nord]));
    expect(await mine.registeredFastlege(pathwayId)).toEqual({ value: contract('2024-01-01', first), asOf: '2026-03-20T08:00:00.000Z', source: 'fastlegeregisteret' });
    expect((await mine.patientView(pathwayId)).fastlege).toEqual({
      status: 'har-fastlege', since: '2024-01-01', doctors: [{ name: 'Lege Førstesen', hprNumber: '9100001', role: 'fastlege' }],
      office: { name: 'Lia legesenter', orgNumber: '310000001' }, herId: '8001', reach: null, asOf: '2026-03-20T08:00:00.000Z', source: 'fastlegeregisteret',
    });
    expect((await mine.patientView(pathwayId, { asOf: d('2026-03-20') })).fastlege).toBeNull();
    await expect(house.api.as(eyes([house.sor])).registeredFastlege(pathwayId)).rejects.toMatchObject({ code: 'unknown-pathway' });
    await look('2026-03-21', { person: { protection: 'strengtFortrolig' }, gp: contract('2026-03-21', second) });
    expect(await mine.registeredFastlege(pathwayId)).toBeNull();
    expect((await mine.patientView(pathwayId)).fastlege).toBeNull();
    expect((await house.ledger.patientView(pathwayId)).fastlege).toMatchObject({ doctors: [{ name: 'Lege Andresen' }] });
    // Neither do the event's texts name the doctor or the office.
    expect(JSON.stringify((await mine.patientView(pathwayId)).timeline)).not.toMatch(/Andresen|Lia legesenter|9100002/);
  });
});

describe('a death', () => {
  test('is recorded once, corrected, and withdrawn by who recorded it; the pathway goes on', async () => {
    expect(kinds(await look('2026-03-23', { person: dead('2026-03-22') }))).toEqual(['death']);
    const view = await house.ledger.patientView(pathwayId);
    expect([view.step.id, view.endedOn]).toEqual(['dod', '2026-03-22']);
    expect(view.timeline.at(-1)).toMatchObject({ type: 'pasientDod', text: 'Folkeregisteret har registrert at pasienten er død. Dødsdagen er søndag 22. mars 2026. Kilde: Persontjenesten, mandag 23. mars 2026 kl. 09:00.' });
    expect(kinds(await look('2026-03-24', { person: dead('2026-03-22'), gp: null }))).toEqual([]);
    expect(kinds(await look('2026-03-25', { person: dead('2026-03-21') }))).toEqual(['death-corrected']);
    expect((await house.ledger.patientView(pathwayId)).endedOn).toBe('2026-03-21');
    expect(kinds(await look('2026-03-26', { person: {} }))).toEqual(['death-withdrawn']);
    expect((await house.ledger.patientView(pathwayId)).step.id).not.toBe('dod');
    // She can be registered as dead anew.
    expect(kinds(await look('2026-03-27', { person: dead('2026-03-27') }))).toEqual(['death']);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('that a person recorded stands, whatever the registry does not know yet', async () => {
    idsOf(await house.ledger.record(pathwayId, [{ type: 'pasientDod', occurredOn: '2026-03-20' }], coordinator));
    expect(kinds(await look('2026-03-21', { person: {}, gp: null }))).toEqual([]);
    expect((await house.ledger.patientView(pathwayId)).step.id).toBe('dod');
  });

  test('that cannot be is not recorded, and is handed back to be looked at', async () => {
    const result = await look('2026-03-21', { person: dead('1950-01-01') });
    expect(kinds(result)).toEqual([]);
    expect(result.refused.map(({ fact, errors }) => [fact.kind, errors[0]!.path])).toEqual([['death', '/occurredOn']]);
    expect((await house.ledger.patientView(pathwayId)).step.id).not.toBe('dod');
  });
});

test('dead and moved at once: both are known, and her address is the new one', async () => {
  await look('2026-03-20', { person: {} });
  const address = { lines: ['Nyveien 2'], postalCode: '7010', city: 'TRONDHEIM', municipality: '5001', movedOn: d('2026-03-21') };
  expect(kinds(await look('2026-03-24', { person: { ...dead('2026-03-22'), address } }))).toEqual(['death', 'moved']);
  expect((await house.ledger.patientView(pathwayId)).patient.address).toEqual({ lines: ['Nyveien 2'], postalCode: '7010', city: 'TRONDHEIM' });
});

test('a protected address is withheld from the next question on', async () => {
  const mine = house.api.as(eyes([house.nord]));
  await look('2026-03-20', { person: {} });
  expect((await mine.patientView(pathwayId)).patient).toMatchObject({ protection: 'ingen', address: { lines: ['Prøveveien 1'] } });
  expect(kinds(await look('2026-03-21', { person: { protection: 'fortrolig' } }))).toEqual(['protection']);
  expect((await mine.patientView(pathwayId)).patient).toMatchObject({ protection: 'fortrolig', address: null });
  // One that has no name in ours hides nothing, and is told once.
  expect(kinds(await look('2026-03-22', { person: { protection: 'klientadresse' } }))).toEqual(['protection']);
  expect(kinds(await look('2026-03-23', { person: { protection: 'klientadresse' } }))).toEqual([]);
});

test('an answer that is older than the last one that counted changes nothing', async () => {
  await look('2026-03-25', { person: {}, gp: contract('2024-01-01', first) });
  const late = await house.ledger.recordLook(pathwayId, { asked: ['persontjenesten', 'fastlegeregisteret'], answers: { person: person(dead('2026-03-20'), '2026-03-24T08:00:00.000Z'), gp: gp(null, '2026-03-24T08:00:00.000Z') } });
  expect(kinds(late)).toEqual([]);
  expect(await house.ledger.registeredFastlege(pathwayId)).toMatchObject({ asOf: '2026-03-25T08:00:00.000Z' });
});

test('two workers that look at once record one change', async () => {
  const answers = { gp: gp(contract('2024-01-01', first), '2026-03-20T08:00:00.000Z') };
  const both = await Promise.all([1, 2].map(() => house.ledger.recordLook(pathwayId, { asked: ['fastlegeregisteret'], answers })));
  expect(both.flatMap(kinds)).toEqual(['fastlege']);
});

describe('whom to look up', () => {
  const both = ['persontjenesten', 'fastlegeregisteret'] as const;
  const all = async (askedBefore: string): Promise<string[]> => {
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const { due, next } = await house.ledger.looksDue({ registries: both, askedBefore, limit: 2, ...(after !== undefined && { after }) });
      found.push(...due.map((one) => one.pathwayId));
      if (next === null) return found;
      after = next;
    }
  };

  test('those not asked about since, by number, in pages; asked and not answered counts as asked', async () => {
    expect((await house.ledger.looksDue({ registries: both, askedBefore: '2026-03-20T10:00:00Z', limit: 1000 })).due).toContainEqual({ pathwayId, personNumber: number, changed: null, herId: null });
    expect(await all('2026-03-20T10:00:00Z')).toContain(pathwayId);
    await look('2026-03-20', {});
    expect(await all('2026-03-20T10:00:00Z')).not.toContain(pathwayId);
    expect(await all('2026-03-20T12:00:00Z')).toContain(pathwayId);
    expect(await house.sql('select registry, answered_at from registry_look where pathway_id = $1 order by 1', [pathwayId])).toEqual([
      { registry: 'fastlegeregisteret', answered_at: null }, { registry: 'persontjenesten', answered_at: null },
    ]);
    expect(new Set(await all('2026-03-20T12:00:00Z')).size).toBe((await all('2026-03-20T12:00:00Z')).length);
  });

  test('a question that is not answered takes the last answer from nobody', async () => {
    await look('2026-03-20', { gp: contract('2024-01-01', first) });
    await look('2026-03-21', {});
    expect(await house.ledger.registeredFastlege(pathwayId)).toMatchObject({ asOf: '2026-03-20T08:00:00.000Z' });
  });

  test('not those without a number, on pause or erased; whoever is registered as dead for a year', async () => {
    const unnumbered = await house.patientAt(northern, { patient: { name: { given: 'Nyfødt', family: 'Prøvesen' }, birthDate: d('2026-03-19') } });
    await house.ledger.setMode(pathwayId, 'paused', 'Prøve', coordinator);
    expect(await all('2026-03-21T00:00:00Z')).not.toContain(pathwayId);
    await house.ledger.setMode(pathwayId, 'live', 'Prøve', coordinator);
    await look('2026-03-21', { person: dead('2026-03-20') });
    await house.ledger.advance(pathwayId, '2026-03-21T11:00:00Z');
    const dues = await all('2026-03-22T12:00:00Z');
    expect([dues.includes(pathwayId), dues.includes(unnumbered.pathwayId)]).toEqual([true, false]);
    await house.sql('update patient set wrapped_key = null, sealed_demographics = null, erased_at = now() where id = (select patient_id from pathway where id = $1)', [pathwayId]);
    expect(await all('2026-03-22T12:00:00Z')).not.toContain(pathwayId);
    expect(kinds(await look('2026-03-22', { person: {} }))).toEqual([]);
    await expect(house.ledger.looksDue({ registries: both, askedBefore: '2026-03-22T12:00:00Z', after: 'x', limit: 1 })).rejects.toMatchObject({ code: 'bad-cursor' });
  });
});

test('each registry’s answer is shown with when it was asked and how old it is, and so is whether messages reach the fastlege', async () => {
  expect((await house.ledger.patientView(pathwayId)).registries).toEqual([]);
  await look('2026-03-20', { person: {}, gp: contract('2024-01-01', first) });
  expect((await house.ledger.looksDue({ registries: ['adresseregisteret'], askedBefore: '2026-03-20T08:30:00Z', limit: 1_000 })).due).toContainEqual({ pathwayId, personNumber: number, changed: null, herId: '8001' });
  const address = (herId: string, receivesMessages: boolean): RegistryLook => ({ asked: ['adresseregisteret'], answers: { address: { value: { herId, receivesMessages }, asOf: '2026-03-20T08:01:00.000Z', source: 'adresseregisteret' } } });
  await house.ledger.recordLook(pathwayId, address('8001', false));
  house.at('2026-03-22T08:00:00Z');
  const asked = expect.stringMatching(/^2026-03-20T/);
  const view = await house.ledger.patientView(pathwayId);
  expect(view.registries).toEqual([
    { registry: 'adresseregisteret', askedAt: asked, asOf: '2026-03-20T08:01:00.000Z', ageMinutes: 2 * 1_440 - 1 },
    { registry: 'fastlegeregisteret', askedAt: asked, asOf: '2026-03-20T08:00:00.000Z', ageMinutes: 2 * 1_440 },
    { registry: 'persontjenesten', askedAt: asked, asOf: '2026-03-20T08:00:00.000Z', ageMinutes: 2 * 1_440 },
  ]);
  expect(view.fastlege?.reach).toEqual({ receivesMessages: false, asOf: '2026-03-20T08:01:00.000Z' });
  expect((await house.ledger.patientView(pathwayId, { asOf: d('2026-03-20') })).registries).toEqual([]);
  // Of a HER-id that she no longer has, it says nothing.
  await house.ledger.recordLook(pathwayId, address('8002', true));
  expect((await house.ledger.patientView(pathwayId)).fastlege?.reach).toBeNull();
});

describe('the feed of changes', () => {
  const askedAfter = '2026-03-20T08:30:00Z';
  /** Nobody of ours has this name at the registry before a look says so. */
  const known = async (registryId: string): Promise<void> => void (await look('2026-03-20', { person: { registryId } }));
  const dueNow = async () => (await house.ledger.looksDue({ registries: ['persontjenesten'], askedBefore: askedAfter, limit: 1_000 })).due.find((one) => one.pathwayId === pathwayId);
  const place = () => house.ledger.feedPosition();
  const moveTo = async (to: number, changed: readonly string[]) => house.ledger.moveFeed({ from: await place(), to, changed });

  test('keeps its place with whom it told of; a look at that change ends it, one that was begun before does not', async () => {
    await known('navn-1');
    expect(await dueNow()).toBeUndefined();
    await moveTo(100, []);
    expect(await moveTo(110, ['navn-1', 'en annen'])).toEqual({ moved: true, due: 1 });
    expect([await place(), (await dueNow())?.changed]).toEqual([110, 110]);
    // Told of again while the question is under way: it is asked again.
    await moveTo(120, ['navn-1']);
    await house.ledger.recordLook(pathwayId, { asked: ['persontjenesten'], answers: {}, changed: 110 });
    expect((await dueNow())?.changed).toBe(120);
    await house.ledger.recordLook(pathwayId, { asked: ['fastlegeregisteret'], answers: {}, changed: null });
    expect((await dueNow())?.changed).toBe(120);
    await house.ledger.recordLook(pathwayId, { asked: ['persontjenesten'], answers: {}, changed: 120 });
    expect(await dueNow()).toBeUndefined();
  });

  test('read twice, or by two, moves once; one that begins anew makes everybody due', async () => {
    await known('navn-2');
    await moveTo(200, []);
    const both = await Promise.all([1, 2].map(() => house.ledger.moveFeed({ from: 200, to: 210, changed: ['navn-2'] })));
    expect(both.map(({ moved }) => moved).sort()).toEqual([false, true]);
    expect(await house.ledger.moveFeed({ from: 200, to: 205, changed: ['navn-2'] })).toEqual({ moved: false, due: 0 });
    expect(await place()).toBe(210);
    await house.ledger.recordLook(pathwayId, { asked: ['persontjenesten'], answers: {}, changed: 210 });
    const { moved, due } = await house.ledger.moveFeed({ from: 210, to: 3, changed: 'everybody' });
    expect([moved, due >= 1, (await dueNow())?.changed, await place()]).toEqual([true, true, 3, 3]);
  });

  test('finds nobody who was erased, and the API does not see how far it was read', async () => {
    await known('navn-3');
    await house.sql('update patient set wrapped_key = null, sealed_demographics = null, erased_at = now() where id = (select patient_id from pathway where id = $1)', [pathwayId]);
    expect(await moveTo(300, ['navn-3'])).toEqual({ moved: true, due: 0 });
    await expect(house.asTenant({ organisationIds: [house.nord] }, 'select * from registry_feed')).rejects.toMatchObject({ code: '42501' });
  });
});

test('nothing that names anybody lies open', async () => {
  await look('2026-03-20', { person: {}, gp: contract('2024-01-01', first) });
  await look('2026-03-21', { person: dead('2026-03-21') });
  const [{ all }] = (await house.sql<{ all: string }>(`select (select json_agg(e)::text from event e where pathway_id = $1) || (select json_agg(l)::text from registry_look l where pathway_id = $1) as all`, [pathwayId])) as [{ all: string }];
  expect(all).not.toMatch(new RegExp(`Førstesen|9100001|Prøveveien|${number}`));
});
