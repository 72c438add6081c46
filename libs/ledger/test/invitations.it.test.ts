import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Ledger, MeetingInput, ParticipantInput } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  house = await startLedger('2026-06-01');
  ledger = house.ledger;
  await ledger.setEffects(true, 'Prøve.', coordinator);
}, 60_000);
beforeEach(() => house.at('2026-06-01'));
afterAll(() => house.close());

const doctor: ParticipantInput = { code: 'fastlege', name: 'Lege Legesen', email: 'lege@prove.example' };
const school: ParticipantInput = { code: 'kommune', name: null, email: 'kommune@prove.example' };
const mote: MeetingInput = { kind: 'ansvarsgruppemote', startsAt: '2026-06-10T10:00:00.000Z', endsAt: '2026-06-10T11:00:00.000Z', form: 'video', place: 'Rom 2', videoUrl: null, participants: [doctor, school] };
const later = { startsAt: '2026-06-17T10:00:00.000Z', endsAt: '2026-06-17T11:00:00.000Z', form: 'fysisk', place: null, videoUrl: null } as const;

async function planned(input: MeetingInput = mote): Promise<{ readonly patient: string; readonly meeting: string }> {
  const { pathwayId: patient } = await ledger.intake(referral(), coordinator);
  return { patient, meeting: (await ledger.planMeeting(patient, input, coordinator)).id };
}
/** Hands over all that is due, as the courier does. */
async function send(status: 'sent' | 'failed' | 'not-sent' = 'sent') {
  const due = await ledger.claimInvitations(50);
  for (const { id } of due) await ledger.settleInvitation(id, status === 'sent' ? { status, template: 'prove@1' } : { status, code: 'smtp-450' });
  return due;
}
const told = (due: Awaited<ReturnType<typeof send>>) => due.map(({ method, sequence, email }) => [method, sequence, email]);
const only = async (patient: string) => (await ledger.meetings(patient))[0]!;
const invitations = async (patient: string, code: string) => (await only(patient)).participants.find((one) => one.code === code)!.invitations;

describe('invitations to a meeting', () => {
  test('go to each who has an address; a change and a cancellation follow, with the number grown and the proof kept', async () => {
    const { patient, meeting } = await planned();
    const first = await send();
    expect(told(first)).toEqual([['REQUEST', 0, 'lege@prove.example'], ['REQUEST', 0, 'kommune@prove.example']]);
    expect(first[0]).toMatchObject({ meetingId: meeting, startsAt: mote.startsAt, form: 'video' });
    expect(JSON.stringify(first)).not.toMatch(/Legesen|Rom 2|ansvarsgruppe|Prøvesen/);
    expect(await ledger.claimInvitations(50)).toEqual([]);
    await ledger.moveMeeting(patient, meeting, { ...later, text: 'Flyttes.' }, coordinator);
    expect(told(await send())).toEqual(expect.arrayContaining([['REQUEST', 1, 'lege@prove.example'], ['REQUEST', 1, 'kommune@prove.example']]));
    await ledger.cancelMeeting(patient, meeting, { text: 'Avlyses.' }, coordinator);
    expect(told(await send()).toSorted()).toEqual([['CANCEL', 2, 'kommune@prove.example'], ['CANCEL', 2, 'lege@prove.example']]);
    expect((await invitations(patient, 'fastlege')).map(({ method, sequence, state, email }) => [method, sequence, state, email])).toEqual([['CANCEL', 2, 'sent', doctor.email], ['REQUEST', 1, 'sent', doctor.email], ['REQUEST', 0, 'sent', doctor.email]]);
    const proof = (await only(patient)).history.filter(({ what }) => what === 'invitation-sent');
    expect([proof.length, proof[0]]).toEqual([6, expect.objectContaining({ actor: 'system:courier', detail: expect.objectContaining({ messageId: first[0]!.id, template: 'prove@1', method: 'REQUEST' }) })]);
  });

  test('that have not left are not sent once the meeting is moved or off, and nobody is told that something is off which they never heard of', async () => {
    const { patient, meeting } = await planned();
    await ledger.moveMeeting(patient, meeting, later, coordinator);
    await ledger.cancelMeeting(patient, meeting, { text: 'Avlyses.' }, coordinator);
    expect(await send()).toEqual([]);
    expect((await invitations(patient, 'kommune')).map(({ state, code }) => [state, code])).toEqual([['suppressed', 'superseded'], ['suppressed', 'superseded']]);
  });

  test('wait while effects are off, and are tried again with pauses until they are given up', async () => {
    const { patient } = await planned({ ...mote, participants: [school] });
    await ledger.setEffects(false, 'Prøve.', coordinator);
    expect(await send()).toEqual([]);
    await ledger.setEffects(true, 'Prøve.', coordinator);
    expect(await send('not-sent')).toHaveLength(1);
    expect([await send('not-sent'), (await invitations(patient, 'kommune'))[0]]).toEqual([[], expect.objectContaining({ state: 'planned', code: 'smtp-450' })]);
    house.at('2026-06-05');
    expect(await send('not-sent')).toHaveLength(1);
    expect((await invitations(patient, 'kommune'))[0]).toMatchObject({ state: 'failed', code: 'smtp-450' });
  });

  test('whose sending ended without an answer are handed over once more; what was given up by then counts as sent and is called off', async () => {
    const { patient, meeting } = await planned({ ...mote, participants: [school] });
    const [lost] = await ledger.claimInvitations(50);
    expect(await ledger.claimInvitations(50)).toEqual([]);
    house.at('2026-06-01T11:06:00Z');
    expect((await ledger.claimInvitations(50)).map(({ id }) => id)).toEqual([lost!.id]);
    await ledger.cancelMeeting(patient, meeting, { text: 'Avlyses.' }, coordinator);
    house.at('2026-06-01T11:12:00Z');
    expect(told(await send())).toEqual([['CANCEL', 1, school.email]]);
    expect((await invitations(patient, 'kommune'))[1]).toMatchObject({ state: 'sent', code: 'possibly-sent' });
  });

  test('follow another address, and the former is told that it is off there; the same address changes nothing', async () => {
    const { patient, meeting } = await planned({ ...mote, participants: [school] });
    await send();
    const { id } = (await only(patient)).participants.find(({ code }) => code === 'kommune')!;
    const set = (email: string | null) => ledger.setParticipant(patient, meeting, id, { name: 'Kommunen', email }, coordinator);
    await set('kommune@prove.example');
    expect(await send()).toEqual([]);
    await set('rett@prove.example');
    expect(told(await send())).toEqual([['CANCEL', 0, 'kommune@prove.example'], ['REQUEST', 0, 'rett@prove.example']]);
    await set('kommune@prove.example');
    expect(told(await send())).toEqual([['CANCEL', 0, 'rett@prove.example'], ['REQUEST', 0, 'kommune@prove.example']]);
    await expect(ledger.setParticipant(patient, meeting, 'ukjent', { name: null, email: null }, coordinator)).rejects.toMatchObject({ code: 'unknown-meeting' });
  });

  test('reach those whom the definition wants there by the address in the record; the patient only by what is written', async () => {
    const { pathwayId: patient } = await ledger.intake(referral(), coordinator);
    await ledger.setContact(patient, 'fastlege', { name: 'Fast Legesen', email: 'fast@prove.example' }, coordinator);
    await ledger.setContact(patient, 'pasient', { name: 'Kari', email: 'kari@prove.example' }, coordinator);
    await ledger.record(patient, [{ type: 'vurdert', occurredOn: '2026-03-27', data: { utfall: 'rett' } }, { type: 'helsehjelpStartet', occurredOn: '2026-04-20' }, { type: 'diagnoseSatt', occurredOn: '2026-05-10', data: { diagnose: 'cfs-me' } }, { type: 'utredningAvsluttet', occurredOn: '2026-05-11', data: { konklusjon: 'cfs-me' } }], coordinator);
    await ledger.planMeeting(patient, { ...mote, kind: 'tilbakeforingsmote', participants: [] }, coordinator);
    expect(told(await send())).toEqual([['REQUEST', 0, 'fast@prove.example']]);
    expect((await only(patient)).participants.find(({ code }) => code === 'pasient')).toMatchObject({ email: null, invitations: [] });
  });

  test('are not sent of a paused pathway, an erased patient or what has begun, and the meeting says so', async () => {
    const [paused, erased, begun] = [await planned({ ...mote, participants: [school] }), await planned({ ...mote, participants: [school] }), await planned({ ...mote, startsAt: '2026-06-01T12:00:00.000Z', participants: [school] })];
    await ledger.setMode(paused.patient, 'paused', 'Prøve.', coordinator);
    await house.sql('update patient set wrapped_key = null, sealed_demographics = null, erased_at = now() where id = (select patient_id from pathway where id = $1)', [erased.patient]);
    house.at('2026-06-01T13:00:00Z');
    const another = await house.another();
    expect(await another.claimInvitations(50)).toEqual([]);
    const codes = async (patient: string) => (await another.meetings(patient))[0]!.participants.flatMap((one) => one.invitations.map(({ state, code }) => [state, code]));
    expect([await codes(paused.patient), await codes(erased.patient), await codes(begun.patient)]).toEqual([[['suppressed', 'not-live']], [['suppressed', 'erased']], [['suppressed', 'too-late']]]);
  });

  test('that bounce have failed, and what bounced is no invitation of ours otherwise', async () => {
    const { patient } = await planned({ ...mote, participants: [school] });
    const [mail] = await send();
    expect([await ledger.bounceInvitation(mail!.id, 'bounced-5.1.1'), await ledger.bounceInvitation(mail!.id, 'bounced-5.1.1'), await ledger.bounceInvitation('annet', 'bounced-5.1.1')]).toEqual([true, true, false]);
    expect((await invitations(patient, 'kommune'))[0]).toMatchObject({ state: 'failed', code: 'bounced-5.1.1', sentAt: expect.any(String) });
    expect((await only(patient)).history.filter(({ what }) => what === 'invitation-failed')).toHaveLength(1);
  });
});
