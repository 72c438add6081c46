import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import type { CourseInput, Ledger } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
let ledger: Ledger;
let organisation: string;
beforeAll(async () => {
  house = await startLedger('2026-06-01');
  ledger = house.ledger;
  organisation = (await ledger.registerOrganisation({ name: 'Sykehuset Nord', kind: 'hospital', reshId: '4300001' })).id;
}, 60_000);
beforeEach(() => house.at('2026-06-01'));
afterAll(() => house.close());

const kurs: CourseInput = {
  kind: 'lms-kurs', title: 'Å leve med CFS/ME', audience: null, place: 'Møterom 3', videoUrl: null, places: 1, answerDays: 14,
  sessions: [{ date: osloDate('2026-09-07'), from: '10:00', to: '14:00' }, { date: osloDate('2026-09-14'), from: '10:00', to: '14:00' }],
};
const newCourse = async (more: Partial<CourseInput> = {}): Promise<string> => (await ledger.createCourse({ ...kurs, ...more }, organisation, coordinator)).id;
const answerBy = osloDate('2026-06-15');

/** A patient whose assessment has ended with the diagnosis. */
async function diagnosed(more: Parameters<typeof referral>[0] = {}): Promise<string> {
  const { pathwayId } = await ledger.intake(referral({ receiver: { system: 'urn:oid:2.16.578.1.12.4.1.4.102', value: '4300001' }, ...more }), coordinator);
  const result = await ledger.record(pathwayId, [
    { type: 'vurdert', occurredOn: '2026-03-27', data: { utfall: 'rett' } },
    { type: 'helsehjelpStartet', occurredOn: '2026-04-20' },
    { type: 'diagnoseSatt', occurredOn: '2026-05-10', data: { diagnose: 'cfs-me' } },
    { type: 'utredningAvsluttet', occurredOn: '2026-05-11', data: { konklusjon: 'cfs-me' } },
  ], coordinator);
  expect(result.outcome).toBe('done');
  return pathwayId;
}
const offer = (course: string, pathway: string) => ledger.offerCourse(course, pathway, { answerBy }, [organisation], coordinator);
const clock = async (pathway: string, id: string) => (await ledger.patientView(pathway)).clocks.findLast((row) => row.clock === id);
const facts = async (pathway: string, type: string) => (await ledger.patientView(pathway)).timeline.filter((event) => event.type === type);

describe('a course', () => {
  test('times are Oslo’s, also across the clocks being turned back', async () => {
    const id = await newCourse({ sessions: [{ date: osloDate('2026-10-24'), from: '10:00', to: '12:00' }, { date: osloDate('2026-10-26'), from: '10:00', to: '12:00' }] });
    expect((await ledger.course(id, [organisation])).sessions.map(({ startsAt }) => startsAt)).toEqual(['2026-10-24T08:00:00.000Z', '2026-10-26T09:00:00.000Z']);
  });

  test('offered and accepted, attended, completed: each stands on the pathway in the same breath', async () => {
    const [course, patient] = [await newCourse(), await diagnosed()];
    const { id, state, recorded } = await offer(course, patient);
    expect([state, recorded?.eventIds.length]).toEqual(['offered', 1]);
    expect(await clock(patient, 'LMS-TILBUD')).toMatchObject({ metOn: '2026-06-01' });
    await ledger.stepOffer(id, 'accepted', {}, coordinator);
    expect((await facts(patient, 'lmsTilbudt')).map(({ data }) => data['svar'])).toEqual(['ikke-svart', 'ja']);
    const sessions = (await ledger.course(course, [organisation])).sessions;
    await expect(ledger.recordAttendance(id, sessions[0]!.id, 'present', coordinator)).rejects.toMatchObject({ code: 'not-now' });
    house.at('2026-09-15');
    await ledger.recordAttendance(id, sessions[0]!.id, 'present', coordinator);
    await ledger.recordAttendance(id, sessions[1]!.id, 'absent', coordinator);
    expect((await ledger.recordAttendance(id, sessions[1]!.id, 'excused', coordinator)).attendance.map(({ state: was }) => was)).toEqual(['present', 'excused']);
    await ledger.stepOffer(id, 'completed', { text: 'Deltok på alt.' }, coordinator);
    expect(await clock(patient, 'LMS-GJENNOMFORING')).toMatchObject({ metOn: '2026-09-15' });
    const [mine] = await ledger.courseOffers({ pathwayId: patient });
    expect(mine!.history.map(({ what, text }) => [what, text])).toEqual([['offered', null], ['accepted', null], ['attendance', null], ['attendance', null], ['attendance', null], ['completed', 'Deltok på alt.']]);
  });

  test('a refusal of the definition undoes everything: all with CFS/ME are offered a course', async () => {
    const [course, patient] = [await newCourse(), await diagnosed()];
    const { id } = await offer(course, patient);
    await expect(ledger.stepOffer(id, 'not-relevant', { text: 'For syk.' }, coordinator)).rejects.toMatchObject({ name: 'CommandNotDone', result: { refusal: { code: 'lms-skal-tilbys' } } });
    expect((await ledger.courseOffers({ pathwayId: patient }))[0]!.state).toBe('offered');
    await expect(offer(course, patient)).rejects.toMatchObject({ code: 'not-now' });
  });

  test('is never oversold, and the next in line moves up with the coordinator told', async () => {
    const course = await newCourse({ places: 2 });
    const patients = await Promise.all(Array.from({ length: 5 }, () => diagnosed()));
    const states = (await Promise.all(patients.map((patient) => offer(course, patient)))).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['offered', 'offered', 'waiting', 'waiting', 'waiting']);
    expect(await ledger.course(course, [organisation])).toMatchObject({ taken: 2, free: 0, waiting: 3 });
    const line = await ledger.courseOffers({ courseId: course, states: ['waiting'] });
    expect(line.map(({ place }) => place)).toEqual([1, 2, 3]);
    const offered = await ledger.courseOffers({ courseId: course, states: ['offered'] });
    await ledger.stepOffer(offered[0]!.id, 'declined', { text: 'Orker ikke nå.' }, coordinator);
    const next = (await ledger.courseOffers({ courseId: course })).find(({ id }) => id === line[0]!.id)!;
    expect(next).toMatchObject({ state: 'offered', answerBy: '2026-06-15', movedUpAt: '2026-06-01T11:00:00.000Z' });
    expect((await facts(next.pathwayId, 'lmsTilbudt'))[0]).toMatchObject({ data: { svar: 'ikke-svart', plass: 'rykket-opp' }, actor: 'system:course-line' });
    expect((await ledger.patientView(next.pathwayId)).obligations.find(({ duty }) => duty === 'LMS-RYKKET-OPP-MELD')).toMatchObject({ to: 'koordinator', open: true, askOn: expect.arrayContaining(['2026-06-01']) });
    expect((await ledger.course(course, [organisation])).waiting).toBe(2);
    // Two decline at once: the two places go to the two who wait.
    const still = await ledger.courseOffers({ courseId: course, states: ['offered'] });
    await Promise.all(still.map(({ id }) => ledger.stepOffer(id, 'declined', {}, coordinator)));
    expect(await ledger.course(course, [organisation])).toMatchObject({ taken: 2, waiting: 0 });
    expect(await clock(next.pathwayId, 'LMS-RYKKET-OPP')).toMatchObject({ metOn: '2026-06-01' });
  });

  test('more places let people up; fewer than are taken are refused; one whose pathway has ended leaves the line', async () => {
    const course = await newCourse();
    const [first, gone, second] = [await diagnosed(), await diagnosed(), await diagnosed()];
    for (const patient of [first, gone, second]) await offer(course, patient);
    await ledger.record(gone, [{ type: 'pasientDod', occurredOn: '2026-06-01' }], coordinator);
    expect(await ledger.changeCourse(course, { ...kurs, places: 2 }, [organisation], coordinator)).toMatchObject({ taken: 2, waiting: 0 });
    expect((await ledger.courseOffers({ courseId: course })).map(({ pathwayId, state }) => [pathwayId, state])).toEqual([[first, 'offered'], [gone, 'withdrawn'], [second, 'offered']]);
    await expect(ledger.changeCourse(course, { ...kurs, places: 1 }, [organisation], coordinator)).rejects.toMatchObject({ code: 'course-full' });
  });

  test('cancelled: nobody is interrupted, their clocks run, and it stands on the timeline of each', async () => {
    const [course, patient] = [await newCourse(), await diagnosed()];
    const { id } = await offer(course, patient);
    await ledger.stepOffer(id, 'accepted', {}, coordinator);
    await ledger.cancelCourse(course, 'For få påmeldte.', [organisation], coordinator);
    expect((await ledger.courseOffers({ pathwayId: patient }))[0]!.state).toBe('course-cancelled');
    expect(await clock(patient, 'LMS-GJENNOMFORING')).toMatchObject({ metOn: null, endedOn: null });
    expect(await facts(patient, 'kursAvlyst')).toHaveLength(1);
    await expect(offer(course, patient)).rejects.toMatchObject({ code: 'not-now' });
    expect((await ledger.courses({ organisationIds: [organisation] })).map((one) => one.id)).not.toContain(course);
    expect((await ledger.verify(patient)).differences).toEqual([]);
  });

  test('of another organisation is not there', async () => {
    await expect(ledger.course(await newCourse(), ['00000000-0000-4000-8000-0000000000ff'])).rejects.toMatchObject({ code: 'unknown-course' });
  });
});
