import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { factsOf, nothingStands, type AppointmentNow, type Standing } from '../src/calendar/appointment-facts.js';

const today = osloDate('2026-04-10');
const offered: Standing = { facts: ['tilbud'], offeredDay: osloDate('2026-05-06'), offeredOn: osloDate('2026-04-01'), ended: null };
const now = (parts: Partial<AppointmentNow>): AppointmentNow => ({
  id: 'time', kind: 'oppstart', status: 'booked', startsAt: new Date('2026-05-06T08:00:00Z'), versionAt: new Date('2026-04-09T08:00:00Z'), madeOn: null, cause: null, another: null, ...parts,
});
const about = { timeId: 'time', gjelder: 'oppstart' };
const types = (parts: Partial<AppointmentNow>, before: Standing) => factsOf(now(parts), before, today).record.map((fact) => ('retracts' in fact ? `-${fact.retracts}` : fact.type));

describe('what an appointment is in facts', () => {
  test('a new one is an offer, dated when it was made, and else when it was told; never after today', () => {
    expect(factsOf(now({ madeOn: osloDate('2026-04-03') }), nothingStands, today).record).toEqual([{ type: 'timeTilbudt', on: '2026-04-03', data: { ...about, tid: '2026-05-06' } }]);
    expect(factsOf(now({}), nothingStands, today).record).toMatchObject([{ on: '2026-04-09' }]);
    expect(factsOf(now({ versionAt: new Date('2026-04-12T08:00:00Z') }), nothingStands, today).record).toMatchObject([{ on: '2026-04-10' }]);
  });

  test('its day is the one in Norway', () => {
    expect(factsOf(now({ startsAt: new Date('2026-05-05T22:30:00Z') }), nothingStands, today).record).toMatchObject([{ data: { tid: '2026-05-06' } }]);
  });

  test('the same again is nothing new; another hour of the same day neither', () => {
    expect(types({}, offered)).toEqual([]);
    expect(types({ startsAt: new Date('2026-05-06T12:00:00Z') }, offered)).toEqual([]);
    expect(types({ status: 'fulfilled' }, offered)).toEqual([]);
  });

  test('moved, it is a new offer, and the first one stands: that it was in time decides whose breach it is', () => {
    expect(factsOf(now({ startsAt: new Date('2026-05-20T08:00:00Z') }), offered, today)).toEqual({
      record: [{ type: 'timeTilbudt', on: '2026-04-09', data: { ...about, tid: '2026-05-20' } }], then: { offeredDay: '2026-05-20', offeredOn: '2026-04-09', ended: null },
    });
  });

  test('moved with a cause, it is a postponement with that code', () => {
    expect(factsOf(now({ startsAt: new Date('2026-05-20T08:00:00Z'), cause: '22' }), offered, today).record).toEqual([{ type: 'utsatt', on: '2026-04-09', data: { ...about, kode: '22', nyDato: '2026-05-20' } }]);
  });

  test.each([
    ['by the hospital', {}, ['timeAvlyst']],
    ['by the patient', { cause: '22' }, ['utsatt']],
    ['on the day it was offered, by which it would fold first', { versionAt: new Date('2026-04-01T09:00:00Z') }, ['-tilbud']],
    ['beside another that stands, which it would call off too', { another: osloDate('2026-05-08') }, ['-tilbud']],
  ] as const)('called off %s', (_, parts, wanted) => {
    expect(types({ status: 'cancelled', ...parts }, offered)).toEqual(wanted);
  });

  test('called off twice is once; of what was never offered nothing is called off', () => {
    expect(types({ status: 'cancelled' }, { ...offered, facts: ['tilbud', 'avlyst'], ended: 'cancelled' })).toEqual([]);
    expect(types({ status: 'cancelled' }, nothingStands)).toEqual([]);
    expect(types({ status: 'pending' }, nothingStands)).toEqual([]);
  });

  test('called off and made again is a new offer', () => {
    expect(types({}, { ...offered, facts: ['tilbud', 'avlyst'], ended: 'cancelled' })).toEqual(['timeTilbudt']);
  });

  test('missed on its day, and not before it has been', () => {
    const past = { startsAt: new Date('2026-04-08T08:00:00Z') };
    expect(factsOf(now({ ...past, status: 'noshow' }), { ...offered, offeredDay: osloDate('2026-04-08') }, today).record).toEqual([{ type: 'ikkeMott', on: '2026-04-08', data: about }]);
    expect(types({ status: 'noshow' }, offered)).toEqual([]);
    expect(types({ ...past, status: 'noshow', madeOn: osloDate('2026-04-01') }, nothingStands)).toEqual(['timeTilbudt', 'ikkeMott']);
  });

  test('said to be missed by mistake: the patient came', () => {
    expect(types({ status: 'fulfilled' }, { ...offered, facts: ['tilbud', 'uteblitt'], ended: 'noshow' })).toEqual(['-uteblitt']);
  });

  test('entered in error, nothing of it was', () => {
    expect(factsOf(now({ status: 'entered-in-error' }), { ...offered, facts: ['tilbud', 'avlyst'], ended: 'cancelled' }, today)).toEqual({
      record: [{ retracts: 'tilbud' }, { retracts: 'avlyst' }], then: { offeredDay: null, offeredOn: null, ended: null },
    });
  });
});
