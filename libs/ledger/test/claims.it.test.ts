import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { systems } from '@forlop/contracts';
import type { AttemptRef, ObligationRef } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger('2026-03-20'); }, 60_000);
beforeEach(() => house.at('2026-04-13'));
afterAll(() => house.close());

async function withReminder(): Promise<{ pathwayId: string; due: ObligationRef; attempt: AttemptRef }> {
  const { pathwayId } = await house.ledger.intake(referral({
    referrer: { name: 'Lege Legesen', organisation: { system: systems.organisasjonsnummer, value: '310000002', name: 'Prøvevik legekontor' } },
  }), coordinator);
  const { openObligations } = await house.ledger.advance(pathwayId, '2026-04-13T11:00:00Z');
  const due = openObligations.find((o) => o.duty === 'VURDERING-BRUTT')!;
  return { pathwayId, due, attempt: { pathwayId, key: due.key, attempt: 20260409, purpose: 'ask' } };
}

describe('an effect', () => {
  test('is claimed once: a second claim without an outcome is the same message, marked; after the outcome it is done', async () => {
    const { pathwayId, attempt } = await withReminder();
    const [one, two] = [await house.ledger.claimAttempt(attempt), await house.ledger.claimAttempt(attempt)];
    expect(one.go).toBe(true);
    expect(two).toEqual(one);
    const { message } = one as { message: { id: string } };
    const content = await house.ledger.messageContent(message.id);
    expect(content).toMatchObject({ attempt, possiblySentTwice: true, patient: { name: 'Kari-Anne Prøvesen', birthDate: '1985-04-15' }, clock: 'FRIST-VURDERING', dueOn: '2026-04-08', duty: 'VURDERING-BRUTT' });
    await house.ledger.recordOutcome(attempt, { status: 'sent', messageId: '<1@prove>' });
    await house.ledger.recordOutcome(attempt, { status: 'failed', code: 'SmtpAway' });
    expect(await house.ledger.claimAttempt(attempt)).toEqual({ go: false, why: 'already-done' });
    const { obligations, timeline } = await house.ledger.patientView(pathwayId);
    expect(obligations.find((o) => o.key === attempt.key)!.told).toEqual([{ at: '2026-04-13T11:00:00.000Z', purpose: 'ask', status: 'sent', code: null, messageId: '<1@prove>' }]);
    expect(timeline.filter((e) => e.type === 'told')).toHaveLength(1);
  });

  test('whose outcome the workflow itself recorded does not make it look behind; what it has not heard still does', async () => {
    const { pathwayId, attempt } = await withReminder();
    const behind = async () => {
      const mine = (await house.ledger.livePathways({ limit: 1000 })).find((p) => p.pathwayId === pathwayId)!;
      return mine.position - mine.advancedPosition;
    };
    await house.ledger.recordOutcome(attempt, { status: 'sent', messageId: '<1@prove>' });
    expect(await behind()).toBe(0);
    await house.ledger.record(pathwayId, [{ type: 'vurdert', occurredOn: '2026-04-13', data: { utfall: 'rett' } }], coordinator);
    await house.ledger.recordOutcome({ ...attempt, attempt: 20260413 }, { status: 'sent', messageId: '<2@prove>' });
    expect(await behind()).toBeGreaterThan(0);
  });

  test('that is due and was not let go is known, until it is', async () => {
    const { pathwayId, due, attempt } = await withReminder();
    const mine = async () => (await house.ledger.heldObligations({ limit: 1_000 })).find((held) => held.pathwayId === pathwayId)?.obligations ?? [];
    // As the workflow was told it, so that it can be told again.
    expect(await mine()).toContainEqual(due);
    expect(await house.ledger.claimAttempt(attempt)).toMatchObject({ go: true });
    expect((await mine()).map(({ key }) => key)).not.toContain(due.key);
    const first = await house.ledger.heldObligations({ limit: 1 });
    expect((await house.ledger.heldObligations({ limit: 1, after: first[0]?.pathwayId ?? pathwayId })).map((held) => held.pathwayId)).not.toContain(first[0]?.pathwayId);
  });

  test('two claims at once get the same message', async () => {
    const { attempt } = await withReminder();
    const other = await house.another();
    const claims = await Promise.all([house.ledger, other, other].map((ledger) => ledger.claimAttempt(attempt)));
    expect(new Set(claims.map((c) => JSON.stringify(c))).size).toBe(1);
  });

  test('is refused when what it is about is done', async () => {
    const { pathwayId, attempt } = await withReminder();
    await house.ledger.record(pathwayId, [{ type: 'vurdert', occurredOn: '2026-04-13', data: { utfall: 'rett' } }], coordinator);
    expect(await house.ledger.claimAttempt(attempt)).toEqual({ go: false, why: 'closed' });
    expect(await house.ledger.claimAttempt({ ...attempt, key: 'FINNES-IKKE#1' })).toEqual({ go: false, why: 'closed' });
  });

  test('an outcome that nobody claimed is kept all the same', async () => {
    const { pathwayId, attempt } = await withReminder();
    await house.ledger.recordOutcome(attempt, { status: 'suppressed', code: 'stopped' });
    expect(await house.ledger.claimAttempt(attempt)).toEqual({ go: false, why: 'already-done' });
    expect((await house.ledger.patientView(pathwayId)).timeline.at(-1)).toMatchObject({ type: 'telling-suppressed', data: { code: 'stopped' } });
  });

  test('waits for people’s hours: until eight the same morning, over the night, the week-end and 1 May', async () => {
    const { attempt } = await withReminder();
    for (const [now, until] of [
      ['2026-04-14T04:00:00Z', '2026-04-14'],
      ['2026-04-14T19:00:00Z', '2026-04-15'],
      ['2026-04-18T11:00:00Z', '2026-04-20'],
      ['2026-04-30T19:00:00Z', '2026-05-04'],
    ] as const) {
      house.at(now);
      const claim = await house.ledger.claimAttempt(attempt);
      expect(claim).toMatchObject({ go: false, why: 'hold', retryAt: expect.stringMatching(new RegExp(`^${until}T0[67]:`)) });
    }
    const always = await house.another({ hours: null });
    expect((await always.claimAttempt(attempt)).go).toBe(true);
  });

  test('is held while effects are off, and the switch keeps who, when and why', async () => {
    const { attempt } = await withReminder();
    await expect(house.ledger.setEffects(false, ' ', coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    await house.ledger.setEffects(false, 'Gjenopprettet fra sikkerhetskopi.', coordinator);
    expect(await house.ledger.effects()).toMatchObject({ on: false, by: 'person:koordinator-1', why: 'Gjenopprettet fra sikkerhetskopi.' });
    expect(await house.ledger.claimAttempt(attempt)).toEqual({ go: false, why: 'hold', retryAt: '2026-04-13T12:00:00.000Z' });
    await house.ledger.setEffects(true, 'Kontrollert.', coordinator);
    expect((await house.ledger.claimAttempt(attempt)).go).toBe(true);
    const [row] = await house.sql<{ n: number }>(`select count(*)::int as n from setting where name = 'effects'`);
    expect(row!.n).toBe(3);
  });
});

describe('addressees', () => {
  test('the referrer’s organisation answers for the fastlege until somebody says who it is', async () => {
    await house.ledger.registerOrganisation({ name: 'Prøvevik legekontor', kind: 'practice', orgNumber: '310000002', email: 'post@provevik.example' });
    const { pathwayId, attempt } = await withReminder();
    const claim = await house.ledger.claimAttempt(attempt);
    const id = (claim as { message: { id: string } }).message.id;
    const role = (await house.ledger.messageContent(id)).to[0]!.role;
    await house.ledger.setContact(pathwayId, role, { name: 'Vurderer Vurderesen', email: 'vurderer@utmarka.example' }, coordinator);
    expect((await house.ledger.messageContent(id)).to).toEqual([{ role, name: 'Vurderer Vurderesen', email: 'vurderer@utmarka.example' }]);
    await house.sql(`update obligation_row set to_role = 'fastlege' where pathway_id = $1`, [pathwayId]);
    expect((await house.ledger.messageContent(id)).to).toEqual([{ role: 'fastlege', name: 'Prøvevik legekontor', email: 'post@provevik.example' }]);
    await expect(house.ledger.messageContent('00000000-0000-4000-8000-0000000000ff')).rejects.toMatchObject({ code: 'unknown-obligation' });
  });
});
