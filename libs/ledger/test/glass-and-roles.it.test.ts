import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systems, syntheticFodselsnummer } from '@forlop/contracts';
import type { Identity } from '@forlop/access';
import { hprHash, personNumberHash } from '../src/tenancy/holder.js';
import { accessOf, type Actor, type RoleGrantInput } from '../src/index.js';
import { coordinator, referral, searchKey } from './helpers.js';
import { eyes, northern, southern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

let house: TwoHospitals;
beforeAll(async () => { house = await twoHospitals('2026-03-20'); }, 120_000);
afterAll(() => house.close());

const emergency: Actor = { kind: 'person', id: 'vakt' };
const onCall = () => eyes([house.sor], [], 'person:vakt');
const opened = (call: Promise<unknown>): Promise<string> => call.then(() => 'seen', (error: { code: string }) => error.code);

describe('break-glass', () => {
  test('opens one pathway for its hours, to the second, and for nobody else', async () => {
    house.at('2026-03-20T12:00:00Z');
    const { pathwayId } = await house.patientAt(northern);
    const other = (await house.patientAt(northern)).pathwayId;
    const ledger = house.api.as(onCall());
    expect(await opened(ledger.patientView(pathwayId))).toBe('unknown-pathway');
    const use = await ledger.breakGlass(pathwayId, { kind: 'helsehjelp', reason: 'Innlagt hos oss i natt', organisationId: house.sor }, emergency);
    expect(use).toMatchObject({ pathwayId, actor: 'person:vakt', kind: 'helsehjelp', reason: 'Innlagt hos oss i natt', from: '2026-03-20T12:00:00.000Z', until: '2026-03-20T16:00:00.000Z', organisation: { name: 'Sykehuset Sør' } });
    expect([await opened(ledger.patientView(pathwayId)), await opened(ledger.patientView(other)), await opened(house.api.as(eyes([house.sor])).patientView(pathwayId))]).toEqual(['seen', 'unknown-pathway', 'unknown-pathway']);
    house.at('2026-03-20T15:59:59Z');
    expect(await opened(ledger.patientView(pathwayId))).toBe('seen');
    house.at('2026-03-20T16:00:00Z');
    expect(await opened(ledger.patientView(pathwayId))).toBe('unknown-pathway');
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
  });

  test('is on the pathway, and on a list for the patient’s unit and for the user’s own', async () => {
    house.at('2026-03-21T12:00:00Z');
    const { pathwayId } = await house.patientAt(northern);
    await house.api.as(onCall()).breakGlass(pathwayId, { kind: 'helsehjelp', reason: 'Bevisstløs ved innkomst', organisationId: house.sor }, emergency);
    const entry = (await house.ledger.patientView(pathwayId)).timeline.find((event) => event.type === 'nodtilgang');
    expect(entry).toMatchObject({ title: 'Nødtilgang brukt', text: 'Bevisstløs ved innkomst', actor: 'person:vakt', data: { art: 'helsehjelp' } });
    house.at('2026-03-23T12:00:00Z');
    expect(await house.api.as(eyes([house.nord])).breakGlassUses({ pathwayId })).toMatchObject({ rows: [{ reason: 'Bevisstløs ved innkomst' }], nextCursor: null });
    // Security at the user's hospital sees that it was used, and not the reason, which is about a patient of another.
    expect(await house.api.as(eyes([house.sor])).breakGlassUses({ pathwayId })).toMatchObject({ rows: [{ actor: 'person:vakt', reason: null }] });
    expect(await house.api.as(eyes([house.avdeling])).breakGlassUses({ pathwayId })).toEqual({ rows: [], nextCursor: null });
    expect(await house.api.as(eyes([house.nord])).breakGlassUses({ since: '2026-03-22T00:00:00Z', pathwayId })).toEqual({ rows: [], nextCursor: null });
  });

  test('is listed page by page, each use once, those of one moment too', async () => {
    house.at('2026-03-24T12:00:00Z');
    const { pathwayId } = await house.patientAt(northern);
    const opened: string[] = [];
    for (let n = 0; n < 3; n += 1) opened.push((await house.api.as(onCall()).breakGlass(pathwayId, { kind: 'helsehjelp', reason: `Nr. ${n}` }, emergency)).id);
    const unit = house.api.as(eyes([house.nord]));
    const seen: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof unit.breakGlassUses>> = await unit.breakGlassUses({ pathwayId, limit: 1, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(opened.sort().reverse());
    await expect(unit.breakGlassUses({ cursor: 'x' })).rejects.toMatchObject({ code: 'bad-cursor' });
    await expect(unit.breakGlassUses({ limit: 0 })).rejects.toMatchObject({ code: 'bad-data' });
  });

  test('only danger to life and health goes before the patient’s own blocking', async () => {
    house.at('2026-03-21T12:00:00Z');
    const { pathwayId } = await house.patientAt(northern);
    await house.ledger.block(pathwayId, { organisationId: house.sor }, coordinator);
    const ledger = house.api.as(onCall());
    expect(await opened(ledger.breakGlass(pathwayId, { kind: 'helsehjelp', reason: 'Vil se' }, emergency))).toBe('unknown-pathway');
    expect(await house.sql('select 1 from break_glass where pathway_id = $1', [pathwayId])).toEqual([]);
    await ledger.breakGlass(pathwayId, { kind: 'liv-og-helse', reason: 'Hjertestans' }, emergency);
    expect(await opened(ledger.patientView(pathwayId))).toBe('seen');
  });

  test('what is wrong with it is said; a pathway that does not exist answers as another’s that is blocked', async () => {
    const { pathwayId } = await house.patientAt(northern);
    const ledger = house.api.as(onCall());
    const use = (id: string, input: object, actor = emergency) => ledger.breakGlass(id, { kind: 'helsehjelp', reason: 'x', ...input }, actor);
    await expect(use(pathwayId, { reason: '  ' })).rejects.toMatchObject({ code: 'bad-data' });
    await expect(use(pathwayId, { kind: 'nysgjerrig' })).rejects.toMatchObject({ code: 'bad-data' });
    await expect(use(pathwayId, {}, { kind: 'integration', id: 'vakt' })).rejects.toMatchObject({ code: 'bad-data' });
    await expect(use(pathwayId, { organisationId: 'x' })).rejects.toMatchObject({ code: 'unknown-organisation' });
    for (const id of ['x', '00000000-0000-4000-8000-00000000abcd']) await expect(use(id, {})).rejects.toMatchObject({ code: 'unknown-pathway' });
  });
});

describe('protected addresses', () => {
  const address = { lines: ['Hemmeligstien 17'], postalCode: '0155', city: 'Oslo' };
  const patientWith = (protection: 'ingen' | 'fortrolig' | 'strengtFortrolig') => house.patientAt(northern, { patient: { ...referral().patient, phone: '+47 99 99 99 99', address, protection } });

  test.each([['ingen', true, true], ['fortrolig', false, true], ['strengtFortrolig', false, false]] as const)('%s: address shown %s, contacts’ names %s; all of it to whoever was granted it', async (protection, addressShown, namesShown) => {
    house.at('2026-03-20');
    const { pathwayId } = await patientWith(protection);
    await house.ledger.setContact(pathwayId, 'fastlege', { name: 'Lege Legesen', email: null, hprNumber: '4711' }, coordinator);
    await house.ledger.grantAccess(pathwayId, { organisationId: house.sor, role: 'samarbeid' }, coordinator);
    for (const [access, all] of [[eyes([house.nord]), false], [{ ...eyes([house.nord]), protectedAddresses: true }, true], [eyes([], [hprHash(searchKey, '4711')]), false]] as const) {
      const ledger = house.api.as(access);
      const { patient } = await ledger.patientView(pathwayId);
      expect(patient).toMatchObject(addressShown || all ? { phone: '+47 99 99 99 99', address } : { phone: null, address: null });
      expect(patient.protection).toBe(protection);
      const hits = (await ledger.searchByName('Prøvesen', { limit: 200 })).rows.filter((hit) => hit.pathwayId === pathwayId);
      expect(hits.map((hit) => hit.patient.address)).toEqual([addressShown || all ? address : null]);
      const outside = (await ledger.participants(pathwayId)).filter((one) => one.basis !== 'responsible').map((one) => one.organisation?.name ?? one.name);
      expect(outside).toEqual(namesShown || all ? ['Lege Legesen', 'Sykehuset Sør'] : [null, null]);
      const given = (await ledger.patientView(pathwayId)).timeline.find((event) => event.type === 'tilgangGitt')!;
      expect(given.data['organisasjon']).toBe(namesShown || all ? house.sor : undefined);
    }
    expect((await house.ledger.patientView(pathwayId)).patient.address).toEqual(address);
  });
});

describe('a referral’s way in', () => {
  test('knows a patient of another hospital again, answers ids only, and reads nothing', async () => {
    house.at('2026-03-20');
    const door = house.api.as({ kind: 'intake', actor: 'integration:her-1' });
    const first = referral({ receiver: { system: systems.reshId, value: southern } });
    const { pathwayId, patientId } = await house.ledger.intake(first, coordinator);
    const again = referral({ patient: first.patient, receiver: { system: systems.reshId, value: northern } });
    const answer = await door.intake(again, { kind: 'integration', id: 'her-1' });
    expect(answer).toEqual({ outcome: 'appended', pathwayId, patientId, position: expect.any(Number), reasons: [] });
    expect(await door.intake(again, { kind: 'integration', id: 'her-1' })).toEqual({ ...answer, outcome: 'same' });
    const once = () => door.withIdempotency({ key: 'k1', actor: { kind: 'integration', id: 'her-1' }, route: 'POST /x', requestHash: 'h' }, async (tx) => (await door.intake(referral(), { kind: 'integration', id: 'her-1' }, tx)).outcome);
    expect([await once(), await once()]).toEqual([{ answer: 'created', replayed: false }, { answer: 'created', replayed: true }]);
    for (const call of ['patientView', 'kernelInput', 'worklist', 'worklistCounts', 'searchByIdentifier', 'searchByName', 'participants', 'command', 'record', 'breakGlassUses', 'verify', 'advance'] as const) {
      expect([call, (() => { try { return (door[call] as (id: string) => unknown)(pathwayId); } catch (error) { return (error as { code: string }).code; } })()]).toEqual([call, 'setup']);
    }
  });

  test('who registers one for another hospital sees no more for it afterwards, in the same transaction either', async () => {
    house.at('2026-03-20');
    const { pathwayId } = await house.patientAt(southern);
    const north = house.api.as(eyes([house.nord], [], 'person:koordinator-1'));
    const { answer } = await north.withIdempotency({ key: 'k2', actor: coordinator, route: 'POST /x', requestHash: 'h' }, async (tx) => {
      await north.intake(referral({ receiver: { system: systems.reshId, value: northern } }), coordinator, tx);
      return (await tx.query('select 1 from pathway where id = $1', [pathwayId])).length;
    });
    expect(answer).toBe(0);
  });
});

describe('roles', () => {
  const admin: Actor = { kind: 'person', id: 'administrator' };
  const number = (serial: number): string => syntheticFodselsnummer({ birthDate: '1979-03-03', serial, sex: 'kvinne' });
  const identity = (personNumber: string | null, more: Partial<Identity> = {}): Identity => ({
    kind: 'person', issuer: 'https://helseid.example', subject: `s-${personNumber}`, personNumber, name: 'Kari Koordinator', hprNumber: null,
    organisation: { parent: '310000001', child: '310000003' }, scopes: [], clientId: 'web', ...more,
  });
  const grant = (serial: number, role: string, more: Partial<RoleGrantInput> = {}) => house.api.grantRole({ personNumber: number(serial), role, why: 'Ansatt', ...more }, admin);

  test('hold for the organisation and what is below it, by the unit that the token names', async () => {
    await grant(1, 'coordinator', { organisationId: house.sor, name: 'Kari Koordinator' });
    const principal = await house.api.principalOf(identity(number(1)));
    expect(principal).toMatchObject({ kind: 'person', roles: ['coordinator'], unitId: house.sor, legalEntityId: house.region, identitiesGranted: false, protectedAddressesGranted: false, personHashes: [personNumberHash(searchKey, number(1))] });
    expect(new Set(principal.organisationIds)).toEqual(new Set([house.sor, house.avdeling]));
    expect(principal.id).toMatch(/^[0-9a-f]{24}$/);
    expect((await house.api.principalOf(identity(number(1), { organisation: { parent: '310000001', child: '310000004' } }))).organisationIds).toEqual([house.avdeling]);
    // At another hospital she is nobody, and where the house knows no organisation as well.
    for (const organisation of [{ parent: null, child: '310000002' }, { parent: null, child: '999999999' }, { parent: null, child: null }]) {
      expect(await house.api.principalOf(identity(number(1), { organisation }))).toMatchObject({ roles: [], organisationIds: [] });
    }
  });

  test('given in a department, they reach the department, though the token names the hospital', async () => {
    await grant(2, 'clinician', { organisationId: house.avdeling });
    expect(await house.api.principalOf(identity(number(2)))).toMatchObject({ roles: ['clinician'], unitId: house.avdeling, organisationIds: [house.avdeling] });
  });

  test('of several departments only what is held in all: one role’s reach is not lent to another', async () => {
    const unit = (await house.ledger.registerOrganisation({ name: 'Sør, poliklinikken', kind: 'unit', reshId: '4300009', parentId: house.sor })).id;
    await grant(3, 'coordinator', { organisationId: house.avdeling });
    await grant(3, 'auditor', { organisationId: unit });
    expect(await house.api.principalOf(identity(number(3)))).toMatchObject({ roles: [], organisationIds: [] });
    await grant(3, 'coordinator', { organisationId: unit });
    const principal = await house.api.principalOf(identity(number(3)));
    expect([principal.roles, new Set(principal.organisationIds)]).toEqual([['coordinator'], new Set([house.avdeling, unit])]);
  });

  test('no role, no organisation’s patients; an HPR number makes a fastlege of own patients only', async () => {
    const principal = await house.api.principalOf(identity(number(4), { hprNumber: '0012345' }));
    expect(principal).toMatchObject({ roles: ['fastlege'], organisationIds: [] });
    expect(principal.personHashes).toEqual([hprHash(searchKey, '12345'), personNumberHash(searchKey, number(4))]);
  });

  test('a system has its token’s unit', async () => {
    expect(await house.api.principalOf(identity(null, { kind: 'system', scopes: ['forlop:referral.write'] }))).toMatchObject({ kind: 'system', roles: ['system'], scopes: ['forlop:referral.write'], unitId: house.sor });
  });

  test('begin and end on their days, and end at once when they are taken back', async () => {
    house.at('2026-03-20');
    const { id } = await grant(5, 'auditor', { organisationId: house.sor, from: '2026-03-22', through: '2026-03-24', identities: true, protectedAddresses: true });
    for (const [day, roles] of [['2026-03-21', []], ['2026-03-22', ['auditor']], ['2026-03-24', ['auditor']], ['2026-03-25', []]] as const) {
      house.at(day);
      const found = await house.api.principalOf(identity(number(5)));
      expect([day, found.roles, found.identitiesGranted, found.protectedAddressesGranted]).toEqual([day, roles, roles.length > 0, roles.length > 0]);
    }
    house.at('2026-03-23');
    expect(await house.api.withdrawRole(id, 'Sluttet', admin)).toMatchObject({ withdrawnBy: 'person:administrator', withdrawnWhy: 'Sluttet' });
    expect((await house.api.principalOf(identity(number(5)))).roles).toEqual([]);
    await expect(house.api.withdrawRole(id, 'Sluttet', admin)).rejects.toMatchObject({ code: 'bad-data' });
  });

  test('the list names people whom the table does not, and leaves out what ended', async () => {
    house.at('2026-03-23');
    const held = await house.api.roleGrants({ organisationId: house.sor });
    expect(held.map(({ name, role, organisation }) => [name, role, organisation!.name])).toEqual([['Kari Koordinator', 'coordinator', 'Sykehuset Sør']]);
    expect((await house.api.roleGrants({ organisationId: house.sor, past: true })).map(({ role }) => role)).toEqual(['auditor', 'coordinator']);
    const [stored] = await house.sql<{ text: string }>(`select string_agg(to_jsonb(g)::text, ' ') as text from role_grant g`);
    expect(stored!.text).not.toMatch(new RegExp(`Kari|${number(1)}`));
  });

  test('bad grants are refused with a reason', async () => {
    const cases: readonly [string, Partial<RoleGrantInput>, RegExp][] = [
      ['sjef', { organisationId: house.sor }, /finnes ikke/], ['system', {}, /finnes ikke/], ['fastlege', { organisationId: house.sor }, /Fastlegen/], ['coordinator', {}, /Oppgi hvilken/],
      ['administrator', { organisationId: house.sor }, /hele huset/], ['coordinator', { organisationId: house.sor, why: ' ' }, /hvorfor/], ['coordinator', { organisationId: house.sor, personNumber: '1' }, /fødselsnummer/],
      ['coordinator', { organisationId: house.sor, from: '2026-04-02', through: '2026-04-01' }, /Siste dag/], ['coordinator', { organisationId: house.sor, from: 'i går' }, /datoer/], ['coordinator', { organisationId: 'x' }, /finnes ikke/],
    ];
    for (const [role, more, sentence] of cases) await expect(grant(9, role, more)).rejects.toMatchObject({ message: expect.stringMatching(sentence) });
  });

  test('a reach over a unit opens its patients; own and step only those who name the person', async () => {
    const principal = await house.api.principalOf(identity(number(1)));
    expect(accessOf(principal, 'unit')).toEqual({ kind: 'actor', actor: `person:${principal.id}`, organisationIds: principal.organisationIds, personHashes: principal.personHashes, wholePathwaysOnly: true, protectedAddresses: false });
    expect(accessOf(principal, 'own')).toMatchObject({ organisationIds: [], personHashes: principal.personHashes, wholePathwaysOnly: true });
    expect(accessOf(principal, 'step')).toMatchObject({ organisationIds: [], personHashes: principal.personHashes, wholePathwaysOnly: false });
    expect(accessOf(principal, 'house')).toMatchObject({ organisationIds: [], personHashes: [] });
  });
});
