import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { hprHash } from '../src/tenancy/holder.js';
import { coordinator, searchKey } from './helpers.js';
import { eyes, northern, southern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

let house: TwoHospitals;
let mine: string;
let theirs: string;

/** Fills every table for the two hospitals, so that a row that shows is one that should not. */
beforeAll(async () => {
  house = await twoHospitals('2026-03-23');
  mine = await fill(northern, house.nord);
  theirs = await fill(southern, house.sor);
}, 120_000);
afterAll(() => house.close());

async function fill(reshId: string, organisationId: string): Promise<string> {
  const { pathwayId } = await house.patientAt(reshId);
  await house.patientAt(reshId, { reasonCodes: [] });
  // Without an assessment: a finding; a day past all first dates: obligations that are claimed.
  await house.ledger.record(pathwayId, [{ type: 'tilbakeforingsmoteHoldt', occurredOn: '2026-03-22', data: { deltakere: ['pasient', 'fastlege'] } }], coordinator);
  await house.ledger.setContact(pathwayId, 'fastlege', { name: 'Lege Legesen', email: 'lege@prove.example', hprNumber: '7654321' }, coordinator);
  const { openObligations } = await house.ledger.advance(pathwayId, '2026-03-23T11:00:00Z');
  for (const { key } of openObligations) await house.ledger.claimAttempt({ pathwayId, key, attempt: 20_260_323, purpose: 'ask' });
  await house.sql(
    `insert into obligation_attempt (id, pathway_id, key, generation, attempt, purpose, about, claimed_at) values (gen_random_uuid(), $1, 'X#1', 0, 1, 'ask', 'X#1', now())`, [pathwayId]);
  await house.sql(
    `insert into obligation_row (pathway_id, key, organisation_id, duty, kind, clock, clock_key, occurrence, to_role, opens_on, ask_on, needs_confirmation, about)
     values ($1, 'X#1', $2, 'X', 'remind', 'C', 'C#1', 1, 'fastlege', '2026-03-23', '[]', false, 'X#1')`, [pathwayId, organisationId]);
  await house.ledger.planReminder({ pathwayId, key: 'X#1', attempt: 2, purpose: 'ask', wording: 'remind' });
  await house.sql(`insert into idempotency (actor, key, route, request_hash) values ($1, 'k', 'POST /x', 'x')`, [`person:${reshId}`]);
  await house.sql(`insert into break_glass (id, pathway_id, actor, organisation_id, kind, from_at, until_at) values (gen_random_uuid(), $1, 'person:annen', $2, 'helsehjelp', now(), now() + interval '4 hours')`, [pathwayId, organisationId]);
  const mirrored = randomUUID();
  await house.sql(
    `insert into mirrored_appointment (id, sender, source, external_id, version, version_at, digest, identifier_hash, pathway_id, organisation_id, starts_at, kind, status, read_at)
     values ($1, $2, 'urn:dips', $3, '1', now(), 'x', 'x', $4, $2, now(), 'oppstart', 'booked', now())`, [mirrored, organisationId, mirrored, pathwayId]);
  // Of somebody whose referral has not come: nobody's to see.
  await house.sql(
    `insert into mirrored_appointment (id, sender, source, external_id, version, version_at, digest, identifier_hash, organisation_id, starts_at, kind, status, read_at)
     values (gen_random_uuid(), $1, 'urn:dips', gen_random_uuid()::text, '1', now(), 'x', 'y', $1, now(), 'oppstart', 'booked', now())`, [organisationId]);
  await house.ledger.requestAppointment(pathwayId, { kind: 'oppstart', beforeOn: osloDate('2026-05-01') }, coordinator);
  await house.ledger.recordLook(pathwayId, { asked: ['persontjenesten'], answers: {} });
  await house.ledger.sumSettled();
  await fillWork(pathwayId, organisationId);
  await house.ledger.requestErasure(pathwayId, { legalBasis: 'patients-demand', reason: 'Krav etter § 43.' }, coordinator);
  await house.ledger.holdErasure(pathwayId, 'Klagesak.', coordinator);
  return pathwayId;
}

/** An offer, a meeting and a plan, with all that hangs on each. */
async function fillWork(pathwayId: string, organisationId: string): Promise<void> {
  const run = (sql: string) => house.sql(sql.replaceAll('PW', `'${pathwayId}'`).replaceAll('PT', `(select patient_id from pathway where id = '${pathwayId}')`).replaceAll('ORG', `'${organisationId}'`));
  await run(`with c as (insert into course (id, organisation_id, kind, title, places, answer_days, created_by, created_at) values (gen_random_uuid(), ORG, 'lms-kurs', 'Kurs', 2, 14, 'x', now()) returning id),
    s as (insert into course_session (id, course_id, starts_at, ends_at) select gen_random_uuid(), id, now(), now() + interval '1 hour' from c returning id),
    o as (insert into course_offer (id, course_id, pathway_id, patient_id, state, changed_by, changed_at) select gen_random_uuid(), id, PW, PT, 'accepted', 'x', now() from c returning id)
    insert into course_attendance (offer_id, session_id, pathway_id, state, recorded_by, recorded_at) select o.id, s.id, PW, 'present', 'x', now() from o, s`);
  await run(`with m as (insert into meeting (id, pathway_id, patient_id, kind, state, starts_at, ends_at, form, sequence, sealed, created_by, created_at, changed_at)
      values (gen_random_uuid(), PW, PT, 'x', 'held', now(), now() + interval '1 hour', 'video', 0, '', 'x', now(), now()) returning id),
    p as (insert into meeting_participant (id, meeting_id, pathway_id, patient_id, code, required, sealed) select gen_random_uuid(), id, PW, PT, 'x', true, '' from m returning id, meeting_id),
    i as (insert into meeting_invitation (id, meeting_id, participant_id, pathway_id, patient_id, method, sequence, starts_at, ends_at, form, state, sealed, next_try_at, planned_at)
      select gen_random_uuid(), meeting_id, id, PW, PT, 'REQUEST', 0, now(), now(), 'video', 'planned', '', now(), now() from p)
    insert into meeting_minutes (meeting_id, version, pathway_id, patient_id, sealed, written_by, written_at) select id, 1, PW, PT, '', 'x', now() from m`);
  await run(`with p as (insert into care_plan (id, pathway_id, plan, definition_version, created_by, created_at) values (gen_random_uuid(), PW, 'X', '1.0.0', 'x', now()) returning id),
    i as (insert into care_plan_item (plan_id, item, pathway_id, patient_id, line, owner, state, changed_by, changed_at) select id, 'x', PW, PT, 0, 'koordinator', 'not-begun', 'x', now() from p)
    insert into work_entry (pathway_id, patient_id, about, what, actor, at) select PW, PT, id, 'begun', 'x', now() from p`);
}

/** What ties a row to a patient's pathway, of tables that do it otherwise than by `pathway_id`. */
const pathwayOf: Readonly<Record<string, string>> = {
  pathway: 'select t.id from pathway x where x.id = t.id',
  patient: 'select p.id from pathway p where p.patient_id = t.id',
  patient_name_token: 'select p.id from pathway p where p.patient_id = t.patient_id',
  patient_contact: 'select p.id from pathway p where p.patient_id = t.patient_id',
  erasure_hold: 'select p.id from pathway p where p.patient_id = t.patient_id',
};

async function patientTables(): Promise<string[]> {
  const rows = await house.sql<{ name: string }>(
    `select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and (column_name in ('pathway_id', 'patient_id') or table_name in ('pathway', 'patient', 'idempotency'))
        -- Speaks of those who are reminded; whom one sees of them has a test of its own (reminders.it.test.ts).
        -- What numbers are counted from is views, empty but to eyes of their own (compliance.it.test.ts).
        and table_name <> 'receiver' and table_name not in (select v.table_name from information_schema.views v where v.table_schema = 'public') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Tables that the API's role may not read at all. */
const unreadable = new Set(['outbox', 'pathway_sum']);

describe('every table that speaks of a patient', () => {
  test('has row-level security, forced on its owner too, and a policy for each role', async () => {
    const rows = await house.sql<{ name: string; rls: boolean; forced: boolean; roles: string[] }>(
      `select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
              array(select distinct r.rolname::text from pg_policy p join pg_roles r on r.oid = any(p.polroles) where p.polrelid = c.oid order by 1) as roles
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any($1)`, [await patientTables()]);
    expect(rows.length).toBeGreaterThanOrEqual(16);
    expect(rows.filter(({ rls, forced, roles }) => !rls || !forced || roles.join() !== 'forlop_api,forlop_app,forlop_owner')).toEqual([]);
  });

  test('every policy for the API says what may be written as well as what may be read', async () => {
    const rows = await house.sql<{ name: string; policy: string }>(
      `select polrelid::regclass::text as name, polname as policy from pg_policy p join pg_roles r on r.oid = any(p.polroles)
        where r.rolname = 'forlop_api' and ((polcmd in ('*', 'a', 'w') and polwithcheck is null) or (polcmd in ('*', 'r', 'w', 'd') and polqual is null))`);
    expect(rows).toEqual([]);
  });

  test('the test has rows of the other hospital in all of them', async () => {
    for (const table of await patientTables()) expect([table, (await house.sql(`select 1 from ${table} limit 1`)).length]).toEqual([table, 1]);
  });

  test('without a word about who looks it is empty', async () => {
    for (const table of (await patientTables()).filter((name) => !unreadable.has(name))) {
      expect([table, await house.asTenant(null, `select count(*)::int as n from ${table}`)]).toEqual([table, [{ n: 0 }]]);
      expect([table, await house.asTenant({ organisationIds: [] }, `select count(*)::int as n from ${table}`)]).toEqual([table, [{ n: 0 }]]);
    }
  });

  test('a hospital sees its own rows and none of another’s', async () => {
    for (const [own, foreign] of [[house.nord, house.sor], [house.sor, house.nord]] as const) {
      for (const table of (await patientTables()).filter((name) => !unreadable.has(name) && name !== 'idempotency')) {
        const whose = pathwayOf[table] ?? 'select t.pathway_id';
        const all = await house.sql<{ org: string; n: number }>(
          `select p.organisation_id as org, count(*)::int as n from (select (${whose} limit 1) as id from ${table} t) x join pathway p on p.id = x.id group by 1`);
        const seen = await house.asTenant<{ n: number }>({ organisationIds: [own] }, `select count(*)::int as n from ${table}`);
        expect([table, all.find(({ org }) => org === foreign)!.n > 0]).toEqual([table, true]);
        expect([table, seen[0]!.n]).toEqual([table, all.find(({ org }) => org === own)!.n]);
      }
    }
  });

  test('a doctor sees the rows of the patients who name him, and no others', async () => {
    const hash = hprHash(searchKey, '7654321');
    const named = new Set((await house.sql<{ id: string }>(`select pathway_id as id from pathway_access where basis = 'contact'`)).map(({ id }) => id));
    expect(named).toEqual(new Set([mine, theirs]));
    for (const table of (await patientTables()).filter((name) => !unreadable.has(name) && name !== 'idempotency')) {
      const whose = pathwayOf[table] ?? 'select t.pathway_id';
      const all = await house.sql<{ id: string }>(`select x.id from (select (${whose} limit 1) as id from ${table} t) x`);
      const [seen] = await house.asTenant<{ n: number }>({ personHashes: [hash] }, `select count(*)::int as n from ${table}`);
      expect([table, seen!.n]).toEqual([table, all.filter(({ id }) => named.has(id)).length]);
    }
  });

  test('an answered request is seen by whoever asked, and by nobody else', async () => {
    expect(await house.asTenant({ actor: `person:${northern}`, organisationIds: [house.nord] }, 'select actor from idempotency')).toEqual([{ actor: `person:${northern}` }]);
    expect(await house.asTenant({ actor: 'person:x', organisationIds: [house.nord, house.sor] }, 'select actor from idempotency')).toEqual([]);
  });

  test('nothing can be written to another’s pathway, and what cannot be seen is not changed', async () => {
    const own = { organisationIds: [house.nord] };
    const refused = async (sql: string, values: unknown[] = [theirs]): Promise<void> => expect(house.asTenant(own, sql, values)).rejects.toMatchObject({ code: '42501' });
    await refused(`insert into event (id, pathway_id, seq, patient_id, kind, type, occurred_on, recorded_at, data, organisation_id, actor, hash) values (gen_random_uuid(), $1, 1, gen_random_uuid(), 'fact', 'x', '2026-01-01', now(), '{}', gen_random_uuid(), 'x', 'x')`);
    await refused(`insert into outbox (pathway_id, position) values ($1, 1)`);
    await refused(`insert into pathway_access (pathway_id, key, organisation_id, role, basis, valid_from, in_step, denies, contested, home) values ($1, 'x', $2, 'x', 'participant', '2026-01-01', true, false, false, false)`, [theirs, house.nord]);
    await refused(`insert into break_glass (id, pathway_id, actor, kind, from_at, until_at) values (gen_random_uuid(), $1, 'person:en-annen', 'helsehjelp', now(), now() + interval '1 hour')`);
    await refused('insert into patient (id, verified, erased_at) values (gen_random_uuid(), true, now())', []);
    for (const table of ['pathway_state', 'clock_row', 'obligation_row', 'finding_row', 'quarantine']) {
      if (table !== 'quarantine' && table !== 'pathway_state') expect([table, await house.asTenant(own, `delete from ${table} where pathway_id = $1 returning 1`, [theirs])]).toEqual([table, []]);
      expect([table, await house.asTenant(own, `update ${table} set organisation_id = $2 where pathway_id = $1 returning 1`, [theirs, house.nord])]).toEqual([table, []]);
    }
    expect(await house.asTenant(own, 'update pathway set organisation_id = $2 where id = $1 returning 1', [theirs, house.nord])).toEqual([]);
    expect(await house.asTenant(own, `select * from open_pathway($1)`, [theirs])).toEqual([expect.objectContaining({ pathway: null, events: null })]);
    expect(await house.asTenant(own, `select write_pathway($1, '{"tell": true}')`, [theirs]).catch((error: { code: string }) => error.code)).toMatch(/^(42501|23502)$/);
  });

  test('the role has no more rights than its work asks for', async () => {
    for (const sql of ['select * from outbox', 'update event set type = type', 'delete from event', 'delete from pathway', 'delete from patient', 'update obligation_attempt set code = code', 'delete from pathway_state', 'update break_glass set until_at = now()', 'delete from role_grant', 'update setting set value = value', 'create table x (y int)']) {
      expect([sql, await house.asTenant({ organisationIds: [house.nord] }, sql).catch((error: { code: string }) => error.code)]).toEqual([sql, '42501']);
    }
    const [role] = await house.sql('select rolbypassrls, rolsuper from pg_roles where rolname = $1', ['forlop_api']);
    expect(role).toEqual({ rolbypassrls: false, rolsuper: false });
  });
});

describe('the ledger on behalf of somebody', () => {
  test('a ledger of the API sees no patient before it is said who looks, and runs the house', async () => {
    expect((await house.api.worklist()).total).toBe(0);
    expect((await house.api.searchByName('Prøvesen')).rows).toEqual([]);
    await expect(house.api.patientView(mine)).rejects.toMatchObject({ code: 'unknown-pathway' });
    await house.api.ping();
    expect((await house.api.effects()).on).toBe(true);
    expect((await house.api.organisations()).length).toBeGreaterThanOrEqual(4);
  });

  test('the engine cannot pretend to be somebody: its role would show everything all the same', () => {
    expect(() => house.ledger.as(eyes([house.nord]))).toThrow('api');
  });

  test('who looks cannot be made into more than who looks: names with quotes and backslashes are names, ids that are none are refused', async () => {
    for (const name of [`x'; set local app.orgs = '{${house.sor}}`, `x\\'; set local app.purpose = 'intake'; --`, `x"}`, `x\\`]) {
      const ledger = house.api.as(eyes([house.nord], [], `person:${name}`));
      expect([name, (await ledger.worklist()).rows.some((row) => row.pathwayId === theirs), (await ledger.worklist()).rows.some((row) => row.pathwayId === mine)]).toEqual([name, false, true]);
    }
    for (const access of [eyes([`${house.nord}}'; --`]), eyes(['x']), eyes([], ['zz']), eyes([], [''])]) {
      await expect(house.api.as(access).worklist()).rejects.toMatchObject({ code: 'bad-data' });
    }
  });

  test('a connection that served one is nobody’s for the next', async () => {
    const one = await house.another({ role: 'api', poolSize: 1 });
    expect((await one.as(eyes([house.nord])).worklist()).total).toBeGreaterThan(0);
    expect((await one.worklist()).total).toBe(0);
    await expect(one.as(eyes([house.nord])).patientView(theirs)).rejects.toMatchObject({ code: 'unknown-pathway' });
    expect((await one.worklist()).total).toBe(0);
    await expect(one.patientView(mine)).rejects.toMatchObject({ code: 'unknown-pathway' });
  });

  test('one’s own are there as for the engine; another’s answers as an id that does not exist', async () => {
    const ledger = house.api.as(eyes([house.nord]));
    const whole = await house.ledger.patientView(mine);
    // Only the hashes by which people are known are the engine's alone.
    const timeline = whole.timeline.map((event) => ({ ...event, data: Object.fromEntries(Object.entries(event.data).filter(([field]) => field !== 'person')) }));
    expect(timeline).not.toEqual(whole.timeline);
    expect(await ledger.patientView(mine)).toEqual({ ...whole, timeline });
    const nobody = '00000000-0000-4000-8000-00000000abcd';
    const calls: readonly [string, (id: string) => Promise<unknown>][] = [
      ['view', (id) => ledger.patientView(id)],
      ['kernel', (id) => ledger.kernelInput(id)],
      ['command', (id) => ledger.command(id, { command: 'vurder', occurredOn: '2026-03-23', data: { utfall: 'rett' } }, coordinator)],
      ['record', (id) => ledger.record(id, [{ type: 'epikriseReservert', occurredOn: '2026-03-23' }], coordinator)],
      ['move', (id) => ledger.move(id, { reason: 'x', on: '2026-03-23' }, coordinator)],
      ['mode', (id) => ledger.setMode(id, 'paused', 'x', coordinator)],
      ['contact', (id) => ledger.setContact(id, 'fastlege', { name: 'X', email: null }, coordinator)],
      ['confirm', (id) => ledger.confirmObligation(id, 'X#1', coordinator)],
      ['release', (id) => ledger.releaseQuarantine(id, { as: 'discarded', reason: 'x', on: osloDate('2026-03-23') }, coordinator)],
      ['grant', (id) => ledger.grantAccess(id, { organisationId: house.nord, role: 'lms' }, coordinator)],
      ['transfer', (id) => ledger.transfer(id, { to: house.nord, on: '2026-03-23', reason: 'x' }, coordinator)],
      ['block', (id) => ledger.block(id, { organisationId: house.avdeling }, coordinator)],
      ['participants', (id) => ledger.participants(id)],
    ];
    for (const [name, call] of calls) {
      const told = async (id: string) => call(id).then(() => 'done', (error: { code: string; message: string }) => `${error.code}: ${error.message}`);
      expect([name, await told(theirs)]).toEqual([name, await told(nobody)]);
      expect([name, await told(theirs)]).toEqual([name, 'unknown-pathway: Forløpet finnes ikke.']);
    }
    const event = (await house.ledger.patientView(theirs)).timeline[1]!.id;
    await expect(ledger.correct(event, { occurredOn: '2026-03-20' }, coordinator)).rejects.toMatchObject({ code: 'unknown-event' });
    await expect(ledger.retract(event, 'x', coordinator)).rejects.toMatchObject({ code: 'unknown-event' });
    expect((await house.ledger.verify()).differences.filter(({ at }) => at !== 'X#1')).toEqual([]);
  });
});
