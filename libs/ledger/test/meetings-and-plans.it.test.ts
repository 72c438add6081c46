import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import type { Ledger, MeetingInput, PlanItemInput } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  house = await startLedger('2026-06-01');
  ledger = house.ledger;
}, 60_000);
beforeEach(() => house.at('2026-06-01'));
afterAll(() => house.close());

/** A patient whose assessment has ended. */
async function assessed(more: Parameters<typeof referral>[0] = {}): Promise<string> {
  const { pathwayId } = await ledger.intake(referral(more), coordinator);
  await ledger.record(pathwayId, [
    { type: 'vurdert', occurredOn: '2026-03-27', data: { utfall: 'rett' } },
    { type: 'helsehjelpStartet', occurredOn: '2026-04-20' },
    { type: 'diagnoseSatt', occurredOn: '2026-05-10', data: { diagnose: 'cfs-me' } },
    { type: 'utredningAvsluttet', occurredOn: '2026-05-11', data: { konklusjon: 'cfs-me' } },
  ], coordinator);
  return pathwayId;
}
const child = { born: '2012-04-15' };

const mote: MeetingInput = {
  kind: 'tilbakeforingsmote', startsAt: '2026-06-10T10:00:00.000Z', endsAt: '2026-06-10T11:00:00.000Z', form: 'video', place: null, videoUrl: 'https://join.example/1',
  participants: [{ code: 'fastlege', name: 'Lege Legesen', email: 'lege@prove.example' }],
};
const only = async (pathwayId: string) => (await ledger.meetings(pathwayId))[0]!;
const facts = async (pathwayId: string, type: string) => (await ledger.patientView(pathwayId)).timeline.filter((event) => event.type === type);

describe('a meeting', () => {
  test('of a child: the school is on the list, and that it lacks is seen before the meeting', async () => {
    const patient = await assessed(child);
    const { id } = await ledger.planMeeting(patient, mote, coordinator);
    const meeting = await only(patient);
    expect(meeting.participants.map(({ code, required, name }) => [code, required, name])).toEqual(expect.arrayContaining([['skole', true, null], ['fastlege', false, 'Lege Legesen'], ['foresatte', false, null]]));
    expect(meeting.agenda.map(({ title }) => title)).toContain('Roller og oppgaver: hvem gjør hva, og når');
    expect((await facts(patient, 'tilbakeforingsmoteAvtalt'))[0]).toMatchObject({ data: { dato: '2026-06-10' } });
    expect(meeting.check.warnings.join()).not.toMatch(/Skolen deltar/);
    const school = meeting.participants.find(({ code }) => code === 'skole')!;
    await ledger.answerMeeting(patient, id, school.id, 'declined', coordinator);
    expect((await only(patient)).check.warnings.join()).toMatch(/Skolen deltar.*mangler skole/);
    house.at('2026-06-11');
    const others = meeting.participants.filter(({ code }) => code !== 'skole').map((one) => one.id);
    await expect(ledger.holdMeeting(patient, id, { attended: others }, coordinator)).rejects.toMatchObject({ name: 'CommandNotDone', result: { outcome: 'invalid', errors: [{ path: '/text', code: 'reason-required' }] } });
    expect((await only(patient)).state).toBe('planned');
    await ledger.command(patient, { command: 'frafall-deltakelse', occurredOn: '2026-06-10', data: { deltaker: 'skole', grunn: 'samtykke-mangler' }, text: 'Ikke samtykke.' }, coordinator);
    expect(await ledger.holdMeeting(patient, id, { attended: others, contents: ['roller-avklart'] }, coordinator)).toMatchObject({ warnings: [] });
    expect(await ledger.patientView(patient)).toMatchObject({ step: { id: 'oppfolging', since: '2026-06-10' } });
    expect((await facts(patient, 'tilbakeforingsmoteHoldt'))[0]!.data).toMatchObject({ form: 'video', innhold: ['roller-avklart'] });
  });

  test('moved: the sequence grows, answers are asked for anew, the former time stays; cancelled with a reason', async () => {
    const patient = await assessed();
    const { id } = await ledger.planMeeting(patient, mote, coordinator);
    const doctor = (await only(patient)).participants.find(({ code }) => code === 'fastlege')!;
    await ledger.answerMeeting(patient, id, doctor.id, 'accepted', coordinator);
    await ledger.moveMeeting(patient, id, { startsAt: '2026-06-17T10:00:00.000Z', endsAt: '2026-06-17T11:00:00.000Z', form: 'fysisk', place: 'Rom 2', videoUrl: null, text: 'Legen kunne ikke.' }, coordinator);
    const moved = await only(patient);
    expect(moved).toMatchObject({ sequence: 1, form: 'fysisk', place: 'Rom 2', startsAt: '2026-06-17T10:00:00.000Z' });
    expect(moved.participants.find(({ code }) => code === 'fastlege')!.answer).toBe(null);
    expect(moved.history.at(-1)).toMatchObject({ what: 'moved', text: 'Legen kunne ikke.', detail: { was: { startsAt: '2026-06-10T10:00:00.000Z' } } });
    expect((await facts(patient, 'tilbakeforingsmoteAvtalt')).map(({ data }) => data['dato'])).toEqual(['2026-06-10', '2026-06-17']);
    await expect(ledger.holdMeeting(patient, id, { attended: [] }, coordinator)).rejects.toMatchObject({ code: 'not-now' });
    await ledger.cancelMeeting(patient, id, { text: 'Pasienten er for syk.' }, coordinator);
    expect(await only(patient)).toMatchObject({ state: 'cancelled', sequence: 2 });
    expect(await facts(patient, 'tilbakeforingsmoteAvlyst')).toHaveLength(1);
    await expect(ledger.moveMeeting(patient, id, { ...mote, text: 'x' }, coordinator)).rejects.toMatchObject({ code: 'not-now' });
  });

  test('minutes have versions, the agenda is edited, and after erasure none of it can be read', async () => {
    const patient = await assessed();
    const { id } = await ledger.planMeeting(patient, { ...mote, startsAt: '2026-05-20T10:00:00.000Z', endsAt: '2026-05-20T11:00:00.000Z' }, coordinator);
    await expect(ledger.addMinutes(patient, id, 'For tidlig.', coordinator)).rejects.toMatchObject({ code: 'not-now' });
    await ledger.setAgenda(patient, id, [{ title: 'Bare dette', done: true }], coordinator);
    await ledger.holdMeeting(patient, id, { attended: [], text: 'Ingen kom, vi gikk gjennom alt likevel.' }, coordinator);
    await ledger.addMinutes(patient, id, 'Første utgave.', coordinator);
    await ledger.addMinutes(patient, id, 'Rettet utgave.', coordinator);
    expect((await only(patient)).minutes.map(({ version, text }) => [version, text])).toEqual([[2, 'Rettet utgave.'], [1, 'Første utgave.']]);
    expect((await only(patient)).agenda).toEqual([{ title: 'Bare dette', done: true }]);
    const rows = await house.sql<{ all: string }>(`select string_agg(m::text || p::text || coalesce(r::text, ''), '') as all from meeting m join meeting_participant p on p.meeting_id = m.id left join meeting_minutes r on r.meeting_id = m.id where m.pathway_id = $1`, [patient]);
    expect(rows[0]!.all).not.toMatch(/Legesen|utgave|join\.example/);
    await house.sql('update patient set wrapped_key = null, sealed_demographics = null, erased_at = now() where id = (select patient_id from pathway where id = $1)', [patient]);
    const erased = await (await house.another()).meetings(patient);
    expect(erased[0]).toMatchObject({ videoUrl: null, agenda: [] });
    expect(erased[0]!.minutes.map(({ text }) => text)).toEqual([null, null]);
    expect(erased[0]!.participants.every(({ name, email }) => name === null && email === null)).toBe(true);
  });

  test('a kind that the definition has no event for stands on the timeline', async () => {
    const patient = await assessed();
    await ledger.planMeeting(patient, { ...mote, kind: 'ansvarsgruppemote', participants: [] }, coordinator);
    expect((await facts(patient, 'moteAvtalt'))[0]).toMatchObject({ kind: 'observation', data: { mote: 'ansvarsgruppemote' } });
    await expect(ledger.planMeeting(patient, { ...mote, kind: 'kaffe' }, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    expect((await ledger.verify(patient)).differences).toEqual([]);
  });
});

describe('a plan', () => {
  const agreed: PlanItemInput = { state: 'agreed', owner: 'koordinator', person: 'Anne Andersen', dueOn: osloDate('2026-06-20'), note: 'Ringer NAV.' };

  test('that the definition asks for is missing until somebody begins it', async () => {
    const patient = await assessed({ severity: 'alvorlig' });
    expect((await ledger.carePlans(patient)).find(({ plan }) => plan === 'ALVORLIG-TILTAK')).toMatchObject({ missing: true, calledFor: true, items: [] });
    await expect(ledger.beginCarePlan(patient, 'UNG-VOKSEN-TILTAK', coordinator)).rejects.toMatchObject({ code: 'not-now' });
    await ledger.record(patient, [{ type: 'planpunktAvklart', occurredOn: '2026-05-12', data: { punkter: ['enerom'] } }], coordinator);
    await ledger.beginCarePlan(patient, 'ALVORLIG-TILTAK', coordinator);
    const plan = (await ledger.carePlans(patient)).find((one) => one.plan === 'ALVORLIG-TILTAK')!;
    expect([plan.missing, plan.items.filter(({ state }) => state === 'done').map(({ item }) => item)]).toEqual([false, ['enerom']]);
    expect(plan.items.map(({ item }) => item)).toEqual(expect.arrayContaining(['kontakt-hver-2-3-maned', 'krisekontakt', 'ambulant-team', 'bpa', 'barn-som-parorende']));
    await expect(ledger.beginCarePlan(patient, 'ALVORLIG-TILTAK', coordinator)).rejects.toMatchObject({ code: 'not-now' });
  });

  test('a line settled is recorded on the pathway, and taken back when it is opened again', async () => {
    const patient = await assessed({ severity: 'svaert-alvorlig' });
    await ledger.beginCarePlan(patient, 'ALVORLIG-TILTAK', coordinator);
    const set = (state: PlanItemInput['state'], text?: string) => ledger.setPlanItem(patient, 'ALVORLIG-TILTAK', 'krisekontakt', { ...agreed, state, ...(text !== undefined && { text }) }, coordinator);
    const contact = async () => (await ledger.patientView(patient)).clocks.findLast(({ clock }) => clock === 'ALVORLIG-KRISEKONTAKT');
    await set('agreed');
    expect(await contact()).toMatchObject({ metOn: null });
    await set('done');
    expect(await contact()).toMatchObject({ metOn: '2026-06-01' });
    await set('not-begun');
    expect(await contact()).toMatchObject({ metOn: null });
    await expect(set('not-relevant')).rejects.toMatchObject({ code: 'bad-data' });
    await set('not-relevant', 'Har en fra før.');
    const plan = (await ledger.carePlans(patient)).find((one) => one.plan === 'ALVORLIG-TILTAK')!;
    expect(plan.items.find(({ item }) => item === 'krisekontakt')).toMatchObject({ state: 'not-relevant', reason: 'Har en fra før.', person: 'Anne Andersen' });
    expect(plan.history.map(({ detail }) => detail['state'])).toEqual([undefined, 'agreed', 'done', 'not-begun', 'not-relevant']);
    expect((await ledger.verify(patient)).differences).toEqual([]);
  });

  test('of a young adult ends in the individual plan; lines with a date are listed, the nearest first', async () => {
    const patient = await assessed({ born: '2005-02-01' });
    await ledger.beginCarePlan(patient, 'UNG-VOKSEN-TILTAK', coordinator);
    await ledger.setPlanItem(patient, 'UNG-VOKSEN-TILTAK', 'nav', agreed, coordinator);
    await ledger.setPlanItem(patient, 'UNG-VOKSEN-TILTAK', 'langtidsplan', { ...agreed, dueOn: osloDate('2026-05-25'), owner: 'fastlege' }, coordinator);
    await ledger.setPlanItem(patient, 'UNG-VOKSEN-TILTAK', 'individuell-plan', { ...agreed, state: 'done' }, coordinator);
    expect((await facts(patient, 'individuellPlanOpprettet'))[0]!.data).toEqual({ innhold: ['koordinator', 'ansvarsgruppe'] });
    const rows = (await ledger.openPlanItems({ limit: 100 })).filter(({ pathwayId }) => pathwayId === patient);
    expect(rows.map(({ item, overdue, person, dueOn }) => [item, overdue, person, dueOn])).toEqual([['langtidsplan', true, 'Anne Andersen', '2026-05-25'], ['nav', false, 'Anne Andersen', '2026-06-20']]);
    expect(rows[0]!.patient.name).toMatchObject({ family: 'Prøvesen' });
    expect((await ledger.openPlanItems({ owner: 'fastlege', until: osloDate('2026-06-01'), limit: 100 })).map(({ item }) => item)).toEqual(['langtidsplan']);
  });
});
