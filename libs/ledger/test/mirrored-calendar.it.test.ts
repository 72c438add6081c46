import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, osloDate } from '@forlop/calendar';
import { systems } from '@forlop/contracts';
import type { Actor, AppointmentTold, CapacityTold } from '../src/index.js';
import { coordinator, referral } from './helpers.js';
import { eyes, northern, southern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

let house: TwoHospitals;
let dips: Actor;
beforeAll(async () => {
  house = await twoHospitals('2026-04-10');
  dips = { kind: 'integration', id: 'dips', organisationId: house.nord };
}, 60_000);
afterAll(() => house.close());

let serial = 0;
function told(number: string, more: Partial<AppointmentTold> = {}): AppointmentTold {
  serial += 1;
  return {
    source: 'urn:dips', externalId: `A-${serial}`, version: '1', versionAt: '2026-04-09T08:00:00.000Z', organisation: { system: systems.reshId, value: northern },
    patient: { system: systems.fodselsnummer, value: number }, startsAt: '2026-05-06T08:00:00.000Z', endsAt: null, kind: 'oppstart', status: 'booked', cause: null, madeOn: null, ...more,
  };
}
/** A patient with an individual frist. */
async function patient(frist = '2026-05-08', reshId = northern) {
  const one = await house.patientAt(reshId, { mottattdato: osloDate('2026-03-20') });
  const done = await house.ledger.record(one.pathwayId, [
    { type: 'vurdert', occurredOn: '2026-03-25', data: { utfall: 'rett' } }, { type: 'fristSatt', occurredOn: '2026-03-25', data: { dato: frist, arsak: 'forste' } },
  ], coordinator);
  expect(done.outcome).toBe('done');
  return one;
}
const fristOf = async (pathwayId: string) => (await house.ledger.patientView(pathwayId)).clocks.find(({ clock }) => clock === 'FRIST-INDIVIDUELL')!;
const factsOf = async (pathwayId: string) => (await house.ledger.patientView(pathwayId)).timeline.filter(({ type }) => ['timeTilbudt', 'timeAvlyst', 'ikkeMott', 'utsatt'].includes(type));

describe('an appointment of the record system', () => {
  test('is a fact on the patient’s pathway with its source, and the frist is no longer at risk', async () => {
    const { pathwayId, number } = await patient();
    expect((await fristOf(pathwayId)).status).toBe('at-risk');
    const mirrored = await house.ledger.mirrorAppointment(told(number), dips);
    expect(mirrored).toMatchObject({ outcome: 'new', pathwayId, remark: null });
    expect(await fristOf(pathwayId)).toMatchObject({ status: 'warned', bookedOn: '2026-05-06' });
    expect(await factsOf(pathwayId)).toEqual([expect.objectContaining({ type: 'timeTilbudt', kind: 'fact', actor: 'integration:dips', data: { timeId: mirrored.id, tid: '2026-05-06', gjelder: 'oppstart' } })]);
    expect(await house.ledger.appointments(pathwayId)).toEqual([expect.objectContaining({ id: mirrored.id, source: 'urn:dips', version: '1', organisation: { id: house.nord, name: 'Sykehuset Nord' } })]);
  });

  test('sent again changes nothing, an older version neither; the same version with another content is refused', async () => {
    const { pathwayId, number } = await patient();
    const first = told(number);
    await house.ledger.mirrorAppointment(first, dips);
    const { position } = await house.ledger.patientView(pathwayId);
    expect((await house.ledger.mirrorAppointment(first, dips)).outcome).toBe('same');
    expect((await house.ledger.mirrorAppointment({ ...first, version: '0', versionAt: '2026-04-01T08:00:00.000Z', status: 'cancelled' }, dips)).outcome).toBe('older');
    expect(await house.ledger.mirrorAppointment({ ...first, status: 'cancelled' }, dips)).toMatchObject({ outcome: 'refused', remark: { code: 'samme-versjon' } });
    expect((await house.ledger.patientView(pathwayId)).position).toBe(position);
  });

  test('moved after the frist by the patient’s wish is not the hospital’s breach; without that it is', async () => {
    const [wish, late] = [await patient(), await patient()];
    for (const [{ number }, cause] of [[wish, '22'], [late, null]] as const) {
      const first = told(number);
      await house.ledger.mirrorAppointment(first, dips);
      await house.ledger.mirrorAppointment({ ...first, version: '2', versionAt: '2026-04-10T08:00:00.000Z', startsAt: '2026-05-20T08:00:00.000Z', cause }, dips);
    }
    const on = { asOf: osloDate('2026-05-09') };
    expect((await house.ledger.patientView(wish.pathwayId, on)).clocks.find(({ clock }) => clock === 'FRIST-INDIVIDUELL')).toMatchObject({ status: 'passed-by-patient' });
    expect((await house.ledger.patientView(late.pathwayId, on)).clocks.find(({ clock }) => clock === 'FRIST-INDIVIDUELL')).toMatchObject({ status: 'broken', foreseenOn: '2026-04-10' });
  });

  test('called off, the patient is without a time again; entered in error, it never was', async () => {
    const { pathwayId, number } = await patient();
    const first = told(number);
    await house.ledger.mirrorAppointment(first, dips);
    await house.ledger.mirrorAppointment({ ...first, version: '2', versionAt: '2026-04-10T08:00:00.000Z', status: 'cancelled' }, dips);
    expect(await fristOf(pathwayId)).toMatchObject({ status: 'at-risk', bookedOn: null });
    await house.ledger.mirrorAppointment({ ...first, version: '3', versionAt: '2026-04-10T09:00:00.000Z', status: 'entered-in-error' }, dips);
    expect((await factsOf(pathwayId)).filter(({ supersededBy, retracts }) => supersededBy === null && retracts === null)).toEqual([]);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('of something that no frist asks for is mirrored, and silences nothing', async () => {
    const { pathwayId, number } = await patient();
    expect(await house.ledger.mirrorAppointment(told(number, { kind: 'annet' }), dips)).toMatchObject({ outcome: 'new', pathwayId });
    expect([await factsOf(pathwayId), (await fristOf(pathwayId)).status]).toEqual([[], 'at-risk']);
  });

  test('told of the wrong patient first, it is taken back there', async () => {
    const [wrong, right] = [await patient(), await patient()];
    const first = told(wrong.number);
    await house.ledger.mirrorAppointment(first, dips);
    await house.ledger.mirrorAppointment({ ...first, version: '2', versionAt: '2026-04-10T08:00:00.000Z', patient: { system: systems.fodselsnummer, value: right.number } }, dips);
    expect([(await fristOf(wrong.pathwayId)).bookedOn, (await fristOf(right.pathwayId)).bookedOn]).toEqual([null, '2026-05-06']);
    expect(await house.ledger.appointments(wrong.pathwayId)).toEqual([]);
  });

  test('at another’s clinic, or of another hospital’s patient, says nothing of her', async () => {
    const theirs = await patient('2026-05-08', southern);
    expect(await house.ledger.mirrorAppointment(told(theirs.number, { organisation: { system: systems.reshId, value: southern } }), dips)).toMatchObject({ outcome: 'refused', remark: { code: 'ukjent-enhet' } });
    expect(await house.ledger.mirrorAppointment(told(theirs.number), dips)).toMatchObject({ outcome: 'new', pathwayId: null, remark: null });
    expect((await fristOf(theirs.pathwayId)).bookedOn).toBeNull();
  });

  test('of somebody unknown is shown to nobody, and is hers when the referral comes', async () => {
    const one = referral({ receiver: { system: systems.reshId, value: northern }, mottattdato: osloDate('2026-04-09') });
    const { id, pathwayId } = await house.ledger.mirrorAppointment(told(one.patient.identifier!.value), dips);
    expect(pathwayId).toBeNull();
    expect(await house.asTenant({ organisationIds: [house.nord, house.region] }, 'select 1 from mirrored_appointment where id = $1', [id])).toEqual([]);
    const taken = await house.api.as(eyes([house.nord])).intake(one, { ...coordinator, organisationId: house.nord });
    expect((await factsOf(taken.pathwayId)).map(({ type }) => type)).toEqual(['timeTilbudt']);
    expect((await house.ledger.appointments(taken.pathwayId)).map((shown) => shown.id)).toEqual([id]);
  });

  test('of somebody whose referral never comes is forgotten', async () => {
    const { id } = await house.ledger.mirrorAppointment(told(referral().patient.identifier!.value), dips);
    await house.sql(`update mirrored_appointment set read_at = now() - interval '31 days' where id = $1`, [id]);
    await house.ledger.clean(14);
    expect(await house.sql('select 1 from mirrored_appointment where id = $1', [id])).toEqual([]);
  });

  test('goes with the patient who is erased', async () => {
    const { pathwayId, number } = await patient();
    await house.ledger.mirrorAppointment(told(number), dips);
    await house.ledger.setMode(pathwayId, 'historical', 'Flyttet til et annet system.', coordinator);
    const { id } = await house.ledger.requestErasure(pathwayId, { legalBasis: 'patients-demand', reason: 'Krav etter § 43.' }, coordinator);
    expect(await house.ledger.carryOutErasure(id, { kind: 'person', id: 'arkivar' })).toMatchObject({ outcome: 'done' });
    expect(await house.sql('select 1 from mirrored_appointment where pathway_id = $1', [pathwayId])).toEqual([]);
  });
});

describe('a request for a time', () => {
  const wish = (beforeOn: string) => ({ kind: 'oppstart' as const, beforeOn: osloDate(beforeOn) });

  test('waits in the list of those who book, until a time in time answers it', async () => {
    const { pathwayId, number } = await patient();
    const asked = await house.ledger.requestAppointment(pathwayId, wish('2026-05-08'), coordinator);
    const mine = house.api.as(eyes([house.nord]));
    expect((await mine.appointmentRequests()).rows).toContainEqual(expect.objectContaining({ id: asked.id, pathwayId, beforeOn: '2026-05-08', state: 'asked' }));
    expect((await house.api.as(eyes([house.sor])).appointmentRequests()).rows.map(({ id }) => id)).not.toContain(asked.id);
    // Too late is no answer.
    const first = told(number, { startsAt: '2026-05-20T08:00:00.000Z' });
    await house.ledger.mirrorAppointment(first, dips);
    expect((await house.ledger.appointmentRequestsOf(pathwayId))[0]).toMatchObject({ state: 'asked', appointment: null });
    const { id } = await house.ledger.mirrorAppointment({ ...first, version: '2', versionAt: '2026-04-10T08:00:00.000Z', startsAt: '2026-05-07T08:00:00.000Z' }, dips);
    expect((await house.ledger.appointmentRequestsOf(pathwayId))[0]).toMatchObject({ state: 'answered', appointment: { id, startsAt: '2026-05-07T08:00:00.000Z' } });
    expect((await house.ledger.patientView(pathwayId)).timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['timeEtterspurt', 'timeforesporselBesvart']));
  });

  test('is one at a time, and can be taken back', async () => {
    const { pathwayId } = await patient();
    await house.ledger.requestAppointment(pathwayId, wish('2026-05-08'), coordinator);
    await house.ledger.requestAppointment(pathwayId, wish('2026-05-01'), coordinator);
    expect((await house.ledger.withdrawAppointmentRequest(pathwayId, coordinator)).beforeOn).toBe('2026-05-01');
    expect((await house.ledger.appointmentRequestsOf(pathwayId)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    await expect(house.ledger.withdrawAppointmentRequest(pathwayId, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(house.ledger.requestAppointment(pathwayId, wish('2026-04-09'), coordinator)).rejects.toMatchObject({ code: 'bad-data' });
  });
});

describe('the weeks ahead', () => {
  const capacity = (more: Partial<CapacityTold> = {}): CapacityTold => ({
    source: 'urn:dips', externalId: 'K-1', version: '1', versionAt: '2026-04-09T08:00:00.000Z', organisation: { system: systems.reshId, value: '4300003' }, on: osloDate('2026-04-15'), serviceType: 'poliklinikk',
    freeMinutes: 120, busyMinutes: 240, freePlaces: 2, busyPlaces: 4, ...more,
  });

  test('count dates against times and capacity for each unit, and list who breaks; only one’s own', async () => {
    const sor: Actor = { kind: 'integration', id: 'dips-sor', organisationId: house.sor };
    const without = await patient('2026-04-16', '4300003');
    const withTime = await patient('2026-04-17', '4300003');
    await house.ledger.mirrorAppointment(told(withTime.number, { organisation: { system: systems.reshId, value: '4300003' }, startsAt: '2026-04-17T08:00:00.000Z' }), sor);
    expect((await house.ledger.mirrorCapacity(capacity(), sor)).outcome).toBe('new');
    expect((await house.ledger.mirrorCapacity(capacity({ version: '0', versionAt: '2026-04-01T08:00:00.000Z', freeMinutes: 0 }), sor)).outcome).toBe('older');
    const mine = house.api.as(eyes([house.avdeling]));
    const { rows, asOf } = await mine.calendarWeeks({ weeks: 2 });
    expect([asOf, rows.map(({ organisation, from, to }) => [organisation.id, from, to])]).toEqual(['2026-04-10', [[house.avdeling, '2026-04-10', '2026-04-12'], [house.avdeling, '2026-04-13', '2026-04-19']]]);
    expect(rows[1]).toMatchObject({
      due: 2, booked: 1, notBooked: 1, patientsNotBooked: 1, clocks: [{ clock: 'FRIST-INDIVIDUELL', due: 2, booked: 1, notBooked: 1 }],
      capacity: { freeMinutes: 120, busyMinutes: 240, freePlaces: 2, busyPlaces: 4, sources: ['urn:dips'], stale: false },
    });
    const { rows: breaks, total } = await mine.breaking({ weeks: 2 });
    expect([total, breaks.map(({ pathwayId, clock, bookedOn }) => [pathwayId, clock.clock, clock.dueOn, bookedOn])]).toEqual([1, [[without.pathwayId, 'FRIST-INDIVIDUELL', '2026-04-16', null]]]);
    // Behind each of the week's numbers are the patients whom it counts; the week after has none of them.
    const behind = async (week: string, time: 'missing' | 'in-time' | 'any') => (await mine.breaking({ week: osloDate(week), time })).total;
    expect([await behind('2026-04-13', 'any'), await behind('2026-04-19', 'in-time'), await behind('2026-04-16', 'missing'), await behind('2026-04-20', 'any')]).toEqual([2, 1, 1, 0]);
    const others = house.api.as(eyes([house.nord]));
    expect((await others.breaking({ weeks: 26 })).rows.map(({ pathwayId }) => pathwayId)).not.toContain(without.pathwayId);
    expect((await others.calendarWeeks()).rows.map(({ organisation }) => organisation.id)).not.toContain(house.avdeling);
  });

  test('are right at midnight, whether or not anything ran', async () => {
    const { pathwayId } = await patient('2026-04-20', '4300003');
    const listed = async (asOf: string) => (await house.ledger.breaking({ asOf: osloDate(asOf), limit: 200 })).rows.some((row) => row.pathwayId === pathwayId && row.clock.clock === 'FRIST-INDIVIDUELL');
    expect([await listed('2026-04-20'), await listed('2026-04-21')]).toEqual([true, false]);
    const overdue = async (asOf: string) => (await house.ledger.calendarWeeks({ asOf: osloDate(asOf), organisationIds: [house.avdeling] })).overdue;
    expect(await overdue('2026-04-21')).toBe((await overdue('2026-04-20')) + 1);
  });

  test('say that capacity is old when it is', async () => {
    const sor: Actor = { kind: 'integration', id: 'dips-sor', organisationId: house.sor };
    await house.ledger.mirrorCapacity(capacity({ externalId: 'K-2', on: osloDate('2026-05-20') }), sor);
    await house.sql(`update mirrored_capacity set read_at = '2026-04-08T00:00:00Z' where external_id = 'K-2'`);
    const week = (await house.api.as(eyes([house.avdeling])).calendarWeeks()).rows.find(({ from }) => from === '2026-05-18');
    expect(week?.capacity).toMatchObject({ stale: true, oldestReadAt: '2026-04-08T00:00:00.000Z' });
  });

  test('page through what breaks without losing or repeating anybody', async () => {
    for (let n = 0; n < 3; n += 1) await patient('2026-04-24');
    const mine = house.api.as(eyes([house.nord]));
    const whole = (await mine.breaking({ limit: 200 })).rows.map(({ pathwayId, clock }) => `${pathwayId} ${clock.key}`);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof mine.breaking>> = await mine.breaking({ limit: 2, ...(cursor !== undefined && { cursor }) });
      paged.push(...page.rows.map(({ pathwayId, clock }) => `${pathwayId} ${clock.key}`));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
    await expect(mine.breaking({ weeks: 27 })).rejects.toMatchObject({ code: 'bad-data' });
    await expect(mine.breaking({ cursor: 'tull' })).rejects.toMatchObject({ code: 'bad-cursor' });
  });
});

describe('where patients are', () => {
  const definition = { id: 'langvarig-utmattelse', version: '1.0.0' };

  test('counts one’s own exactly, and for the whole house no group of fewer than five', async () => {
    for (let n = 0; n < 2; n += 1) await house.patientAt(northern, { mottattdato: addDays(osloDate('2026-04-10'), -n) });
    const mine = await house.api.as(eyes([house.nord])).stepCounts({ definition });
    const [{ n: truth } = { n: -1 }] = await house.sql<{ n: number }>(`select count(*)::int as n from pathway_state where organisation_id = $1 and step = 'mottatt' and listed and definition_id = $2`, [house.nord, definition.id]);
    expect(mine.steps.find(({ step }) => step === 'mottatt')).toMatchObject({ patients: truth });
    const all = await house.api.as(eyes([])).stepCounts({ definition, house: true });
    const counted = await house.sql<{ step: string; n: number }>(`select step, count(*)::int as n from pathway_state where listed and mode <> 'historical' and definition_id = $1 group by 1`, [definition.id]);
    expect(Object.fromEntries(all.steps.map(({ step, patients }) => [step, patients]))).toEqual(Object.fromEntries(counted.map(({ step, n }) => [step, n < 5 ? null : n])));
    expect((await house.api.as(eyes([])).stepCounts({ definition })).steps).toEqual([]);
  });
});
