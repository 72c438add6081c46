import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { osloDate } from '@forlop/calendar';
import type { Referral } from '@forlop/contracts';
import { generateKey, MasterKeys, open, SearchKey } from '@forlop/crypto';
import type { Actor, ErasureEntry, ErasureResult } from '../src/index.js';
import { coordinator, idsOf, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger('2026-03-23'); }, 60_000);
beforeEach(() => house.at('2026-03-23'));
afterAll(() => house.close());

const administrator: Actor = { kind: 'person', id: 'administrator-1' };
const demanded = { legalBasis: 'patients-demand', reason: 'Krav etter § 43, vurdert av journalansvarlig.' } as const;

/** A pathway with a text, a contact and an answered request, that ended on its second day. */
async function endedPathway(mine: Referral = referral()): Promise<string> {
  const { answer } = await house.ledger.withIdempotency({ key: randomUUID(), actor: coordinator, route: 'POST /referrals', requestHash: 'x' }, async (tx) => {
    const { outcome, pathwayId, patientId } = await house.ledger.intake(mine, coordinator, tx);
    return { outcome, pathwayId, patientId };
  });
  const { pathwayId } = answer;
  await house.ledger.setContact(pathwayId, 'fastlege', { name: 'Lege Legesen', email: 'lege@prove.example' }, coordinator);
  idsOf(await house.ledger.record(pathwayId, [
    { type: 'vurdert', occurredOn: '2026-03-23', data: { utfall: 'rett' }, text: 'Hemmelig vurdering' }, { type: 'pasientDod', occurredOn: '2026-03-23' },
  ], coordinator));
  return pathwayId;
}

async function requested(pathwayId: string): Promise<string> {
  return (await house.ledger.requestErasure(pathwayId, demanded, coordinator)).id;
}

async function erased(pathwayId: string): Promise<ErasureEntry> {
  const result = await house.ledger.carryOutErasure(await requested(pathwayId), administrator);
  if (result.outcome !== 'done') throw new Error(JSON.stringify(result));
  return result.entry;
}

const differences = async (pathwayId: string) => (await house.ledger.verify(pathwayId)).differences;

describe('an erased patient', () => {
  test('cannot be found, named or read by anyone; the dates, the chain and the lists stand', async () => {
    const mine = referral({ born: '1991-09-09' });
    const pathwayId = await endedPathway(mine);
    const before = await house.ledger.patientView(pathwayId);
    const { patientIds } = await erased(pathwayId);

    const after = await house.ledger.patientView(pathwayId);
    expect(after.patient).toEqual({ id: patientIds[0], name: null, birthDate: null, identifier: null, verified: true, sex: null, phone: null, address: null, protection: null, erased: true });
    expect(after.mode).toBe('historical');
    expect(after.timeline.filter((e) => e.text !== null)).toEqual([]);
    expect(after.timeline.slice(0, before.timeline.length)).toEqual(before.timeline.map((e) => ({ ...e, text: null })));
    expect(after.timeline.at(-1)).toMatchObject({ type: 'erased', actor: 'person:administrator-1', title: 'Pasientens opplysninger er slettet', data: { basis: 'patients-demand' } });
    expect(after.clocks).toEqual(before.clocks);
    expect(await differences(pathwayId)).toEqual([]);
    expect(await house.ledger.rebuild(pathwayId)).toMatchObject({ changed: 0 });
    expect(await house.ledger.searchByIdentifier(mine.patient.identifier!.value)).toEqual([]);
    expect((await house.ledger.searchByName('Kari-Anne Prøvesen')).rows.filter((hit) => hit.pathwayId === pathwayId)).toEqual([]);
  });

  test('leaves no key, no ciphertext that anyone can open, and no answer to a request', async () => {
    const pathwayId = await endedPathway();
    const [{ patient_id: patientId }] = await house.sql<{ patient_id: string }>('select patient_id from pathway where id = $1', [pathwayId]) as [{ patient_id: string }];
    const answersOf = async () => (await house.sql('select 1 from idempotency where mentions @> array[$1::uuid]', [pathwayId])).length;
    expect(await answersOf()).toBe(1);
    const others = await endedPathway();
    await erased(pathwayId);
    const [patient] = await house.sql('select wrapped_key, sealed_demographics, identifier_hash from patient where id = $1', [patientId]);
    expect(patient).toEqual({ wrapped_key: null, sealed_demographics: null, identifier_hash: null });
    for (const table of ['patient_name_token', 'patient_contact']) expect(await house.sql(`select 1 from ${table} where patient_id = $1`, [patientId])).toEqual([]);
    expect(await house.sql('select 1 from referral_source where pathway_id = $1', [pathwayId])).toEqual([]);
    expect(await answersOf()).toBe(0);
    expect((await house.sql('select 1 from idempotency where mentions @> array[$1::uuid]', [others])).length).toBe(1);
    expect((await house.ledger.patientView(others)).patient.name).not.toBeNull();
  });

  test('is not found by whoever has the whole database and every key of the house', async () => {
    const searchKey = SearchKey.fromEnv({ FORLOP_SEARCH_KEY: generateKey() });
    const masterKeys = MasterKeys.fromEnv({ FORLOP_MASTER_KEY: generateKey() });
    const theirs = await startLedger('2026-03-23', { searchKey, keys: masterKeys });
    try {
      const mine = referral();
      const { identifier, name } = { identifier: mine.patient.identifier!, name: mine.patient.name! };
      const { pathwayId, patientId } = await theirs.ledger.intake(mine, coordinator);
      await theirs.ledger.record(pathwayId, [{ type: 'vurdert', occurredOn: '2026-03-23', data: { utfall: 'rett' }, text: 'Hemmelig' }, { type: 'pasientDod', occurredOn: '2026-03-23' }], coordinator);
      const found = async () => {
        const traces = [searchKey.identifier(identifier.system, identifier.value), ...searchKey.nameTokens(`${name.given} ${name.family}`)].map((hash) => hash.toString('hex'));
        const tables = await theirs.sql<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public'`);
        const rows = (await Promise.all(tables.map((table) => theirs.sql<{ row: string }>(`select to_jsonb(t)::text as row from ${table.name} t`)))).flat();
        return traces.filter((trace) => rows.some(({ row }) => row.includes(trace))).length;
      };
      const opened = async () => {
        const wrapped = await theirs.sql<{ owner: string; wrapped: Buffer }>(`select id::text as owner, wrapped_key as wrapped from patient where wrapped_key is not null union all select 'system/' || name, wrapped from system_key`);
        const keys = await Promise.all(wrapped.map(({ owner, wrapped: key }) => masterKeys.unwrap(key, owner)));
        const sealed = await theirs.sql<{ id: string; sealed: Buffer }>('select id, sealed from event where pathway_id = $1 and sealed is not null', [pathwayId]);
        return sealed.filter((event) => keys.some((key) => {
          try {
            return open(key, event.sealed, { owner: patientId, purpose: `event/${event.id}` }) !== undefined;
          } catch (error) {
            expect(error).toMatchObject({ code: 'tampered' });
            return false;
          }
        })).length;
      };
      // The number, and «kari», «anne», «karianne» and «prøvesen»; the referral, and the reason.
      expect([await found(), await opened()]).toEqual([5, 2]);
      const { id } = await theirs.ledger.requestErasure(pathwayId, demanded, coordinator);
      await theirs.ledger.carryOutErasure(id, administrator);
      expect([await found(), await opened()]).toEqual([0, 0]);
    } finally {
      await theirs.close();
    }
  });

  test('is not brought back by a sender that repeats itself; a new referral is a new patient', async () => {
    const mine = referral();
    const pathwayId = await endedPathway(mine);
    await erased(pathwayId);
    await expect(house.ledger.intake(mine, coordinator)).rejects.toMatchObject({ code: 'erased' });
    const again = await house.ledger.intake({ ...mine, source: { ...mine.source, id: randomUUID() } }, coordinator);
    expect(again.outcome).toBe('created');
    expect(again.pathwayId).not.toBe(pathwayId);
    expect((await house.ledger.searchByIdentifier(mine.patient.identifier!.value)).map((hit) => hit.pathwayId)).toEqual([again.pathwayId]);
  });

  test('takes further facts, without text', async () => {
    const pathwayId = await endedPathway();
    await erased(pathwayId);
    await expect(house.ledger.record(pathwayId, [{ type: 'klagegrunnKjent', occurredOn: '2026-03-23', text: 'noe' }], coordinator)).rejects.toMatchObject({ code: 'erased' });
    await expect(house.ledger.setContact(pathwayId, 'fastlege', { name: 'x', email: null }, coordinator)).rejects.toMatchObject({ code: 'erased' });
    await expect(house.ledger.requestErasure(pathwayId, demanded, coordinator)).rejects.toMatchObject({ code: 'erased' });
    expect(await house.ledger.record(pathwayId, [{ type: 'klagegrunnKjent', occurredOn: '2026-03-23' }], coordinator)).toMatchObject({ outcome: 'done' });
    expect(await differences(pathwayId)).toEqual([]);
  });

  test('has her workflow told to end, and is swept no more', async () => {
    const pathwayId = await endedPathway();
    await erased(pathwayId);
    expect((await house.ledger.unsent(500)).filter((item) => item.pathwayId === pathwayId)).toHaveLength(1);
    expect(await house.ledger.advance(pathwayId, '2026-03-23T11:00:00Z')).toMatchObject({ mode: 'historical', openObligations: [] });
    expect((await house.ledger.livePathways({ limit: 1000 })).filter((p) => p.pathwayId === pathwayId)).toEqual([]);
  });

  test('is erased in the records from before her identity was known too', async () => {
    const mine = referral();
    const { pathwayId: quarantined } = await house.ledger.quarantine({
      source: { ...mine.source, id: randomUUID() }, receivedOn: osloDate('2026-03-20'), reasons: [{ code: 'ukjent-mottaker', sentence: 'Mottakeren er ukjent.' }],
      original: { navn: 'Hemmelig' }, patient: { name: { given: 'Kari', family: 'Karantene' } },
    }, coordinator);
    const { pathwayId } = await house.ledger.intake(mine, coordinator);
    await house.ledger.releaseQuarantine(quarantined, { as: 'accepted', referral: { ...mine, source: { ...mine.source, id: randomUUID() } }, on: osloDate('2026-03-23') }, coordinator);
    for (const id of [pathwayId, quarantined]) idsOf(await house.ledger.record(id, [{ type: 'pasientDod', occurredOn: '2026-03-23' }], coordinator));
    const entry = await erased(pathwayId);
    expect(entry.patientIds).toHaveLength(2);
    expect([...entry.pathwayIds].sort()).toEqual([pathwayId, quarantined].sort());
    expect(await house.sql(`select 1 from patient where id = any($1) and wrapped_key is not null`, [entry.patientIds])).toEqual([]);
    expect(await house.sql(`select 1 from quarantine where pathway_id = $1 and length(sealed_original) > 0`, [quarantined])).toEqual([]);
    for (const id of [pathwayId, quarantined]) expect(await differences(id)).toEqual([]);
  });
});

describe('age after erasure', () => {
  test.each([
    ['an adult: no birth date at all', '1985-04-15', null],
    ['a child: a common date by which she is a child as before', '2015-05-20', expect.stringMatching(/^20\d\d-0[17]-01$/)],
  ])('%s', async (_, born, surrogate) => {
    const pathwayId = await endedPathway(referral({ born }));
    const before = await house.ledger.patientView(pathwayId);
    const { patientIds } = await erased(pathwayId);
    const [row] = await house.sql<{ on: string | null }>('select surrogate_birth_date::text as on from patient where id = $1', [patientIds[0]]);
    expect(row!.on).toEqual(surrogate);
    const after = await house.ledger.patientView(pathwayId);
    expect({ variant: after.variant, groups: after.groups, clocks: after.clocks }).toEqual({ variant: before.variant, groups: before.groups, clocks: before.clocks });
    expect(await differences(pathwayId)).toEqual([]);
  });

  test('someone who turned 18 in the pathway keeps the day on which the rules turned', async () => {
    const pathwayId = (await house.ledger.intake(referral({ born: '2008-04-14' }), coordinator)).pathwayId;
    house.at('2026-05-04');
    await house.ledger.advance(pathwayId, '2026-05-04T11:00:00Z');
    idsOf(await house.ledger.record(pathwayId, [{ type: 'pasientDod', occurredOn: '2026-05-04' }], coordinator));
    const before = await house.ledger.patientView(pathwayId);
    await erased(pathwayId);
    const after = await house.ledger.patientView(pathwayId);
    expect(after.variant).toBe(before.variant);
    expect(after.clocks).toEqual(before.clocks);
    expect(await differences(pathwayId)).toEqual([]);
  });
});

describe('who, and when', () => {
  test('the one who asked cannot carry it out; a system can do neither', async () => {
    const pathwayId = await endedPathway();
    const id = await requested(pathwayId);
    expect(await house.ledger.carryOutErasure(id, coordinator)).toEqual({ outcome: 'same-person' });
    const system: Actor = { kind: 'system', id: 'x' };
    await expect(house.ledger.carryOutErasure(id, system)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(house.ledger.requestErasure(pathwayId, demanded, system)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(house.sql(`update erasure set state = 'carried-out', ended_by = requested_by, ended_at = now() where id = $1`, [id])).rejects.toMatchObject({ code: '23514' });
    expect((await house.ledger.patientView(pathwayId)).patient.erased).toBe(false);
  });

  test('nobody is erased while her pathway runs, a frist runs, a referral waits, or a person holds her', async () => {
    const { pathwayId } = await house.ledger.intake(referral(), coordinator);
    const asked = await house.ledger.requestErasure(pathwayId, demanded, coordinator);
    expect(asked).toMatchObject({ outcome: 'requested', obstacles: [{ code: 'live', pathwayId }] });
    const held = (result: ErasureResult) => (result.outcome === 'held' ? result.obstacles.map(({ code }) => code) : result.outcome);
    expect(held(await house.ledger.carryOutErasure(asked.id, administrator))).toEqual(['live']);

    idsOf(await house.ledger.record(pathwayId, [{ type: 'pasientDod', occurredOn: '2026-03-23' }], coordinator));
    const hold = await house.ledger.holdErasure(pathwayId, 'Klagesak hos Statsforvalteren.', coordinator);
    expect(await house.ledger.erasureHolds(pathwayId)).toEqual([hold]);
    expect(held(await house.ledger.carryOutErasure(asked.id, administrator))).toEqual(['held']);
    await house.ledger.liftErasureHold(hold.id, 'Saken er avgjort.', coordinator);
    expect(await house.ledger.erasureObstacles(asked.id)).toEqual([]);
    expect(held(await house.ledger.carryOutErasure(asked.id, administrator))).toBe('done');

    const { pathwayId: waiting } = await house.ledger.quarantine({
      source: { kind: 'api', system: 'urn:prove', id: randomUUID() }, receivedOn: osloDate('2026-03-20'), reasons: [{ code: 'uleselig', sentence: 'Kan ikke leses.' }], original: {},
    }, coordinator);
    expect((await house.ledger.requestErasure(waiting, demanded, coordinator)).obstacles).toMatchObject([{ code: 'quarantined' }]);
  });

  test('because the time is out: not until the definition’s rules say so, to the day', async () => {
    const pathwayId = await endedPathway();
    const asked = await house.ledger.requestErasure(pathwayId, { legalBasis: 'retention-over', reason: 'Oppbevaringstiden er ute.' }, coordinator);
    expect(asked.obstacles).toMatchObject([
      { code: 'retention', rule: 'OPPBEVARING-ETTER-AVSLUTNING', until: '2036-03-23' }, { code: 'retention', rule: 'OPPBEVARING-ETTER-SISTE-INNFORING', until: '2036-03-23' },
    ]);
    house.at('2036-03-22');
    expect(await house.ledger.carryOutErasure(asked.id, administrator)).toMatchObject({ outcome: 'held' });
    expect((await house.ledger.retentionDue({ limit: 200 })).filter((due) => due.pathwayIds.includes(pathwayId))).toEqual([]);
  });

  test('what is due is listed, and erased by nobody', async () => {
    const mine = await startLedger('2026-03-23');
    try {
      const { pathwayId, patientId } = await mine.ledger.intake(referral(), coordinator);
      const running = await mine.ledger.intake(referral(), coordinator);
      idsOf(await mine.ledger.record(pathwayId, [{ type: 'pasientDod', occurredOn: '2026-03-23' }], coordinator));
      expect(running.outcome).toBe('created');
      mine.at('2036-03-22');
      expect(await mine.ledger.retentionDue()).toEqual([]);
      mine.at('2036-03-23');
      expect(await mine.ledger.retentionDue()).toEqual([{ patientId, pathwayIds: [pathwayId], from: '2036-03-23', held: false, requested: null }]);
      expect((await mine.ledger.patientView(pathwayId)).patient.erased).toBe(false);
      await expect(mine.ledger.retentionDue({ limit: 0 })).rejects.toMatchObject({ code: 'bad-data' });
      await expect(mine.ledger.retentionDue({ after: 'x' })).rejects.toMatchObject({ code: 'bad-cursor' });
    } finally {
      await mine.close();
    }
  });

  test('bad input is told', async () => {
    const pathwayId = await endedPathway();
    await expect(house.ledger.requestErasure(randomUUID(), demanded, coordinator)).rejects.toMatchObject({ code: 'unknown-pathway' });
    await expect(house.ledger.requestErasure(pathwayId, { ...demanded, reason: '  ' }, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(house.ledger.requestErasure(pathwayId, { ...demanded, reason: 'x'.repeat(2_001) }, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(house.ledger.requestErasure(pathwayId, { ...demanded, legalBasis: 'fordi' as never }, coordinator)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(house.ledger.carryOutErasure('tull', administrator)).rejects.toMatchObject({ code: 'unknown-erasure' });
    await expect(house.ledger.withdrawErasure(randomUUID(), coordinator)).rejects.toMatchObject({ code: 'unknown-erasure' });
    await expect(house.ledger.liftErasureHold(randomUUID(), 'x', coordinator)).rejects.toMatchObject({ code: 'unknown-erasure' });
    const id = await requested(pathwayId);
    expect(await house.ledger.requestErasure(pathwayId, demanded, administrator)).toMatchObject({ outcome: 'waiting', id });
    await house.ledger.withdrawErasure(id, coordinator);
    expect(await house.ledger.carryOutErasure(id, administrator)).toEqual({ outcome: 'withdrawn' });
    expect((await house.ledger.erasures({ state: 'withdrawn' })).find((e) => e.id === id)).toMatchObject({ reason: demanded.reason, endedBy: 'person:koordinator-1' });
  });
});

describe('races', () => {
  test('carried out by a request that is sent twice: the second gets the first answer', async () => {
    const id = await requested(await endedPathway());
    const request = { key: randomUUID(), actor: administrator, route: 'POST /erasures/:id/carry-out', requestHash: 'x' };
    const once = () => house.ledger.withIdempotency(request, async (tx) => ({ outcome: (await house.ledger.carryOutErasure(id, administrator, tx)).outcome }));
    expect(await once()).toEqual({ answer: { outcome: 'done' }, replayed: false });
    expect(await once()).toEqual({ answer: { outcome: 'done' }, replayed: true });
  });

  test('answers from before ids were kept go with the first who is erased', async () => {
    await house.ledger.withIdempotency({ key: 'gammel', actor: coordinator, route: 'POST /referrals', requestHash: 'x' }, async () => ({ navn: 'Hemmelig' }));
    await house.sql(`update idempotency set mentions = null where key = 'gammel'`);
    await erased(await endedPathway());
    expect(await house.sql(`select 1 from idempotency where key = 'gammel'`)).toEqual([]);
  });

  test('a hold set while she is being erased stops it, or is told that it came too late', async () => {
    const pathwayId = await endedPathway();
    const id = await requested(pathwayId);
    const [erasing, holding] = await Promise.all([
      house.ledger.carryOutErasure(id, administrator), house.ledger.holdErasure(pathwayId, 'Klagesak.', coordinator).then(() => 'held', (error: { code: string }) => error.code),
    ]);
    expect([erasing.outcome, holding]).toEqual(holding === 'held' ? ['held', 'held'] : ['done', 'erased']);
  });

  test('erased twice at once: once, and both are told of the same entry', async () => {
    const id = await requested(await endedPathway());
    const results = await Promise.all([administrator, { ...administrator, id: 'administrator-2' }].map((actor) => house.ledger.carryOutErasure(id, actor)));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['already', 'done']);
    expect(new Set(results.map((r) => 'entry' in r && r.entry.seq)).size).toBe(1);
  });

  test('facts, corrections, contacts, wake-ups and intakes at the same time leave whole chains and no key', async () => {
    const mine = referral();
    const pathwayId = await endedPathway(mine);
    const id = await requested(pathwayId);
    const other = await house.another({ poolSize: 10 });
    const gone = (work: Promise<unknown>) => work.catch((error: unknown) => {
      if ((error as { code?: string }).code !== 'erased') throw error;
    });
    await Promise.all([
      ...Array.from({ length: 4 }, (_, n) => gone(other.record(pathwayId, [{ type: 'klagegrunnKjent', occurredOn: '2026-03-23', text: `tekst ${n}` }], coordinator))),
      gone(other.setContact(pathwayId, 'fastlege', { name: 'Ny', email: null }, coordinator)),
      other.advance(pathwayId, '2026-03-23T11:00:00Z'),
      gone(other.intake({ ...mine, source: { ...mine.source, id: randomUUID() } }, coordinator)),
      house.ledger.carryOutErasure(id, administrator),
      other.advance(pathwayId, '2026-03-24T11:00:00Z'),
    ]);
    const result = await house.ledger.carryOutErasure(id, administrator);
    const [first] = await house.ledger.erasures();
    // The intake may have come first, and then there is a pathway that runs.
    expect(['already', 'held']).toContain(result.outcome);
    expect(first).toBeDefined();
    expect(await differences(pathwayId)).toEqual([]);
    const [row] = await house.sql<{ erased: boolean; key: boolean }>('select t.erased_at is not null as erased, t.wrapped_key is not null as key from patient t join pathway p on p.patient_id = t.id where p.id = $1', [pathwayId]);
    expect(row!.key).toBe(!row!.erased);
    if (row!.erased) expect(await house.sql('select 1 from patient_contact c join pathway p on p.patient_id = c.patient_id where p.id = $1', [pathwayId])).toEqual([]);
  });

  test('a command that waits for the erasure finds the patient erased', async () => {
    const pathwayId = await endedPathway();
    const id = await requested(pathwayId);
    const erasing = house.ledger.carryOutErasure(id, administrator);
    const writing = house.ledger.record(pathwayId, [{ type: 'klagegrunnKjent', occurredOn: '2026-03-23', text: 'Hemmelig' }], coordinator).then(() => 'before', (error: { code: string }) => error.code);
    expect((await erasing).outcome).toBe('done');
    expect(['before', 'erased']).toContain(await writing);
    expect((await house.ledger.patientView(pathwayId)).timeline.filter((e) => e.text !== null)).toEqual([]);
    expect(await differences(pathwayId)).toEqual([]);
  });
});
