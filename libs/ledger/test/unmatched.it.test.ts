import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { systems } from '@forlop/contracts';
import type { Ledger, UnmatchedInput } from '../src/index.js';
import { referral, startLedger, type TestLedger } from './helpers.js';

const noon = '2026-04-13T11:00:00Z';
const [here, there] = ['8000001', '8000002'];
const anne = { kind: 'person', id: 'anne' } as const;
let house: TestLedger;
let api: Ledger;
let [nord, sor]: string[] = [];
beforeAll(async () => {
  house = await startLedger('2026-03-20');
  api = await house.another({ role: 'api' });
  nord = (await house.ledger.registerOrganisation({ kind: 'hospital', name: 'Nordre sykehus', orgNumber: '310000019', herId: here })).id;
  sor = (await house.ledger.registerOrganisation({ kind: 'hospital', name: 'Søndre sykehus', orgNumber: '310000027', herId: there })).id;
}, 60_000);
beforeEach(() => house.at(noon));
afterAll(() => house.close());

const of = (organisation: string): Ledger => api.as({ kind: 'actor', actor: 'person:anne', organisationIds: [organisation], personHashes: [] });
let number = 0;

/** Something that came in, and its id. */
async function came(more: Partial<UnmatchedInput> = {}): Promise<string> {
  number += 1;
  const message: UnmatchedInput = {
    channel: 'dialogmelding', externalId: `edi-${number}`, code: 'unknown-message', kind: 'dialogmelding', senderHerId: '80123', receiverHerId: here, text: 'Pasienten har time 10. april.', content: 'PE1zZ0hlYWQvPg==', ...more,
  };
  await house.ledger.keepUnmatched(message);
  await house.ledger.keepUnmatched(message);
  const rows = await house.sql<{ id: string }>('select id from unmatched_message where external_id = $1', [message.externalId]);
  expect(rows).toHaveLength(1);
  return rows[0]!.id;
}

/** A patient of an organisation, whose fastlege has been asked something. */
async function asked(orgNumber: string): Promise<string> {
  house.at('2026-03-20');
  const { pathwayId } = await house.ledger.intake(referral({ receiver: { system: systems.organisasjonsnummer, value: orgNumber } }), anne);
  house.at(noon);
  const { openObligations } = await house.ledger.advance(pathwayId, noon);
  const { key } = openObligations.find((o) => o.duty === 'VURDERING-BRUTT')!;
  const [row] = await house.sql<{ to_role: string }>('select to_role from obligation_row where pathway_id = $1 and key = $2', [pathwayId, key]);
  await house.ledger.setContact(pathwayId, row!.to_role, { name: `Kontor ${pathwayId}`, email: `${pathwayId}@prove.example` }, anne);
  const plan = await house.ledger.planReminder({ pathwayId, key, attempt: 20_260_409, purpose: 'ask', wording: 'remind' });
  if (!plan.go) throw new Error(plan.why);
  house.at(plan.digests[0]!.at);
  const claim = await house.ledger.claimDigest({ ...plan.digests[0]!, channels: [{ id: 'email', carries: 'nothing' }] });
  if (!claim.go) throw new Error(claim.why);
  await house.ledger.settleDigest(claim.digest, { status: 'sent', messageId: pathwayId, externalId: null, receiptDueAt: null, template: 'remind@1' });
  return pathwayId;
}

const idsSeenBy = async (ledger: Ledger) => (await ledger.unmatchedList({ limit: 200 })).rows.map(({ id }) => id);

describe('what came in and belongs to nothing', () => {
  test('is seen by those who reach the organisation that it was sent to, and by nobody else', async () => {
    const [ours, theirs] = [await came(), await came({ receiverHerId: there })];
    expect(await idsSeenBy(of(nord!))).toContain(ours);
    expect(await idsSeenBy(of(nord!))).not.toContain(theirs);
    expect(await idsSeenBy(of(sor!))).toEqual([theirs]);
    expect(await idsSeenBy(api)).toEqual([]);
    for (const call of [() => of(sor!).openUnmatched(ours, anne), () => of(sor!).giveUnmatched(ours, 'person:anne', anne), () => of(sor!).setAsideUnmatched(ours, 'x', anne), () => of(nord!).openUnmatched('tull', anne)]) {
      await expect(call()).rejects.toMatchObject({ code: 'unknown-message' });
    }
  });

  test('that was sent to a number which no organisation has is nobody’s while there are several at the top, and whose it is once the number is registered', async () => {
    const id = await came({ receiverHerId: '8000003' });
    expect([await idsSeenBy(of(nord!)), await idsSeenBy(of(sor!))].flat()).not.toContain(id);
    const { id: own } = await house.ledger.registerOrganisation({ kind: 'unit', name: 'Avdelingen', herId: '8000003', parentId: sor! });
    expect(await idsSeenBy(of(own))).toEqual([id]);
  });

  test('is listed without what it says, and opened one by one, which stands in its record', async () => {
    const id = await came({ text: 'Ragnfrid Oppdiktesen er utmattet.' });
    expect(JSON.stringify(await of(nord!).unmatchedList({}))).not.toContain('Ragnfrid');
    const opened = await of(nord!).openUnmatched(id, anne);
    expect(opened).toMatchObject({ text: 'Ragnfrid Oppdiktesen er utmattet.', content: 'PE1zZ0hlYWQvPg==', reason: null, owner: null, entries: [{ what: 'opened', actor: 'person:anne' }] });
    expect((await of(nord!).openUnmatched(id, { kind: 'person', id: 'berit' })).entries.map(({ actor }) => actor)).toEqual(['person:anne', 'person:berit']);
    const stored = await house.sql<{ row: object }>('select row_to_json(m) as row from unmatched_message m');
    expect(JSON.stringify(stored)).not.toContain(Buffer.from('Ragnfrid').toString('hex'));
  });

  test('comes in pages, the oldest first', async () => {
    const before = await idsSeenBy(of(nord!));
    house.at('2026-04-13T12:00:00Z');
    const late = [await came(), await came(), await came()];
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await of(nord!).unmatchedList({ limit: 2, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([...before, ...late.toSorted()]);
    await expect(of(nord!).unmatchedList({ cursor: 'tull' })).rejects.toMatchObject({ code: 'bad-cursor' });
  });

  test('is taken, given on and given back; the front page counts what waits and what nobody has', async () => {
    const before = await of(nord!).unmatchedCounts();
    const id = await came();
    expect(await of(nord!).unmatchedCounts()).toMatchObject({ open: before.open + 1, unowned: before.unowned + 1, oldestReceivedAt: noon.replace('Z', '.000Z') });
    expect(await of(nord!).giveUnmatched(id, 'person:anne', anne)).toMatchObject({ owner: 'person:anne' });
    expect((await of(nord!).unmatchedCounts()).unowned).toBe(before.unowned);
    await of(nord!).giveUnmatched(id, 'person:berit', anne);
    expect(await of(nord!).giveUnmatched(id, null, anne)).toMatchObject({ owner: null });
    expect((await of(nord!).openUnmatched(id, anne)).entries.map(({ what, owner }) => [what, owner])).toEqual([['given', 'person:anne'], ['given', 'person:berit'], ['given', null], ['opened', null]]);
  });
});

describe('put right', () => {
  test('on a pathway it is an answer in words: sealed there, forgotten here, and what was asked is answered', async () => {
    const [id, pathwayId] = [await came({ text: 'Hun er innkalt til 10. april.' }), await asked('310000019')];
    expect(await of(nord!).attachUnmatched(id, { pathwayId }, anne)).toMatchObject({ pathwayId, outcome: 'attached', settledBy: 'person:anne' });
    const { timeline } = await house.ledger.patientView(pathwayId);
    expect(timeline.filter(({ type }) => type === 'reply-received')).toEqual([expect.objectContaining({ text: 'Hun er innkalt til 10. april.' })]);
    expect(timeline.map(({ type }) => type)).toContain('telling-failed');
    const { rows } = await house.ledger.reminders({ pathwayId });
    expect(rows).toMatchObject([{ state: 'answered', answer: 'message' }]);
    expect(await of(nord!).openUnmatched(id, anne)).toMatchObject({ text: null, content: null });
    expect(await house.sql('select sealed from unmatched_message where id = $1', [id])).toEqual([{ sealed: null }]);
  });

  test('where it cannot be read, somebody writes what it is about', async () => {
    const [id, pathwayId] = [await came({ kind: 'unreadable', code: 'unreadable-not-xml', text: null }), await asked('310000019')];
    await expect(of(nord!).attachUnmatched(id, { pathwayId }, anne)).rejects.toMatchObject({ code: 'bad-data' });
    await of(nord!).attachUnmatched(id, { pathwayId, text: 'Kontoret ringte: de har fått henvisningen.' }, anne);
    expect((await house.ledger.patientView(pathwayId)).timeline.find(({ type }) => type === 'reply-received')!.text).toBe('Kontoret ringte: de har fått henvisningen.');
  });

  test('it cannot be put on another hospital’s patient, nor settled twice', async () => {
    const [id, theirs] = [await came(), await asked('310000027')];
    await expect(of(nord!).attachUnmatched(id, { pathwayId: theirs }, anne)).rejects.toMatchObject({ code: 'unknown-pathway' });
    expect(await of(nord!).setAsideUnmatched(id, 'Gjelder et annet system.', anne)).toMatchObject({ outcome: 'set-aside' });
    for (const call of [() => of(nord!).setAsideUnmatched(id, 'x', anne), () => of(nord!).giveUnmatched(id, null, anne), () => of(nord!).attachUnmatched(id, { pathwayId: theirs }, anne)]) {
      await expect(call()).rejects.toMatchObject({ code: 'already-settled' });
    }
    expect((await of(nord!).unmatchedList({ settled: true, limit: 200 })).rows.map((row) => row.id)).toContain(id);
  });

  test('set aside it is kept a month with why, and then only that it came', async () => {
    const id = await came();
    await of(nord!).setAsideUnmatched(id, 'Gjelder ikke oss.', anne);
    house.at('2026-05-13T10:00:00Z');
    await house.ledger.forgetUnmatched();
    expect(await of(nord!).openUnmatched(id, anne)).toMatchObject({ text: 'Pasienten har time 10. april.', reason: 'Gjelder ikke oss.' });
    house.at('2026-05-13T11:00:01Z');
    expect(await house.ledger.forgetUnmatched()).toBeGreaterThan(0);
    expect(await of(nord!).openUnmatched(id, anne)).toMatchObject({ text: null, content: null, reason: null, outcome: 'set-aside' });
    expect(await house.ledger.forgetUnmatched()).toBe(0);
  });
});
