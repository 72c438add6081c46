import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BoxKeys, generateKey } from '@forlop/crypto';
import { secretContext, type Digest, type OfferedChannel, type PlannedDigest, type Served } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

const keys = BoxKeys.read(`bud:${generateKey()}`, 'FORLOP_WEBHOOK_KEYS');
const administrator = { kind: 'person', id: 'administrator-1' } as const;
const channels: readonly OfferedChannel[] = [{ id: 'webhook', carries: 'health' }, { id: 'dialogmelding', carries: 'health' }, { id: 'email', carries: 'nothing' }];
const noon = '2026-04-13T11:00:00Z';

let house: TestLedger;
beforeAll(async () => { house = await startLedger('2026-03-20'); }, 60_000);
beforeEach(() => house.at(noon));
afterAll(() => house.close());

let number = 80_200;
/** An office that nobody else in these tests has. */
const newHerId = (): string => String((number += 1));
const subscribe = (serves: readonly Served[], label = 'Journalsystem') => house.ledger.registerSubscriber({ label, url: 'https://journal.prove.example/forlop', serves }, administrator);

/** A reminder that is due to a contact. */
async function due(contact: { readonly name: string; readonly email: string | null; readonly hprNumber?: string; readonly herId?: string; readonly orgNumber?: string }): Promise<PlannedDigest & { readonly pathwayId: string }> {
  house.at('2026-03-20');
  const { pathwayId } = await house.ledger.intake(referral(), coordinator);
  house.at(noon);
  const { openObligations } = await house.ledger.advance(pathwayId, noon);
  const { key } = openObligations.find((o) => o.duty === 'VURDERING-BRUTT')!;
  const [row] = await house.sql<{ to_role: string }>('select to_role from obligation_row where pathway_id = $1 and key = $2', [pathwayId, key]);
  await house.ledger.setContact(pathwayId, row!.to_role, contact, coordinator);
  const planned = await house.ledger.planReminder({ pathwayId, key, attempt: 20_260_409, purpose: 'ask', wording: 'remind' });
  if (!planned.go) throw new Error(planned.why);
  house.at(planned.digests[0]!.at);
  return { ...planned.digests[0]!, pathwayId };
}

async function claimed(digest: PlannedDigest): Promise<Digest> {
  const claim = await house.ledger.claimDigest({ ...digest, channels });
  if (!claim.go) throw new Error(JSON.stringify(claim));
  return claim.digest;
}

const secretsOf = async (id: string): Promise<string[]> => (await house.ledger.sealedSecrets(id)).map((sealed) => keys.open(sealed, secretContext(id)));
const shown = async (id: string) => (await house.ledger.subscribers()).find((one) => one.id === id)!;
const failed = (code: string) => ({ status: 'failed', code }) as const;

test('before a courier has told its key nobody can be registered', async () => {
  await expect(subscribe([{ herId: newHerId() }])).rejects.toMatchObject({ code: 'no-courier-key' });
  await house.ledger.tellCourierKey(keys.publicKey());
  await house.ledger.tellCourierKey(keys.publicKey());
  expect((await house.sql('select id from webhook_key')).map(({ id }) => id)).toEqual(['bud']);
});

describe('the secret of a subscriber', () => {
  test('is told once, and kept so that only the courier opens it, for that subscriber alone', async () => {
    const [one, two] = [await subscribe([{ herId: newHerId() }]), await subscribe([{ herId: newHerId() }])];
    expect(one.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(one.secret).not.toBe(two.secret);
    expect(await secretsOf(one.subscriber.id)).toEqual([one.secret]);
    const [sealed] = await house.ledger.sealedSecrets(one.subscriber.id);
    expect(() => keys.open(sealed!, secretContext(two.subscriber.id))).toThrow();
    expect(JSON.stringify(await house.ledger.subscribers())).not.toContain(one.secret);
    const stored = JSON.stringify((await house.sql('select row_to_json(s) as row from webhook_subscriber s')).map(({ row }) => row));
    expect(stored).not.toContain(Buffer.from(one.secret).toString('hex'));
  });

  test('is changed with an overlap, after which the one before signs no more; without one it ends at once', async () => {
    const { subscriber, secret } = await subscribe([{ herId: newHerId() }]);
    const second = await house.ledger.rotateSubscriber(subscriber.id, 7);
    expect(await secretsOf(subscriber.id)).toEqual([second.secret, secret]);
    expect(second.subscriber).toMatchObject({ rotatedAt: '2026-04-13T11:00:00.000Z', previousUntil: '2026-04-20T11:00:00.000Z' });
    house.at('2026-04-20T11:00:01Z');
    expect(await secretsOf(subscriber.id)).toEqual([second.secret]);
    const third = await house.ledger.rotateSubscriber(subscriber.id, 0);
    expect(await secretsOf(subscriber.id)).toEqual([third.secret]);
  });
});

describe('a reminder', () => {
  test.each<[string, (herId: string) => [Served, Parameters<typeof due>[0]]]>([
    ['by HER-id', (herId) => [{ herId }, { name: 'Kontoret', email: 'kontor@prove.example', herId }]],
    ['by organisation number', () => [{ orgNumber: '310000002' }, { name: 'Legekontoret', email: null, orgNumber: '310000002' }]],
  ])('of one who is served %s goes by webhook, before any other way', async (_how, parts) => {
    const [served, contact] = parts(newHerId());
    const { subscriber } = await subscribe([served]);
    const digest = await claimed(await due(contact));
    expect(digest).toMatchObject({ channel: 'webhook', subscriber: { id: subscriber.id, url: subscriber.url }, items: [{ patient: { family: 'Prøvesen' } }] });
    await house.ledger.settleDigest(digest, { status: 'sent', messageId: 'm', externalId: 'm', receiptDueAt: null, template: 'remind@1' });
    expect((await shown(subscriber.id)).figures).toMatchObject({ sent: 1, underWay: 0, dead: 0, lastSentAt: expect.any(String) });
  });

  test('of one receiver alone, by id; their colleagues at the same office get theirs as before', async () => {
    const herId = newHerId();
    const [one, other] = [await due({ name: 'Lege A', email: null, hprNumber: '9900501', herId }), await due({ name: 'Lege B', email: null, hprNumber: '9900502', herId })];
    await subscribe([{ receiverId: one.receiverId }]);
    expect([(await claimed(one)).channel, (await claimed(other)).channel]).toEqual(['webhook', 'dialogmelding']);
  });

  test('goes the way that its receiver chose, where they did', async () => {
    const herId = newHerId();
    await subscribe([{ herId }]);
    const digest = await due({ name: 'Lege C', email: 'lege-c@prove.example', hprNumber: '9900503', herId });
    await house.ledger.setPreferences(digest.receiverId, { channel: 'email' });
    expect((await claimed(digest)).channel).toBe('email');
  });

  test('that was claimed before its subscriber ended has nowhere to go, and says so; the next goes another way', async () => {
    const herId = newHerId();
    const { subscriber } = await subscribe([{ herId }]);
    const digest = await due({ name: 'Lege D', email: null, hprNumber: '9900504', herId });
    await claimed(digest);
    await house.ledger.endSubscriber(subscriber.id, 'Byttet system.', administrator);
    expect(await claimed(digest)).toMatchObject({ channel: 'webhook', subscriber: null, repeated: true });
    expect((await claimed(await due({ name: 'Lege E', email: null, hprNumber: '9900505', herId }))).channel).toBe('dialogmelding');
  });

  test('that is given up is a dead letter: failed, counted, and the coordinator has it', async () => {
    const herId = newHerId();
    const { subscriber } = await subscribe([{ herId }]);
    const digest = await due({ name: 'Lege F', email: null, hprNumber: '9900506', herId });
    await house.ledger.settleDigest(await claimed(digest), failed('http-400'));
    const { rows } = await house.ledger.reminders({ pathwayId: digest.pathwayId, state: 'failed' });
    expect(rows).toMatchObject([{ code: 'http-400', channel: 'webhook' }]);
    expect((await house.ledger.patientView(digest.pathwayId)).timeline.map(({ type }) => type)).toContain('telling-failed');
    expect((await shown(subscriber.id)).figures).toMatchObject({ sent: 0, dead: 1, lastCode: 'http-400' });
    expect((await shown(subscriber.id)).endedAt).toBeNull();
  });

  test('that is answered 410 ends the subscription; another may then serve the office', async () => {
    const herId = newHerId();
    const { subscriber } = await subscribe([{ herId }]);
    await house.ledger.settleDigest(await claimed(await due({ name: 'Lege G', email: null, hprNumber: '9900507', herId })), failed('gone'));
    expect(await shown(subscriber.id)).toMatchObject({ endedBy: 'system:courier', endedWhy: 'gone' });
    expect(await secretsOf(subscriber.id)).toEqual([]);
    expect((await subscribe([{ herId }])).subscriber.endedAt).toBeNull();
  });
});

describe('whoever runs the house', () => {
  test('cannot have two serve the same office, nor one serve a receiver who does not exist', async () => {
    const herId = newHerId();
    await subscribe([{ herId }]);
    await expect(subscribe([{ herId: newHerId() }, { herId }])).rejects.toMatchObject({ code: 'already-served' });
    await expect(subscribe([{ receiverId: '00000000-0000-4000-8000-00000000abcd' }])).rejects.toMatchObject({ code: 'bad-data' });
    expect((await house.ledger.subscribers()).filter(({ serves }) => JSON.stringify(serves).includes(herId))).toHaveLength(1);
  });

  test.each(['00000000-0000-4000-8000-00000000abcd', 'tull'])('is told that there is no %s', async (id) => {
    await expect(house.ledger.rotateSubscriber(id, 7)).rejects.toMatchObject({ code: 'unknown-subscriber' });
    await expect(house.ledger.endSubscriber(id, 'x', administrator)).rejects.toMatchObject({ code: 'unknown-subscriber' });
    await expect(house.ledger.askForPing(id)).rejects.toMatchObject({ code: 'unknown-subscriber' });
  });

  test('asks for a test message, and sees what came of it; only the latest counts', async () => {
    const { subscriber } = await subscribe([{ herId: newHerId() }]);
    expect((await house.ledger.askForPing(subscriber.id)).ping).toEqual({ askedAt: '2026-04-13T11:00:00.000Z', doneAt: null, code: null });
    const [first] = (await house.ledger.pingsDue(10)).filter(({ subscriberId }) => subscriberId === subscriber.id);
    await house.ledger.askForPing(subscriber.id);
    await house.ledger.recordPing(first!.id, 'timeout');
    expect((await shown(subscriber.id)).ping).toMatchObject({ doneAt: null });
    const [second] = await house.ledger.pingsDue(10);
    await house.ledger.recordPing(second!.id, null);
    expect((await shown(subscriber.id)).ping).toMatchObject({ doneAt: '2026-04-13T11:00:00.000Z', code: null });
    expect(await house.ledger.pingsDue(10)).toEqual([]);
  });
});
