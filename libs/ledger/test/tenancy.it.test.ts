import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { syntheticFodselsnummer } from '@forlop/contracts';
import { hprHash, personNumberHash } from '../src/tenancy/holder.js';
import type { ActorAccess, Participant } from '../src/index.js';
import { coordinator, idsOf, instantOf, searchKey } from './helpers.js';
import { eyes, northern, southern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

let house: TwoHospitals;
beforeAll(async () => { house = await twoHospitals('2026-03-20'); }, 120_000);
afterAll(() => house.close());

const doctor = { name: 'Lege Legesen', email: 'lege@prove.example' };
const hpr = (number: string): ActorAccess => eyes([], [hprHash(searchKey, number)], `person:hpr-${number}`);

/** Whether somebody sees a pathway: by opening it, in the list, and by search, which must all agree. */
async function sees(access: ActorAccess, pathwayId: string): Promise<boolean> {
  const ledger = house.api.as(access);
  const opened = await ledger.patientView(pathwayId).then(() => true, (error: { code: string }) => { if (error.code !== 'unknown-pathway') throw error; return false; });
  const { rows } = await ledger.worklist({ limit: 200, filter: { includeFinished: true } });
  const listed = rows.some((row) => row.pathwayId === pathwayId);
  const found = (await ledger.searchByName('Prøvesen', { limit: 200 })).rows.some((row) => row.pathwayId === pathwayId);
  expect({ opened, listed, found }).toEqual({ opened, listed: opened, found: opened });
  return opened;
}

describe('organisations', () => {
  test('a hospital, its department and the region above: each sees what is theirs or below', async () => {
    house.at('2026-03-20');
    const inDepartment = (await house.patientAt('4300003')).pathwayId;
    const tree = { region: [house.region, house.nord, house.sor, house.avdeling], sor: [house.sor, house.avdeling], avdeling: [house.avdeling], nord: [house.nord] };
    for (const [who, ids, expected] of [['region', tree.region, true], ['sor', tree.sor, true], ['avdeling', tree.avdeling, true], ['nord', tree.nord, false]] as const) {
      expect([who, await sees(eyes(ids), inDepartment)]).toEqual([who, expected]);
    }
  });

  test('a transfer moves access on its date: the day before, the day, the day after, though nothing ran', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    const north = house.api.as(eyes([house.nord]));
    await north.transfer(pathwayId, { to: house.sor, on: '2026-03-25', reason: 'Flyttet' }, coordinator);
    for (const [day, nord, sor] of [['2026-03-20', true, false], ['2026-03-24', true, false], ['2026-03-25', false, true], ['2026-03-26', false, true]] as const) {
      house.at(day);
      expect([day, await sees(eyes([house.nord]), pathwayId), await sees(eyes([house.sor]), pathwayId)]).toEqual([day, nord, sor]);
      expect(await house.sql('select organisation_id from pathway where id = $1', [pathwayId])).toEqual([{ organisation_id: house.nord }]);
    }
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('midnight in Oslo is the limit, not in Greenwich', async () => {
    house.at('2026-06-01');
    const { pathwayId } = await house.patientAt(northern);
    await house.ledger.transfer(pathwayId, { to: house.sor, on: '2026-06-10', reason: 'Flyttet' }, coordinator);
    house.at('2026-06-09T21:59:59Z');
    expect([await sees(eyes([house.nord]), pathwayId), await sees(eyes([house.sor]), pathwayId)]).toEqual([true, false]);
    house.at('2026-06-09T22:00:00Z');
    expect([await sees(eyes([house.nord]), pathwayId), await sees(eyes([house.sor]), pathwayId)]).toEqual([false, true]);
  });

  test('the pathway wakes on the day of the transfer, and its rows move to the new organisation', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    await house.ledger.transfer(pathwayId, { to: house.sor, on: '2026-03-22', reason: 'Flyttet' }, coordinator);
    const { nextWakeAt } = await house.ledger.advance(pathwayId, instantOf('2026-03-20').toISOString());
    expect(nextWakeAt!.slice(0, 16)).toMatch(/^2026-03-21T23:0[0-4]$/);
    house.at(nextWakeAt!);
    await house.ledger.advance(pathwayId, nextWakeAt!);
    const rows = await house.sql(`select organisation_id from pathway where id = $1 union all select organisation_id from clock_row where pathway_id = $1 union select organisation_id from pathway_state where pathway_id = $1`, [pathwayId]);
    expect(new Set(rows.map((row) => row['organisation_id']))).toEqual(new Set([house.sor]));
    expect(await sees(eyes([house.sor]), pathwayId)).toBe(true);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
    await house.ledger.rebuild(pathwayId);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('handed over today by its own hospital: what that writes is written, and it is theirs no more', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    const north = house.api.as(eyes([house.nord]));
    await north.transfer(pathwayId, { to: house.sor, on: '2026-03-20', reason: 'Feil sykehus' }, coordinator);
    expect([await sees(eyes([house.nord]), pathwayId), await sees(eyes([house.sor]), pathwayId)]).toEqual([false, true]);
    const [event] = await house.sql(`select organisation_id from event where pathway_id = $1 and type = 'ansvarFlyttet'`, [pathwayId]);
    expect(event).toEqual({ organisation_id: house.nord });
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('a later word holds: a transfer to come is called off, or goes elsewhere, by another', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    const transfer = (to: string, on: string) => house.ledger.transfer(pathwayId, { to, on, reason: 'x' }, coordinator);
    await transfer(house.sor, '2026-04-01');
    await transfer(house.nord, '2026-03-25');
    house.at('2026-04-02');
    expect([await sees(eyes([house.nord]), pathwayId), await sees(eyes([house.sor]), pathwayId)]).toEqual([true, false]);
    await transfer(house.sor, '2026-03-30');
    await transfer(house.nord, '2026-04-02');
    expect((await house.ledger.participants(pathwayId)).filter((one) => one.basis === 'responsible').map(({ organisation, from, through }) => [organisation!.id, from, through])).toEqual([
      [house.nord, '2026-03-20', '2026-03-24'], [house.nord, '2026-03-25', '2026-03-29'], [house.sor, '2026-03-30', '2026-04-01'], [house.nord, '2026-04-02', null],
    ]);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('what released from quarantine turned out to be another hospital’s is handed to it', async () => {
    house.at('2026-03-20');
    const { referral } = await import('./helpers.js');
    const refused = referral({ reasonCodes: [], receiver: { system: 'urn:oid:2.16.578.1.12.4.1.4.102', value: northern } });
    const { pathwayId } = await house.ledger.intake(refused, coordinator);
    expect(await sees(eyes([house.nord]), pathwayId)).toBe(true);
    const mended = { ...referral(), source: refused.source, patient: refused.patient, receiver: { system: 'urn:oid:2.16.578.1.12.4.1.4.102', value: southern } };
    const released = await house.api.as(eyes([house.nord])).releaseQuarantine(pathwayId, { as: 'accepted', referral: mended, on: osloDate('2026-03-20') }, coordinator);
    expect(released).toMatchObject({ outcome: 'created', pathwayId });
    expect([await sees(eyes([house.nord]), pathwayId), await sees(eyes([house.sor]), pathwayId)]).toEqual([false, true]);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });
});

describe('access is a read table', () => {
  test('a row that nobody gave is found, and one that is missing; both are mended from the events', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    await house.ledger.setContact(pathwayId, 'fastlege', { ...doctor, hprNumber: '888' }, coordinator);
    await house.sql(`delete from pathway_access where pathway_id = $1 and basis = 'contact'`, [pathwayId]);
    await house.sql(`insert into pathway_access (pathway_id, key, organisation_id, role, basis, valid_from, in_step, denies, contested, home) values ($1, 'participant:x', $2, 'x', 'participant', '2026-01-01', true, false, false, false)`, [pathwayId, house.sor]);
    expect((await house.ledger.verify(pathwayId)).differences.map(({ what, at }) => [what, at?.split(':')[0]])).toEqual([['pathway_access', 'contact'], ['pathway_access', 'participant']]);
    expect(await house.ledger.rebuild(pathwayId)).toEqual({ pathways: 1, changed: 1 });
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
    expect([await sees(eyes([house.sor]), pathwayId), await sees(hpr('888'), pathwayId)]).toEqual([false, true]);
  });
});

describe('participants', () => {
  test('an organisation takes part from its first day through its last', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    const [grant] = (await house.ledger.grantAccess(pathwayId, { organisationId: house.sor, role: 'samarbeid', from: '2026-03-22', through: '2026-03-24' }, coordinator)).eventIds;
    for (const [day, expected] of [['2026-03-21', false], ['2026-03-22', true], ['2026-03-24', true], ['2026-03-25', false]] as const) {
      house.at(day);
      expect([day, await sees(eyes([house.sor]), pathwayId)]).toEqual([day, expected]);
    }
    house.at('2026-03-23');
    await house.ledger.withdrawAccess(pathwayId, grant!, { reason: 'Ferdig' }, coordinator);
    expect(await sees(eyes([house.sor]), pathwayId)).toBe(false);
    await expect(house.ledger.withdrawAccess(pathwayId, grant!, {}, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
  });

  test('bad grants are refused with a reason', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    const grant = (input: object) => house.ledger.grantAccess(pathwayId, { role: 'samarbeid', ...input }, coordinator);
    const cases: readonly [object, RegExp][] = [
      [{}, /enten en virksomhet eller en person/], [{ organisationId: house.sor, hprNumber: '12' }, /ikke begge/], [{ organisationId: 'x' }, /finnes ikke/],
      [{ organisationId: house.nord }, /har ansvaret/], [{ organisationId: house.sor, from: '2026-03-19' }, /forbi/], [{ organisationId: house.sor, from: '30.03' }, /dato/],
      [{ organisationId: house.sor, from: '2026-03-25', through: '2026-03-24' }, /Siste dag/], [{ hprNumber: 'abc' }, /HPR/], [{ personNumber: '123' }, /fødselsnummer/], [{ organisationId: house.sor, role: ' ' }, /rolle/],
    ];
    for (const [input, sentence] of cases) await expect(grant(input)).rejects.toMatchObject({ message: expect.stringMatching(sentence) });
    await grant({ organisationId: house.sor });
    await expect(grant({ organisationId: house.sor })).rejects.toMatchObject({ message: expect.stringMatching(/alt gitt/) });
    await expect(house.ledger.transfer(pathwayId, { to: house.nord, on: '2026-03-21', reason: 'x' }, coordinator)).rejects.toMatchObject({ message: expect.stringMatching(/alt ansvaret/) });
    await expect(house.ledger.transfer(pathwayId, { to: house.sor, on: '2026-03-19', reason: 'x' }, coordinator)).rejects.toMatchObject({ message: expect.stringMatching(/før henvisningen/) });
    await expect(house.ledger.transfer(pathwayId, { to: house.sor, on: '2026-03-21', reason: ' ' }, coordinator)).rejects.toMatchObject({ message: expect.stringMatching(/begrunnelse/) });
    await expect(house.ledger.transfer(pathwayId, { to: '00000000-0000-4000-8000-00000000abcd', on: '2026-03-21', reason: 'x' }, coordinator)).rejects.toMatchObject({ code: 'unknown-organisation' });
    await expect(house.ledger.block(pathwayId, { organisationId: house.region }, coordinator)).rejects.toMatchObject({ message: expect.stringMatching(/ansvaret/) });
  });

  test('the list of participants says who, as what, from when, and whether now', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    await house.ledger.grantAccess(pathwayId, { hprNumber: '1112223', name: 'Fysio Terapeuten', role: 'fysioterapeut', reason: 'Trening' }, coordinator);
    await house.ledger.setContact(pathwayId, 'fastlege', { ...doctor, hprNumber: '9990001' }, coordinator);
    await house.ledger.setContact(pathwayId, 'kommune', { name: 'Kontakt Kommunesen', email: null, personNumber: syntheticFodselsnummer({ birthDate: '1980-01-01', serial: 3, sex: 'mann' }) }, coordinator);
    const shown = (one: Participant) => [one.basis, one.role, one.organisation?.name ?? one.name, one.from, one.through, one.steps, one.now];
    expect((await house.api.as(eyes([house.nord])).participants(pathwayId)).map(shown)).toEqual([
      ['responsible', 'ansvarlig', 'Sykehuset Nord', '2026-03-20', null, null, true],
      ['participant', 'fysioterapeut', 'Fysio Terapeuten', '2026-03-20', null, null, true],
      ['contact', 'fastlege', 'Lege Legesen', '2026-03-20', null, null, true],
      ['contact', 'kommune', 'Kontakt Kommunesen', '2026-03-20', null, ['tilbakeforing', 'oppfolging'], false],
    ]);
    expect(await sees(hpr('1112223'), pathwayId)).toBe(true);
  });
});

describe('the patient’s doctor and contacts', () => {
  test('a fastlege sees own patients, until another is named: from that day the new one', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    const other = (await house.patientAt(northern)).pathwayId;
    await house.ledger.setContact(pathwayId, 'fastlege', { ...doctor, hprNumber: '0123456' }, coordinator);
    expect([await sees(hpr('123456'), pathwayId), await sees(hpr('123456'), other)]).toEqual([true, false]);
    const list = await house.api.as(hpr('123456')).worklist();
    expect([list.total, list.rows.map((row) => row.pathwayId)]).toEqual([1, [pathwayId]]);
    expect(await house.api.as(hpr('123456')).worklistCounts()).toMatchObject({ open: 1 });

    house.at('2026-03-25');
    await house.ledger.setContact(pathwayId, 'fastlege', { ...doctor, hprNumber: '222' }, coordinator);
    expect([await sees(hpr('123456'), pathwayId), await sees(hpr('222'), pathwayId)]).toEqual([false, true]);
  });

  test.each([['2026-03-24', true], ['2026-03-25', false], ['2026-03-26', false]])('fastlegeEndret on 25 March ends the former one’s access that day: %s', async (day, expected) => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    await house.ledger.setContact(pathwayId, 'fastlege', { ...doctor, hprNumber: '333' }, coordinator);
    house.at('2026-03-27');
    const [changed] = idsOf(await house.ledger.record(pathwayId, [{ type: 'fastlegeEndret', occurredOn: '2026-03-25', data: { status: 'ingen' } }], coordinator));
    house.at(day);
    expect(await sees(hpr('333'), pathwayId)).toBe(expected);
    house.at('2026-03-28');
    await house.ledger.retract(changed!, 'Gjaldt en annen', coordinator);
    expect(await sees(hpr('333'), pathwayId)).toBe(true);
  });

  test('a contact of a school sees the pathway while it is in a step that the school takes part in', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    const number = syntheticFodselsnummer({ birthDate: '1975-02-02', serial: 7, sex: 'kvinne' });
    const teacher = eyes([], [personNumberHash(searchKey, number)], 'person:skole');
    await house.ledger.setContact(pathwayId, 'skole', { name: 'Lærer Lærersen', email: null, personNumber: number }, coordinator);
    expect(await sees(teacher, pathwayId)).toBe(false);
    const step = async (type: string, occurredOn: string, data = {}) => {
      house.at(occurredOn);
      await house.ledger.record(pathwayId, [{ type, occurredOn, data }], coordinator);
      return (await house.ledger.patientView(pathwayId)).step.id;
    };
    expect(await step('vurdert', '2026-03-23', { utfall: 'rett' })).toBe('venter-pa-oppstart');
    expect(await sees(teacher, pathwayId)).toBe(false);
    expect(await step('helsehjelpStartet', '2026-04-07')).toBe('utredning');
    expect(await sees(teacher, pathwayId)).toBe(true);
    expect((await house.api.as(teacher).worklist()).total).toBe(1);
    await house.ledger.record(pathwayId, [{ type: 'pasientDod', occurredOn: '2026-04-07' }], coordinator);
    expect(await sees(teacher, pathwayId)).toBe(false);
  });
});

describe('the patient’s own blocking', () => {
  test('an organisation, and those below it, see nothing while it lasts; the others do', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    await house.ledger.grantAccess(pathwayId, { organisationId: house.avdeling, role: 'samarbeid' }, coordinator);
    const [blocked] = (await house.ledger.block(pathwayId, { organisationId: house.sor, reason: 'Naboen jobber der' }, coordinator)).eventIds;
    expect([await sees(eyes([house.avdeling]), pathwayId), await sees(eyes([house.sor, house.avdeling]), pathwayId), await sees(eyes([house.nord]), pathwayId)]).toEqual([false, false, true]);
    // Who looks for the whole region does not belong to the hospital that was blocked.
    expect(await sees(eyes([house.region, house.nord, house.sor, house.avdeling]), pathwayId)).toBe(true);
    await expect(house.ledger.block(pathwayId, { organisationId: house.sor }, coordinator)).rejects.toMatchObject({ message: expect.stringMatching(/alt sperret/) });
    await expect(house.ledger.transfer(pathwayId, { to: house.sor, on: '2026-03-21', reason: 'x' }, coordinator)).rejects.toMatchObject({ message: expect.stringMatching(/oppheves/) });
    await house.ledger.unblock(pathwayId, blocked!, {}, coordinator);
    expect(await sees(eyes([house.avdeling]), pathwayId)).toBe(true);
    await expect(house.ledger.unblock(pathwayId, blocked!, {}, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('a person in the responsible hospital, whichever number she is known by', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(northern);
    const nurse = { ...eyes([house.nord], [hprHash(searchKey, '777'), '00ff'], 'person:sykepleier') };
    expect(await sees(nurse, pathwayId)).toBe(true);
    await house.ledger.block(pathwayId, { hprNumber: '777', name: 'Nabo Sykepleiersen' }, coordinator);
    expect([await sees(nurse, pathwayId), await sees(eyes([house.nord]), pathwayId)]).toEqual([false, true]);
    expect((await house.api.as(nurse).worklistCounts()).open).toBe((await house.api.as(eyes([house.nord])).worklistCounts()).open - 1);
  });
});

describe('search', () => {
  test('by number and by name finds one’s own only, and another’s is as nobody', async () => {
    house.at('2026-03-20');
    const { pathwayId, number } = await house.patientAt(southern);
    const north = house.api.as(eyes([house.nord]));
    expect(await north.searchByIdentifier(number)).toEqual([]);
    expect((await house.api.as(eyes([house.sor])).searchByIdentifier(number)).map((hit) => hit.pathwayId)).toEqual([pathwayId]);
    const names = (await north.searchByName('Prøvesen', { limit: 200 })).rows;
    expect(names.length).toBeGreaterThan(0);
    expect(names.map((hit) => hit.pathwayId)).not.toContain(pathwayId);
  });
});
