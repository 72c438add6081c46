import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { systems } from '@forlop/contracts';
import type { Digest, DigestOutcome, OfferedChannel, Planned, PlannedDigest, ReminderPlan } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger('2026-03-20'); }, 60_000);
beforeEach(() => house.at('2026-04-13T11:00:00Z'));
afterAll(() => house.close());

const email: OfferedChannel = { id: 'email', carries: 'nothing' };
const health: OfferedChannel = { id: 'dialogmelding', carries: 'health' };
let number = 0;

/** A pathway whose assessment is broken, so that somebody is asked; the asked role's contact where one is given. */
async function owing(contact?: { readonly name: string; readonly email: string | null; readonly hprNumber?: string; readonly herId?: string }): Promise<ReminderPlan & { readonly role: string }> {
  house.at('2026-03-20');
  const { pathwayId } = await house.ledger.intake(referral({
    referrer: { name: 'Lege Legesen', organisation: { system: systems.organisasjonsnummer, value: '310000002', name: 'Prøvevik legekontor' } },
  }), coordinator);
  house.at('2026-04-13T11:00:00Z');
  const { openObligations } = await house.ledger.advance(pathwayId, '2026-04-13T11:00:00Z');
  const { key } = openObligations.find((o) => o.duty === 'VURDERING-BRUTT')!;
  const [{ to_role: role }] = (await house.sql<{ to_role: string }>('select to_role from obligation_row where pathway_id = $1 and key = $2', [pathwayId, key])) as [{ to_role: string }];
  number += 1;
  await house.ledger.setContact(pathwayId, role, contact ?? { name: `Mottaker ${number}`, email: `mottaker-${number}@prove.example` }, coordinator);
  return { pathwayId, key, attempt: 20_260_409, purpose: 'ask', wording: 'remind', role };
}

async function planned({ role: _role, ...plan }: ReminderPlan & { readonly role?: string }): Promise<PlannedDigest> {
  const answer = (await house.ledger.planReminder(plan)) as Extract<Planned, { go: true }>;
  expect(answer).toMatchObject({ go: true, digests: [expect.anything()] });
  return answer.digests[0]!;
}

const claim = ({ receiverId, digestId }: PlannedDigest, channels: readonly OfferedChannel[] = [email]) => house.ledger.claimDigest({ receiverId, digestId, channels });

async function claimed(digest: PlannedDigest, channels?: readonly OfferedChannel[]): Promise<Digest> {
  house.at(digest.at);
  const answer = await claim(digest, channels);
  if (!answer.go) throw new Error(`Nothing was claimed: ${JSON.stringify(answer)}`);
  return answer.digest;
}

const sent = (messageId: string, more: { externalId?: string; receiptDueAt?: string } = {}) => ({ status: 'sent', messageId, externalId: more.externalId ?? null, receiptDueAt: more.receiptDueAt ?? null, template: 'remind@1' }) as const;
const proofOf = async (pathwayId: string) => (await house.ledger.reminders({ pathwayId })).rows;
const statesOf = async (pathwayId: string) => (await proofOf(pathwayId)).map(({ state }) => state);

describe('a reminder', () => {
  test('is planned for the next part of an hour, sent once, and each step of it is proven', async () => {
    const plan = await owing();
    const digest = await planned(plan);
    expect(digest).toEqual({ digestId: `digest/${digest.receiverId}/20260413T1100`, receiverId: digest.receiverId, at: '2026-04-13T11:00:00.000Z' });
    const message = await claimed(digest);
    expect(message).toMatchObject({ channel: 'email', language: 'nb', repeated: false, items: [{ pathwayId: plan.pathwayId, wording: 'remind', duty: 'VURDERING-BRUTT', dueOn: '2026-04-08', patient: null }] });
    await house.ledger.settleDigest(message, sent('m1'));
    expect(await claim(digest)).toEqual({ go: false, why: 'nothing', handedOn: [] });
    const { role: _role, ...asked } = plan;
    expect(await house.ledger.planReminder(asked)).toEqual({ go: false, why: 'already-done' });
    const [proof] = await proofOf(plan.pathwayId);
    expect(proof).toMatchObject({ state: 'sent', messageId: 'm1', template: 'remind@1', receiverName: `Mottaker ${number}` });
    expect(proof!.entries.map(({ what }) => what)).toEqual(['planned', 'claimed', 'sent']);
    const { obligations } = await house.ledger.patientView(plan.pathwayId);
    expect(obligations.find(({ key }) => key === plan.key)!.told).toMatchObject([{ purpose: 'ask', status: 'sent', messageId: 'm1' }]);
  });

  test('planned twice is planned once, and says which digest sends it', async () => {
    const { role: _role, ...plan } = await owing();
    const [one, two] = [await house.ledger.planReminder(plan), await house.ledger.planReminder(plan)];
    expect(two).toEqual(one);
    expect(await proofOf(plan.pathwayId)).toHaveLength(1);
  });

  test.each([
    ['on a Saturday goes on Monday at eight', '2026-04-18T10:00:00Z', '2026-04-20T06:00:00.000Z'],
    ['in the evening goes the next morning', '2026-04-13T19:00:00Z', '2026-04-14T06:00:00.000Z'],
    ['the day before 1 May goes after the weekend', '2026-04-30T19:00:00Z', '2026-05-04T06:00:00.000Z'],
    ['at seven minutes past goes at a quarter past', '2026-04-14T11:07:00Z', '2026-04-14T11:15:00.000Z'],
  ])('that falls due %s', async (_when, now, at) => {
    const plan = await owing();
    house.at(now);
    expect((await planned(plan)).at).toBe(at);
  });

  test('of one who asked for a digest a day waits for the morning; an escalation does not', async () => {
    const plan = await owing({ name: 'Daglig', email: 'daglig@prove.example' });
    const { receiverId } = await planned(plan);
    await house.ledger.setPreferences(receiverId, { frequency: 'daily' });
    expect((await planned({ ...(await owing({ name: 'Daglig', email: 'daglig@prove.example' })) })).at).toBe('2026-04-14T07:00:00.000Z');
  });
});

describe('what falls together', () => {
  test('goes to one receiver in one message, whatever patients it is about', async () => {
    const gp = { name: 'Lege Felles', email: 'felles@prove.example', hprNumber: '7000001' };
    const plans = [await owing(gp), await owing(gp), await owing({ ...gp, email: 'FELLES@prove.example' })];
    const digests = [];
    for (const plan of plans) digests.push(await planned(plan));
    expect(new Set(digests.map(({ digestId }) => digestId)).size).toBe(1);
    expect((await claimed(digests[0]!)).items.map(({ pathwayId }) => pathwayId).sort()).toEqual(plans.map(({ pathwayId }) => pathwayId).sort());
  });

  test('goes one by one to whoever has unsubscribed from digests: what they owe is still told', async () => {
    const gp = { name: 'Lege Hverfor', email: 'hverfor@prove.example', hprNumber: '7000009' };
    const first = await claimed(await planned(await owing(gp)));
    await house.ledger.settleDigest(first, sent('m-hver'));
    await house.ledger.unsubscribe(first.items[0]!.reminderId);
    const digests = [await planned(await owing(gp)), await planned(await owing(gp))];
    expect(digests[1]).toEqual(digests[0]);
    for (const messageId of ['m-hver-1', 'm-hver-2']) {
      const message = await claimed(digests[0]!);
      expect(message.items).toHaveLength(1);
      await house.ledger.settleDigest(message, sent(messageId));
    }
    expect(await claim(digests[0]!)).toMatchObject({ go: false, why: 'nothing' });
  });

  test('is limited in a week: what is over waits for Monday', async () => {
    const gp = { name: 'Lege Travel', email: 'travel@prove.example', hprNumber: '7000002' };
    const digests = [await planned(await owing(gp)), await planned(await owing(gp))];
    await house.ledger.setPreferences(digests[0]!.receiverId, { maxPerWeek: 1 });
    const message = await claimed(digests[0]!);
    expect(message.items).toHaveLength(1);
    await house.ledger.settleDigest(message, sent('m2'));
    expect(await claim(digests[0]!)).toMatchObject({ go: false, why: 'nothing' });
    // Monday begins at midnight; people do not.
    house.at('2026-04-19T22:05:00Z');
    expect(await claim(digests[0]!)).toMatchObject({ go: false, why: 'hold', retryAt: expect.stringMatching(/^2026-04-20T0[67]:/) });
    house.at('2026-04-20T07:30:00Z');
    expect((await claimed({ ...digests[0]!, at: '2026-04-20T07:30:00Z' })).items).toHaveLength(1);
  });
});

describe('a race', () => {
  test('between done and sent ends without a reminder', async () => {
    const plan = await owing();
    const digest = await planned(plan);
    await house.ledger.record(plan.pathwayId, [{ type: 'vurdert', occurredOn: '2026-04-13', data: { utfall: 'rett' } }], coordinator);
    house.at(digest.at);
    expect(await claim(digest)).toMatchObject({ go: false });
    expect(await claim(digest)).toMatchObject({ go: false, why: 'nothing' });
    expect((await proofOf(plan.pathwayId))[0]).toMatchObject({ state: 'suppressed', code: 'closed' });
  });

  test.each([
    ['the patient’s death', (id: string) => house.ledger.record(id, [{ type: 'pasientDod', occurredOn: '2026-04-12' }], coordinator), 'closed'],
    ['a pause', (id: string) => house.ledger.setMode(id, 'paused', 'Flyttes til et annet system.', coordinator), 'not-live'],
  ])('with %s ends without a reminder', async (_what, happens, code) => {
    const plan = await owing();
    const digest = await planned(plan);
    await happens(plan.pathwayId);
    house.at(digest.at);
    await claim(digest);
    expect((await proofOf(plan.pathwayId))[0]).toMatchObject({ state: 'suppressed', code });
  });

  test('of two couriers: one claims, the other finds nothing', async () => {
    const digest = await planned(await owing());
    house.at(digest.at);
    const answers = await Promise.all([claim(digest), claim({ ...digest, digestId: `${digest.digestId}x` })]);
    expect(answers.filter(({ go }) => go)).toHaveLength(1);
  });
});

describe('a courier that dies', () => {
  test('between claim and outcome: the same message once more, alone, and marked', async () => {
    const gp = { name: 'Lege To', email: 'to@prove.example', hprNumber: '7000003' };
    const digest = await planned(await owing(gp));
    const first = await claimed(digest);
    await planned(await owing(gp));
    const again = await claimed(digest);
    expect(again).toEqual({ ...first, repeated: true });
    await house.ledger.settleDigest(again, sent('m3'));
    expect((await proofOf(first.items[0]!.pathwayId))[0]!.entries.map(({ what }) => what)).toEqual(['planned', 'claimed', 'possibly-sent-twice', 'sent']);
    expect((await claimed(digest)).items).toHaveLength(1);
  });

  const assessed = (pathwayId: string) => house.ledger.record(pathwayId, [{ type: 'vurdert', occurredOn: '2026-04-08', data: { utfall: 'rett' } }], coordinator);

  test('after the hand-over, and the obligation is closed meanwhile: it may have been sent, and is taken back', async () => {
    const plan = await owing();
    const digest = await planned(plan);
    const { messageId } = await claimed(digest);
    house.at('2026-04-14T07:00:00Z');
    await assessed(plan.pathwayId);
    expect(await claim(digest)).toEqual({ go: false, why: 'again' });
    expect(await claim(digest)).toMatchObject({ go: false, why: 'nothing' });
    const [proof] = await proofOf(plan.pathwayId);
    expect(proof).toMatchObject({ state: 'sent', code: 'possibly-sent', messageId, sentAt: '2026-04-13T11:00:00.000Z' });
    expect(proof!.entries.slice(1)).toMatchObject([{ what: 'claimed' }, { what: 'possibly-sent', code: 'closed', channel: 'email', messageId }]);
    const { openObligations } = await house.ledger.advance(plan.pathwayId, '2026-04-14T07:00:00Z');
    const correction = openObligations.find(({ kind }) => kind === 'correct-notice')!;
    const taken = await planned({ pathwayId: plan.pathwayId, key: correction.key, attempt: 20_260_414, purpose: 'withdraw', wording: 'withdraw' });
    expect(await claimed(taken)).toMatchObject({ receiverId: digest.receiverId, channel: 'email', items: [{ purpose: 'withdraw' }] });
  });

  test('after the hand-over, and it was done the day it was claimed: nothing was wrong with it', async () => {
    const plan = await owing();
    const digest = await planned(plan);
    await claimed(digest);
    await house.ledger.record(plan.pathwayId, [{ type: 'vurdert', occurredOn: '2026-04-13', data: { utfall: 'rett' } }], coordinator);
    house.at('2026-04-14T07:00:00Z');
    await claim(digest);
    expect(await proofOf(plan.pathwayId)).toMatchObject([{ state: 'sent', code: 'possibly-sent' }]);
    const { openObligations } = await house.ledger.advance(plan.pathwayId, '2026-04-14T07:00:00Z');
    expect(openObligations.filter(({ kind }) => kind === 'correct-notice')).toEqual([]);
  });

  test('what closed between claim and outcome is taken back too', async () => {
    const plan = await owing();
    const digest = await planned(plan);
    const message = await claimed(digest);
    await assessed(plan.pathwayId);
    await house.ledger.settleDigest(message, sent('m-late'));
    const { openObligations } = await house.ledger.advance(plan.pathwayId, '2026-04-13T11:00:00Z');
    expect(openObligations.filter(({ kind }) => kind === 'correct-notice')).toHaveLength(1);
  });

  test('with one of two closed meanwhile: the other once more, by the same message id', async () => {
    const gp = { name: 'Lege Tre', email: 'tre@prove.example', hprNumber: '7000013' };
    const [closed, open] = [await owing(gp), await owing(gp)];
    const digest = await planned(closed);
    await planned(open);
    const first = await claimed(digest);
    expect(first.items).toHaveLength(2);
    await assessed(closed.pathwayId);
    const again = await claimed(digest);
    expect(again).toMatchObject({ messageId: first.messageId, repeated: true, items: [{ pathwayId: open.pathwayId }] });
    expect(await proofOf(closed.pathwayId)).toMatchObject([{ state: 'sent', code: 'possibly-sent', messageId: first.messageId }]);
    // A receipt for the message is one for both.
    await house.ledger.settleDigest(again, sent(first.messageId));
    expect(await house.ledger.recordReceipt({ channel: 'email', messageId: first.messageId, status: 'delivered', code: null })).toBe('recorded');
    expect([...(await statesOf(closed.pathwayId)), ...(await statesOf(open.pathwayId))]).toEqual(['delivered', 'delivered']);
  });

  test('before it began is noticed: what is due and nobody sends is listed', async () => {
    const digest = await planned(await owing());
    const listed = async () => (await house.ledger.dueDigests({ olderThanMs: 120_000, limit: 1_000 })).map(({ digestId }) => digestId);
    house.at('2026-04-13T11:01:00Z');
    expect(await listed()).not.toContain(digest.digestId);
    house.at('2026-04-13T11:02:01Z');
    expect(await listed()).toContain(digest.digestId);
    const message = await claimed({ ...digest, at: '2026-04-13T11:03:00Z' });
    expect(await listed()).not.toContain(digest.digestId);
    house.at('2026-04-13T11:06:00Z');
    expect(await listed()).toContain(digest.digestId);
    await house.ledger.settleDigest(message, sent('m4'));
    expect(await listed()).not.toContain(digest.digestId);
  });

  test('what was certainly not handed over waits again as before', async () => {
    const digest = await planned(await owing());
    const message = await claimed(digest);
    await house.ledger.settleDigest(message, { status: 'not-sent', code: 'smtp-away' });
    expect(await claimed(digest)).toEqual({ ...message, repeated: false });
  });
});

describe('somebody who cannot be reached', () => {
  const escalation = async (pathwayId: string, key: string, now: string) => (await house.ledger.advance(pathwayId, now)).openObligations.find((o) => o.key === key)!.escalateAt;

  test('by any address: the coordinator has it at once', async () => {
    const { role: _role, ...plan } = await owing({ name: 'Uten adresse', email: null });
    expect(await house.ledger.planReminder(plan)).toMatchObject({ go: true, digests: [] });
    expect((await proofOf(plan.pathwayId))[0]).toMatchObject({ state: 'failed', code: 'no-address', receiverId: null });
    expect(await escalation(plan.pathwayId, plan.key, '2026-04-13T11:00:00Z')).toBe('2026-04-13T11:00:00.000Z');
  });

  test.each<[string, DigestOutcome | 'give up', string]>([
    ['refused for good', { status: 'failed', code: 'mail-refused' }, 'mail-refused'],
    ['not for three days', 'give up', 'timed-out'],
  ])('%s: the coordinator has it at once', async (_how, end, code) => {
    const plan = await owing();
    const digest = await planned(plan);
    const message = await claimed(digest);
    if (end === 'give up') await house.ledger.failDigest({ ...digest, code: 'timed-out' });
    else await house.ledger.settleDigest(message, end);
    expect((await proofOf(plan.pathwayId))[0]).toMatchObject({ state: 'failed', code });
    expect(await escalation(plan.pathwayId, plan.key, '2026-04-13T11:00:00Z')).toBe('2026-04-13T11:00:00.000Z');
    expect((await house.ledger.unsent(1_000)).some(({ pathwayId }) => pathwayId === plan.pathwayId)).toBe(true);
    await planned({ pathwayId: plan.pathwayId, key: plan.key, attempt: 20_260_413, purpose: 'escalate', wording: 'escalate' });
    expect(await proofOf(plan.pathwayId)).toContainEqual(expect.objectContaining({ purpose: 'escalate', role: 'koordinator', state: 'planned' }));
  });
});

describe('receipts', () => {
  async function handedOver(receiptDueAt?: string): Promise<{ pathwayId: string; key: string; externalId: string; messageId: string }> {
    const plan = await owing({ name: 'Lege Kvitt', email: null, hprNumber: `71${String(number).padStart(5, '0')}`, herId: '80123' });
    const message = await claimed(await planned(plan), [health]);
    expect(message).toMatchObject({ channel: 'dialogmelding', address: { herId: '80123' }, items: [{ patient: { name: 'Kari-Anne Prøvesen' } }] });
    const ids = { externalId: `edi-${number}`, messageId: `msg-${number}` };
    await house.ledger.settleDigest(message, sent(ids.messageId, { externalId: ids.externalId, ...(receiptDueAt !== undefined && { receiptDueAt }) }));
    return { pathwayId: plan.pathwayId, key: plan.key, ...ids };
  }

  test('are recorded once, by either id, and never go back', async () => {
    const { pathwayId, externalId, messageId } = await handedOver('2026-04-14T11:00:00Z');
    const channel = 'dialogmelding';
    expect(await house.ledger.recordReceipt({ channel, externalId, status: 'delivered', code: null })).toBe('recorded');
    expect(await house.ledger.recordReceipt({ channel, messageId, status: 'delivered', code: null })).toBe('repeated');
    expect(await house.ledger.recordReceipt({ channel, messageId, status: 'read', code: null })).toBe('recorded');
    expect(await house.ledger.recordReceipt({ channel, messageId, status: 'delivered', code: null })).toBe('repeated');
    expect(await statesOf(pathwayId)).toEqual(['read']);
    house.at('2026-04-15T11:00:00Z');
    expect(await house.ledger.failUnreceipted(100)).toBe(0);
  });

  test('that reject make it the coordinator’s', async () => {
    const { pathwayId, key, messageId } = await handedOver();
    expect(await house.ledger.recordReceipt({ channel: 'dialogmelding', messageId, status: 'rejected', code: 'E21', detail: { system: '8221' } })).toBe('recorded');
    expect(await house.ledger.recordReceipt({ channel: 'dialogmelding', messageId, status: 'rejected', code: 'E21' })).toBe('repeated');
    expect((await proofOf(pathwayId))[0]).toMatchObject({ state: 'failed', code: 'E21' });
    expect((await house.ledger.advance(pathwayId, '2026-04-13T11:00:00Z')).openObligations.find((o) => o.key === key)!.escalateAt).not.toBeNull();
  });

  test('that do not come in time are a failure; one that comes later is recorded all the same', async () => {
    const { pathwayId, messageId } = await handedOver('2026-04-14T11:00:00Z');
    house.at('2026-04-14T11:00:01Z');
    expect(await house.ledger.failUnreceipted(100)).toBeGreaterThanOrEqual(1);
    expect((await proofOf(pathwayId))[0]).toMatchObject({ state: 'failed', code: 'no-receipt' });
    expect(await house.ledger.recordReceipt({ channel: 'dialogmelding', messageId, status: 'delivered', code: null })).toBe('recorded');
    expect((await proofOf(pathwayId))[0]).toMatchObject({ state: 'delivered', code: null });
  });

  test('of a mail that bounced for good end the use of that address until somebody has changed it', async () => {
    const who = { name: 'Flyttet', email: 'flyttet@prove.example', hprNumber: '7300001' };
    const plan = await owing(who);
    const digest = await planned(plan);
    await house.ledger.settleDigest(await claimed(digest), sent('m-bounced'));
    expect(await house.ledger.recordReceipt({ channel: 'email', messageId: 'm-bounced', status: 'rejected', code: 'bounced-5.1.1' })).toBe('recorded');
    expect((await house.ledger.receivers({ ids: [digest.receiverId] }))[0]).toMatchObject({ unreachable: 'bounced-5.1.1' });
    const next = await owing(who);
    const again = await planned(next);
    house.at(again.at);
    await claim(again);
    expect((await proofOf(next.pathwayId))[0]).toMatchObject({ code: 'no-address' });
    await house.ledger.setContact(next.pathwayId, next.role, { ...who, email: 'ny-adresse@prove.example' }, coordinator);
    expect((await house.ledger.receivers({ ids: [digest.receiverId] }))[0]).toMatchObject({ unreachable: null });
  });

  test('a patient’s own address that bounced is used again when it has been set anew', async () => {
    const { pathwayId } = await owing();
    const setTo = (email: string) => house.ledger.setContact(pathwayId, 'pasient', { name: 'Pasienten selv', email }, coordinator);
    const hers = `patient_id = (select patient_id from pathway where id = '${pathwayId}')`;
    await setTo('feil@prove.example');
    await house.sql(`update receiver set unreachable = 'bounced-5.1.1' where ${hers}`);
    await setTo('riktig@prove.example');
    expect(await house.sql(`select unreachable from receiver where ${hers}`)).toEqual([{ unreachable: null }]);
  });

  test('for what was never sent from here belong to nothing', async () => {
    expect(await house.ledger.recordReceipt({ channel: 'email', messageId: 'ukjent', status: 'delivered', code: null })).toBe('unknown');
  });
});

describe('answers in words', () => {
  test('stand sealed on the pathway once, and the coordinator has them at once; what they answer must be ours', async () => {
    const gp = { name: 'Lege Svar', email: null, hprNumber: '7200001', herId: '80124' };
    const [plan, other] = [await owing(gp), await owing(gp)];
    const digest = await planned(plan);
    await planned(other);
    // What names a patient is about one patient.
    const message = await claimed(digest, [health]);
    expect(message.items).toHaveLength(1);
    await house.ledger.settleDigest(message, sent('m8', { externalId: 'msgid-8' }));
    const { pathwayId } = message.items[0]!;
    const reply = { externalId: 'msgid-8', replyId: 'svar-1', text: 'Pasienten har time 10. april.' };
    expect(await house.ledger.recordReply(reply)).toBe('recorded');
    expect(await house.ledger.recordReply(reply)).toBe('repeated');
    expect(await house.ledger.recordReply({ ...reply, externalId: 'en annens' })).toBe('unknown');
    expect(await proofOf(pathwayId)).toEqual([expect.objectContaining({ state: 'answered', answer: 'message' })]);
    const { timeline } = await house.ledger.patientView(pathwayId);
    expect(timeline.filter(({ type }) => type === 'reply-received')).toEqual([expect.objectContaining({ text: 'Pasienten har time 10. april.' })]);
    expect((await house.ledger.advance(pathwayId, '2026-04-13T11:00:00Z')).openObligations.find(({ key }) => key === plan.key)!.escalateAt).not.toBeNull();
  });
});

describe('one message about several reminders of a patient', () => {
  /** A message that asks for two things, handed over. */
  async function asksTwice(externalId: string): Promise<{ readonly plan: ReminderPlan; readonly pathwayId: string }> {
    const plan = await owing({ name: 'Lege Flere', email: null, hprNumber: `74${String(number).padStart(5, '0')}`, herId: '80125' });
    const digest = await planned(plan);
    await planned({ ...plan, attempt: 20_260_410 });
    const message = await claimed(digest, [health]);
    expect(message.items).toHaveLength(2);
    await house.ledger.settleDigest(message, sent(externalId, { externalId }));
    return { plan, pathwayId: plan.pathwayId };
  }

  test('is answered for all of them by one answer, which comes in twice without harm', async () => {
    const { pathwayId, plan } = await asksTwice('msgid-to');
    const reply = { externalId: 'msgid-to', replyId: 'svar-to', text: 'Begge deler er gjort.' };
    expect([await house.ledger.recordReply(reply), await house.ledger.recordReply(reply)]).toEqual(['recorded', 'repeated']);
    expect(await proofOf(pathwayId)).toMatchObject([{ state: 'answered', answer: 'message' }, { state: 'answered', answer: 'message' }]);
    const { timeline } = await house.ledger.patientView(pathwayId);
    expect(timeline.filter(({ type }) => type === 'reply-received')).toMatchObject([{ text: 'Begge deler er gjort.', data: { replyId: 'svar-to', reminders: [expect.any(String), expect.any(String)] } }]);
    expect((await house.ledger.advance(pathwayId, '2026-04-13T11:00:00Z')).openObligations.find(({ key }) => key === plan.key)!.escalateAt).not.toBeNull();
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('is refused, or taken, for all of them by one receipt, which comes twice without harm', async () => {
    const { pathwayId } = await asksTwice('msgid-tre');
    const receipt = { channel: 'dialogmelding', externalId: 'msgid-tre', status: 'rejected', code: 'apprec-E21' } as const;
    expect([await house.ledger.recordReceipt(receipt), await house.ledger.recordReceipt(receipt)]).toEqual(['recorded', 'repeated']);
    expect(await proofOf(pathwayId)).toMatchObject([{ state: 'failed', code: 'apprec-E21' }, { state: 'failed', code: 'apprec-E21' }]);
    // A second answer of other words is another answer.
    expect(await house.ledger.recordReply({ externalId: 'msgid-tre', replyId: 'svar-tre', text: 'Vi fikk den likevel.' })).toBe('recorded');
  });
});

describe('answers by link', () => {
  test('received stops nothing; not mine gives it to the coordinator; both are recorded once', async () => {
    const plan = await owing();
    const message = await claimed(await planned(plan));
    await house.ledger.settleDigest(message, sent('m5'));
    const { reminderId } = message.items[0]!;
    expect(await house.ledger.answerReminder(reminderId, 'received')).toBe('recorded');
    expect(await house.ledger.answerReminder(reminderId, 'received')).toBe('repeated');
    expect((await proofOf(plan.pathwayId))[0]).toMatchObject({ state: 'acknowledged', answer: 'received' });
    expect(await house.ledger.answerReminder(reminderId, 'not-mine')).toBe('recorded');
    expect(await house.ledger.answerReminder(reminderId, 'received')).toBe('closed');
    const [proof] = await proofOf(plan.pathwayId);
    expect(proof!.entries.map(({ what }) => what)).toEqual(['planned', 'claimed', 'sent', 'acknowledged', 'answered']);
    expect((await house.ledger.advance(plan.pathwayId, '2026-04-13T11:00:00Z')).openObligations.find((o) => o.key === plan.key)!.escalateAt).not.toBeNull();
  });

  test('of a reminder that was never sent are refused', async () => {
    await expect(house.ledger.answerReminder('00000000-0000-0000-0000-000000000001', 'received')).rejects.toMatchObject({ code: 'unknown-obligation' });
    await expect(house.ledger.answerReminder('tull', 'received')).rejects.toMatchObject({ code: 'unknown-obligation' });
  });
});

describe('another contact', () => {
  test('gets what waited for the old one, and is asked what the old one has not answered', async () => {
    const waiting = await owing({ name: 'Gammel', email: 'gammel@prove.example' });
    const old = await planned(waiting);
    const asked = await owing({ name: 'Gammel', email: 'gammel@prove.example' });
    await house.ledger.settleDigest(await claimed(await planned(asked)).then(async (digest) => digest), sent('m6'));
    for (const { pathwayId, role } of [waiting, asked]) await house.ledger.setContact(pathwayId, role, { name: 'Ny', email: 'ny@prove.example' }, coordinator);
    expect(await claim(old)).toMatchObject({ go: false, why: 'nothing' });
    const names = async (id: string) => (await proofOf(id)).map(({ receiverName, state }) => `${receiverName} ${state}`).sort();
    expect([...(await names(waiting.pathwayId)), ...(await names(asked.pathwayId))].filter((line) => line === 'Ny planned')).toHaveLength(2);
  });
});

test('one who is away has a stand-in: what is due goes to them', async () => {
  const away = await planned(await owing({ name: 'Borte', email: 'borte@prove.example' }));
  const there = await planned(await owing({ name: 'Vikar', email: 'vikar@prove.example' }));
  await house.ledger.setPreferences(away.receiverId, { awayFrom: '2026-04-10' as never, awayTo: '2026-04-20' as never, standInId: there.receiverId });
  house.at(away.at);
  expect(await claim(away)).toMatchObject({ go: false, why: 'nothing', handedOn: [{ receiverId: there.receiverId }] });
  expect((await claimed(there)).items).toHaveLength(2);
});

test('two who stand in for each other, neither of them away, get what is theirs', async () => {
  const one = await planned(await owing({ name: 'En', email: 'en@prove.example' }));
  const two = await planned(await owing({ name: 'To', email: 'to-to@prove.example' }));
  await house.ledger.setPreferences(one.receiverId, { standIn: { id: two.receiverId } });
  await house.ledger.setPreferences(two.receiverId, { standIn: { id: one.receiverId } });
  expect((await claimed(one)).receiverId).toBe(one.receiverId);
  expect((await claimed(two)).receiverId).toBe(two.receiverId);
});

test('what could not leave by day does not leave by night', async () => {
  const digest = await planned(await owing());
  const message = await claimed(digest);
  await house.ledger.settleDigest(message, { status: 'not-sent', code: 'smtp-away' });
  house.at('2026-04-13T21:00:00Z');
  expect(await claim(digest)).toMatchObject({ go: false, why: 'hold', retryAt: expect.stringMatching(/^2026-04-14T0[67]:/) });
});

test('what a closed obligation was reminded of is done', async () => {
  const plan = await owing();
  await house.ledger.settleDigest(await claimed(await planned(plan)), sent('m7'));
  await house.ledger.closeReminders(plan.pathwayId);
  expect(await statesOf(plan.pathwayId)).toEqual(['sent']);
  await house.ledger.record(plan.pathwayId, [{ type: 'vurdert', occurredOn: '2026-04-13', data: { utfall: 'rett' } }], coordinator);
  await house.ledger.closeReminders(plan.pathwayId);
  expect(await statesOf(plan.pathwayId)).toEqual(['done']);
});

test('while the installation sends nothing a digest is held, and nothing is lost', async () => {
  const digest = await planned(await owing());
  await house.ledger.setEffects(false, 'Øvelse.', coordinator);
  house.at(digest.at);
  try {
    expect(await claim(digest)).toEqual({ go: false, why: 'hold', retryAt: '2026-04-13T11:15:00.000Z' });
  } finally {
    await house.ledger.setEffects(true, 'Øvelsen er over.', coordinator);
  }
  expect(await claim(digest)).toMatchObject({ go: true });
});
