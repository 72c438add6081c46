import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import type { ObligationRef } from '../src/index.js';
import { coordinator, idsOf, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger(); }, 60_000);
afterAll(() => house.close());

/** A patient with an individual frist on 2026-06-12, received 2026-03-20, assessed and told. */
async function withFrist(): Promise<string> {
  house.at('2026-03-27');
  const { pathwayId } = await house.ledger.intake(
    referral({ fristForHelsehjelp: osloDate('2026-06-12'), vurdertDato: osloDate('2026-03-27') }), coordinator,
  );
  await house.ledger.record(pathwayId, [{ type: 'svarSendt', occurredOn: '2026-03-27', data: { til: 'pasient', innhold: ['utfall', 'frist', 'time', 'klagerett'] } }], coordinator);
  return pathwayId;
}

async function advanceAt(pathwayId: string, day: string) {
  house.at(day);
  return house.ledger.advance(pathwayId, `${day}T11:00:00Z`);
}

const observationsOf = async (pathwayId: string): Promise<string[]> =>
  (await house.ledger.patientView(pathwayId)).timeline.filter((e) => e.kind === 'observation' && (e.data['clock'] === undefined || e.data['clock'] === 'FRIST-INDIVIDUELL')).map((e) => `${e.type} ${e.occurredOn}`);

const helfoOf = (open: readonly ObligationRef[]): ObligationRef | undefined => open.find((o) => o.kind === 'notify-helfo');
const statusOn = async (pathwayId: string, asOf: string) =>
  (await house.ledger.patientView(pathwayId, { asOf: osloDate(asOf) })).clocks.find((c) => c.clock === 'FRIST-INDIVIDUELL')!.status;

describe('advance', () => {
  test('twice, late and with an older now, it observes each thing once', async () => {
    const pathwayId = await withFrist();
    await advanceAt(pathwayId, '2026-06-13');
    const once = (await house.ledger.patientView(pathwayId)).timeline;
    const again = await advanceAt(pathwayId, '2026-06-13');
    house.at('2026-06-14');
    const older = await house.ledger.advance(pathwayId, '2026-04-01T08:00:00Z');
    expect((await house.ledger.patientView(pathwayId)).timeline.map((e) => e.id)).toEqual(once.map((e) => e.id));
    expect(older.openObligations).toEqual(again.openObligations);
    expect(older.now).toBe('2026-06-14T11:00:00.000Z');
    expect(await observationsOf(pathwayId)).toContain('shown-broken 2026-06-13');
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('a timer that fires just before the database’s clock has turned still finds the new day', async () => {
    const pathwayId = await withFrist();
    house.at('2026-06-12T21:59:59Z');
    const result = await house.ledger.advance(pathwayId, '2026-06-12T22:00:10Z');
    expect(helfoOf(result.openObligations)).toBeDefined();
    expect(await observationsOf(pathwayId)).toContain('shown-broken 2026-06-13');
  });

  test('the next wake is the Oslo midnight of the next change plus less than four minutes, always the same', async () => {
    const pathwayId = await withFrist();
    const { nextWakeAt, nextDeadline, nextRule } = await advanceAt(pathwayId, '2026-06-10');
    expect([nextDeadline, nextRule]).toEqual(['2026-06-12T22:00:00.000Z', expect.stringMatching(/^FRIST-(INDIVIDUELL|START-VOKSEN-12U)$/)]);
    const wake = new Date(nextWakeAt!);
    const secondsAfterMidnight = ((wake.getUTCHours() + 2) % 24) * 3600 + wake.getUTCMinutes() * 60 + wake.getUTCSeconds();
    expect(secondsAfterMidnight).toBeLessThan(240);
    expect((await advanceAt(pathwayId, '2026-06-10')).nextWakeAt).toBe(nextWakeAt);
  });

  test('people are asked between eight and ten in Oslo on working days, a Saturday’s asking on Monday', async () => {
    const pathwayId = await withFrist();
    const { openObligations } = await advanceAt(pathwayId, '2026-06-15');
    const instants = openObligations.flatMap((o) => [...o.askAt, ...(o.escalateAt === null ? [] : [o.escalateAt])]).map((at) => new Date(at));
    expect(instants.length).toBeGreaterThan(0);
    const oslo = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', weekday: 'short', hour: '2-digit' });
    for (const at of instants) expect(oslo.format(at)).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? 0[89]$/);
    // Broken from Saturday 13 June: Helfo's obligation asks on Monday.
    expect(helfoOf(openObligations)!.askAt[0]!.slice(0, 10)).toBe('2026-06-15');
  });

  test('it leaves nothing in the outbox: who asks has the answer', async () => {
    const pathwayId = await withFrist();
    await house.ledger.markSent((await house.ledger.unsent(1000)).flatMap((i) => i.ids));
    await advanceAt(pathwayId, '2026-06-13');
    expect((await house.ledger.unsent(1000)).filter((i) => i.pathwayId === pathwayId)).toEqual([]);
    const live = await house.ledger.livePathways({ limit: 1000 });
    const mine = live.find((p) => p.pathwayId === pathwayId)!;
    expect(mine.advancedPosition).toBe(mine.position);
    expect(mine.obligations.some((id) => id.startsWith(`${pathwayId}/`))).toBe(true);
  });

  test('death ends every clock and obligation at once, and the workflow is finished', async () => {
    const pathwayId = await withFrist();
    await advanceAt(pathwayId, '2026-06-13');
    house.at('2026-06-14');
    await house.ledger.record(pathwayId, [{ type: 'pasientDod', occurredOn: '2026-06-11' }], coordinator);
    const result = await advanceAt(pathwayId, '2026-06-14');
    expect(result).toMatchObject({ openObligations: [], finished: true, nextWakeAt: null, nextDeadline: null });
    expect(await observationsOf(pathwayId)).toContain('broken-withdrawn 2026-06-14');
  });
});

describe('a frist of 12 June: attendance of the 11th registered on the 16th, corrected to the 15th on the 20th (LATE-1)', () => {
  test('broken as shown, withdrawn with a correction owed to Helfo, then broken and met late', async () => {
    const pathwayId = await withFrist();
    house.at('2026-06-15');
    const broken = await advanceAt(pathwayId, '2026-06-15');
    const helfo = helfoOf(broken.openObligations)!;
    expect(helfo.needsConfirmation).toBe(true);
    expect(await statusOn(pathwayId, '2026-06-13')).toBe('broken');

    // A named person confirms, and the notice is sent once.
    const attempt = { pathwayId, key: helfo.key, attempt: 20260615, purpose: 'ask' as const };
    expect(await house.ledger.claimAttempt(attempt)).toMatchObject({ go: false, why: 'hold' });
    await expect(house.ledger.confirmObligation(pathwayId, helfo.key, { kind: 'system', id: 'advance' })).rejects.toMatchObject({ code: 'bad-data' });
    await house.ledger.confirmObligation(pathwayId, helfo.key, coordinator);
    expect(helfoOf((await advanceAt(pathwayId, '2026-06-15')).openObligations)!.needsConfirmation).toBe(false);
    const claim = await house.ledger.claimAttempt(attempt);
    expect(claim.go).toBe(true);
    await house.ledger.recordOutcome(attempt, { status: 'sent', messageId: '<a@prove>' });
    expect(await house.ledger.claimAttempt(attempt)).toEqual({ go: false, why: 'already-done' });

    // On the 16th the attendance of the 11th is registered.
    house.at('2026-06-16');
    const late = await house.ledger.record(pathwayId, [{ type: 'helsehjelpStartet', occurredOn: '2026-06-11', data: { kontakttype: '1' } }], coordinator);
    const met = await advanceAt(pathwayId, '2026-06-16');
    expect(await statusOn(pathwayId, '2026-06-16')).toBe('met');
    expect(await observationsOf(pathwayId)).toEqual(expect.arrayContaining(['shown-broken 2026-06-13', 'broken-withdrawn 2026-06-16', 'told-withdrawn 2026-06-16']));
    expect(helfoOf(met.openObligations)).toBeUndefined();
    const correction = met.openObligations.find((o) => o.kind === 'correct-notice')!;
    expect(correction).toMatchObject({ key: `RETTELSE-${helfo.key}.1`, clock: 'FRIST-INDIVIDUELL', needsConfirmation: false });

    // The correction is claimed, says what it corrects, and closes when it is sent.
    const withdraw = { pathwayId, key: correction.key, attempt: 20260616, purpose: 'withdraw' as const };
    const leave = await house.ledger.claimAttempt(withdraw);
    if (!leave.go) throw new Error(leave.why);
    expect((await house.ledger.messageContent(leave.message.id)).withdraws).toEqual([{ messageId: '<a@prove>', toldAt: '2026-06-15T11:00:00.000Z' }]);
    await house.ledger.recordOutcome(withdraw, { status: 'sent', messageId: '<b@prove>' });
    expect((await advanceAt(pathwayId, '2026-06-16')).openObligations.filter((o) => o.kind === 'correct-notice')).toEqual([]);

    // On the 20th it is corrected to the 15th.
    house.at('2026-06-22');
    const [factId] = idsOf(late);
    await house.ledger.correct(factId!, { occurredOn: '2026-06-15', data: { kontakttype: '1' } }, coordinator);
    await advanceAt(pathwayId, '2026-06-22');
    expect(await statusOn(pathwayId, '2026-06-22')).toBe('met-late');
    expect(await observationsOf(pathwayId)).toContain('met-late 2026-06-15');
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('a correction that is not sent yet falls away when the breach stands after all', async () => {
    const pathwayId = await withFrist();
    const helfo = helfoOf((await advanceAt(pathwayId, '2026-06-15')).openObligations)!;
    await house.ledger.confirmObligation(pathwayId, helfo.key, coordinator);
    const attempt = { pathwayId, key: helfo.key, attempt: 20260615, purpose: 'ask' as const };
    await house.ledger.claimAttempt(attempt);
    await house.ledger.recordOutcome(attempt, { status: 'sent', messageId: '<a@prove>' });
    house.at('2026-06-16');
    const recorded = await house.ledger.record(pathwayId, [{ type: 'helsehjelpStartet', occurredOn: '2026-06-11', data: { kontakttype: '1' } }], coordinator);
    expect((await advanceAt(pathwayId, '2026-06-16')).openObligations.some((o) => o.kind === 'correct-notice')).toBe(true);
    await house.ledger.retract(idsOf(recorded)[0]!, 'Feil pasient.', coordinator);
    const back = await advanceAt(pathwayId, '2026-06-16');
    expect(back.openObligations.some((o) => o.kind === 'correct-notice')).toBe(false);
    expect(await observationsOf(pathwayId)).toEqual(expect.arrayContaining(['told-reinstated 2026-06-16']));
    // Helfo has been told of just this: it is not told again.
    expect(await house.ledger.claimAttempt(attempt)).toEqual({ go: false, why: 'already-done' });
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });
});
