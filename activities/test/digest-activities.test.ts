import { describe, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { generateKey, readKeySet } from '@forlop/crypto';
import { LedgerError, type Digest, type DigestClaim, type DigestItem, type DigestOutcome, type PlannedDigest } from '@forlop/ledger';
import { ChannelRefused, ChannelUnavailable, type Channel, type Handed, type Outgoing } from '@forlop/messaging';
import { AnswerTokens } from '@forlop/reminders';
import { digestActivities } from '../src/index.js';

const call = { receiverId: '5a1c0934-0000-4000-8000-0000000000aa', digestId: 'digest/5a1c0934-0000-4000-8000-0000000000aa/20260413T1100' };
const tokens = new AnswerTokens(readKeySet(`test:${generateKey()}`, 'prøvenøkkel'));
const nothing: DigestClaim = { go: false, why: 'nothing', handedOn: [] };
const patient = { name: 'Ragnfrid Oppdiktesen', given: 'Ragnfrid', family: 'Oppdiktesen', identifier: '15848812345' };
const dutyTitle = 'Vurdering av utmattelse';

function item(n: number, more: Partial<DigestItem> = {}): DigestItem {
  return {
    reminderId: `7b1c0934-0000-4000-8000-00000000000${n}`, pathwayId: `5a1c0934-0000-4000-8000-00000000000${n}`, purpose: 'ask', wording: 'remind', kind: 'remind',
    duty: 'VURDERING-BRUTT', dutyTitle, dueOn: '2026-04-08' as DigestItem['dueOn'], organisation: 'Sykehuset Fjord', patient: null, plannedAt: '2026-04-08T06:30:00.000Z', ...more,
  };
}

function digest(items: readonly DigestItem[], more: Partial<Digest> = {}): Digest {
  return {
    digestId: call.digestId, receiverId: call.receiverId, messageId: '3f1c', channel: 'email', language: 'nb', items, repeated: false,
    address: { name: 'Lege Legesen', email: 'lege@legekontor.example', hprNumber: null, herId: '80123', orgNumber: null }, subscriber: null, ...more,
  };
}

const go = (...args: Parameters<typeof digest>): DigestClaim => ({ go: true, digest: digest(...args) });

/** A channel that keeps what it is given, and ends each sending as it is told. */
function channel(id: Channel['id'] = 'email', ends: (Handed | Error)[] = []): Channel & { readonly sent: Outgoing[] } {
  const sent: Outgoing[] = [];
  const send = async (message: Outgoing): Promise<Handed> => {
    sent.push(message);
    const end = ends.shift() ?? { externalId: null, receiptDueAt: null };
    if (end instanceof Error) throw end;
    return end;
  };
  return { id, carries: id === 'email' ? 'nothing' : 'health', recognisesId: id !== 'email', sent, send };
}

/** The activities on a ledger that answers claims in order, then `nothing`. */
function courier(claims: (DigestClaim | Error)[], channels: readonly Channel[], answerTokens: AnswerTokens | null = tokens) {
  const outcomes: DigestOutcome[] = [];
  const offered: unknown[] = [];
  const started: PlannedDigest[] = [];
  const failed: unknown[] = [];
  const activities = digestActivities({
    ledger: {
      claimDigest: async ({ channels: these }) => {
        offered.push(these);
        const claim = claims.shift() ?? nothing;
        if (claim instanceof Error) throw claim;
        return claim;
      },
      settleDigest: async (_digest, outcome) => void outcomes.push(outcome),
      failDigest: async (these) => void failed.push(these),
    },
    digests: { start: async (planned) => started.push(planned) > 0 },
    channels, publicUrl: 'https://forlop.example', tokens: answerTokens,
  });
  return { outcomes, offered, started, failed, ...activities };
}

describe('what becomes of a message', () => {
  test('taken over: recorded as sent, with the channel’s own id, the receipt that must come and the templates', async () => {
    const email = channel('email', [{ externalId: 'edi-1', receiptDueAt: '2026-04-14T11:00:00.000Z' }]);
    const { sendDigest, outcomes, offered } = courier([go([item(1)])], [email]);
    await expect(sendDigest(call)).resolves.toEqual({ messages: 1, retryAt: null });
    expect(outcomes).toEqual([{ status: 'sent', messageId: email.sent[0]!.messageId, externalId: 'edi-1', receiptDueAt: '2026-04-14T11:00:00.000Z', template: expect.stringMatching(/^remind\.nothing\.nb@\d+ letter\.nothing\.nb@\d+$/) }]);
    expect(offered[0]).toEqual([{ id: 'email', carries: 'nothing' }]);
  });

  test('refused for good: recorded as failed, counted as no message, and the next one goes', async () => {
    const email = channel('email', [new ChannelRefused('smtp-550')]);
    const { sendDigest, outcomes } = courier([go([item(1)]), go([item(2)])], [email]);
    await expect(sendDigest(call)).resolves.toEqual({ messages: 1, retryAt: null });
    expect(outcomes.map((outcome) => [outcome.status, 'code' in outcome ? outcome.code : null])).toEqual([['failed', 'smtp-550'], ['sent', null]]);
  });

  test('away before anything left: let go in the ledger, and tried again when the channel said', async () => {
    const email = channel('email', [new ChannelUnavailable('smtp-451', { retryAfterMs: 90_000 })]);
    const { sendDigest, outcomes } = courier([go([item(1)])], [email]);
    await expect(sendDigest(call)).rejects.toMatchObject({ type: 'smtp-451', nonRetryable: false, nextRetryDelay: 90_000 });
    expect(outcomes).toEqual([{ status: 'not-sent', code: 'smtp-451' }]);
  });

  test('silent after it may have been taken: stays claimed, so that another try is known to be a second one', async () => {
    const email = channel('email', [new ChannelUnavailable('connection-lost', { maybeSent: true })]);
    const { sendDigest, outcomes } = courier([go([item(1)])], [email]);
    const failure = await sendDigest(call).then(() => null, (error: unknown) => error);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'connection-lost', nonRetryable: false });
    expect((failure as ApplicationFailure).nextRetryDelay ?? null).toBeNull();
    expect(outcomes).toEqual([]);
  });

  test('a fault of ours: thrown as it is, and stays claimed, since nobody knows how far it came', async () => {
    const { sendDigest, outcomes } = courier([go([item(1)])], [channel('email', [new TypeError('ikke en funksjon')])]);
    await expect(sendDigest(call)).rejects.toBeInstanceOf(TypeError);
    expect(outcomes).toEqual([]);
  });

  test('a database that is away is a failure that may pass', async () => {
    const { sendDigest } = courier([new LedgerError('unavailable', 'Databasen svarer ikke.')], [channel()]);
    await expect(sendDigest(call)).rejects.toMatchObject({ nonRetryable: false });
  });

  test('given up: the ledger is told with why', async () => {
    const { failDigest, failed } = courier([], [channel()]);
    await failDigest({ ...call, code: 'unreachable' });
    expect(failed).toEqual([{ ...call, code: 'unreachable' }]);
  });
});

describe('what is to be done next', () => {
  test('looked at and not to be sent: asked again at once', async () => {
    const email = channel();
    const { sendDigest, offered } = courier([{ go: false, why: 'again' }, { go: false, why: 'again' }, go([item(1)])], [email]);
    await expect(sendDigest(call)).resolves.toEqual({ messages: 1, retryAt: null });
    expect([offered.length, email.sent.length]).toEqual([4, 1]);
  });

  test('nothing, as the receiver is away: the stand-ins’ digests are started', async () => {
    const handedOn: PlannedDigest[] = [{ digestId: 'digest/vikar/20260413T1100', receiverId: 'vikar', at: '2026-04-13T11:00:00.000Z' }];
    const email = channel();
    const { sendDigest, started } = courier([{ go: false, why: 'nothing', handedOn }], [email]);
    await expect(sendDigest(call)).resolves.toEqual({ messages: 0, retryAt: null });
    expect([started, email.sent]).toEqual([handedOn, []]);
  });

  test('held back: what went out so far, and when to ask again', async () => {
    const retryAt = '2026-04-13T11:15:00.000Z';
    const { sendDigest } = courier([go([item(1)]), { go: false, why: 'hold', retryAt }], [channel()]);
    await expect(sendDigest(call)).resolves.toEqual({ messages: 1, retryAt });
  });

  test('by another channel: each gets its own message, with an id of its own', async () => {
    const [email, dialog] = [channel(), channel('dialogmelding')];
    const { sendDigest } = courier([go([item(1)]), go([item(1, { patient })], { channel: 'dialogmelding', messageId: '9c2d' })], [email, dialog]);
    await expect(sendDigest(call)).resolves.toEqual({ messages: 2, retryAt: null });
    expect(dialog.sent[0]!.receiver.address).toEqual({ channel: 'dialogmelding', herId: '80123' });
    expect([email.sent[0]!.messageId, dialog.sent[0]!.messageId]).toEqual(['3f1c', '9c2d']);
  });
});

describe('a record system', () => {
  const served = { channel: 'webhook', subscriber: { id: '0198c0de-8888-7000-8000-000000000008', url: 'https://journal.legekontor.example/forlop' } } as const;

  test('is posted what its receiver is to know', async () => {
    const webhook = channel('webhook');
    await courier([go([item(1, { patient })], served)], [webhook]).sendDigest(call);
    expect(webhook.sent[0]!.receiver.address).toEqual({ channel: 'webhook', subscriber: served.subscriber.id, url: served.subscriber.url });
    expect(webhook.sent[0]!.text).toContain(patient.name);
  });

  test('that has ended since it was claimed is posted nothing, and that stands so', async () => {
    const webhook = channel('webhook');
    const { sendDigest, outcomes } = courier([go([item(1, { patient })], { ...served, subscriber: null })], [webhook]);
    await expect(sendDigest(call)).resolves.toEqual({ messages: 0, retryAt: null });
    expect([outcomes, webhook.sent]).toEqual([[{ status: 'failed', code: 'no-subscriber' }], []]);
  });
});

describe('the message', () => {
  const messageOf = async (claim: DigestClaim, on = channel(), answerTokens: AnswerTokens | null = tokens): Promise<Outgoing> => {
    await courier([claim], [on], answerTokens).sendDigest(call);
    return on.sent[0]!;
  };

  test('goes by the id that the ledger gave it, also when it is tried again with less', async () => {
    expect((await messageOf(go([item(1), item(2)]))).messageId).toBe('3f1c');
    expect(await messageOf(go([item(2)], { repeated: true }))).toMatchObject({ messageId: '3f1c', repeated: true });
  });

  test('on a channel that carries nothing says nothing of the patient, even were it given', async () => {
    const message = await messageOf(go([item(1, { patient }), item(2, { patient })]));
    const written = JSON.stringify(message);
    for (const personal of [patient.name, patient.identifier, dutyTitle, 'utmattelse']) expect(written).not.toContain(personal);
    expect(message.items.map((one) => one.patient)).toEqual([null, null]);
    expect(message.digest).toBe(true);
    expect(message.text).toContain('5A1C0934');
    expect(message.text).toContain('https://forlop.example/pasient/5a1c0934-');
  });

  test('on a channel that carries health names the patient and what is asked', async () => {
    const message = await messageOf(go([item(1, { patient })], { channel: 'dialogmelding' }), channel('dialogmelding'));
    expect(message.items[0]!.patient).toEqual({ name: patient.name, givenName: 'Ragnfrid', familyName: 'Oppdiktesen', personNumber: patient.identifier });
    for (const needed of [patient.name, dutyTitle]) expect(message.text).toContain(needed);
    expect(message.digest).toBe(false);
  });

  test('answers by a link for this reminder alone, which expires; without keys there is none', async () => {
    const link = (await messageOf(go([item(1)]))).items[0]!.answerLink!;
    const token = link.replace('https://forlop.example/svar/', '');
    expect(tokens.verify(token, 'answer', Date.now())).toMatchObject({ ok: true, content: { subject: item(1).reminderId } });
    expect((await messageOf(go([item(1)]), channel(), null)).items[0]!.answerLink).toBeNull();
  });
});
