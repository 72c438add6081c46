import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import { newDataKey, seal, type KeyService } from '@forlop/crypto';
import type { Json } from '@forlop/pathway';
import pg from 'pg';

type Told = readonly [type: string, on: OsloDate, data: Readonly<Record<string, Json>>];

const inBatch = 1_000;
const units = 20;

/**
 * Writes so many pathways straight into the tables: each a patient of her own with a sealed birth date, referred on a day of five years,
 * with the events of an adult's or a child's way to care and follow-up. Made of the number alone, so that two runs have the same.
 */
export async function writePathways(url: string, keys: KeyService, pathways: number, onProgress: (done: number) => void): Promise<{ readonly events: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let events = 0;
  try {
    const organisations = await client.query<{ id: string }>(`insert into organisation (id, kind, name, registered_by) select gen_random_uuid(), 'unit', 'Enhet ' || n, 'operator' from generate_series(1, $1) n returning id`, [units]);
    for (let from = 0; from < pathways; from += inBatch) {
      const batch = Array.from({ length: Math.min(inBatch, pathways - from) }, (_, i) => from + i);
      events += await writeBatch(client, keys, batch, organisations.rows.map(({ id }) => id));
      onProgress(from + batch.length);
    }
    await client.query('analyze');
  } finally {
    await client.end();
  }
  return { events };
}

async function writeBatch(client: pg.Client, keys: KeyService, batch: readonly number[], organisations: readonly string[]): Promise<number> {
  const people = await Promise.all(batch.map(async (n) => {
    const patientId = idOf(1, n);
    const key = newDataKey();
    const birthDate = addDays(osloDate('1950-01-01'), (n * 7919) % 23_000);
    return { n, id: patientId, wrapped: await keys.wrap(key, patientId), sealed: seal(key, { birthDate }, { owner: patientId, purpose: 'demographics' }) };
  }));
  const stories = batch.map((n) => ({ n, told: storyOf(n) }));
  const rows = stories.flatMap(({ n, told }) => told.map(([type, on, data], i) => ({ n, id: idOf(3, n * 100 + i), seq: i + 1, type, on, data: JSON.stringify(data) })));
  await client.query('begin');
  await client.query(`insert into patient (id, wrapped_key, sealed_demographics, verified) select u.id, u.wrapped, u.sealed, true from unnest($1::uuid[], $2::bytea[], $3::bytea[]) u(id, wrapped, sealed)`, [people.map(({ id }) => id), people.map(({ wrapped }) => wrapped), people.map(({ sealed }) => sealed)]);
  await client.query(
    `insert into pathway (id, patient_id, organisation_id, mode, definition_id, definition_version, received_on)
     select u.id, u.patient, u.organisation, 'historical', 'langvarig-utmattelse', '1.0.0', u.received from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[]) u(id, patient, organisation, received)`,
    [batch.map((n) => idOf(2, n)), batch.map((n) => idOf(1, n)), batch.map((n) => organisations[n % organisations.length]), stories.map(({ told }) => told[0]![1])],
  );
  await client.query(
    `insert into event (id, pathway_id, seq, patient_id, kind, type, occurred_on, recorded_at, data, organisation_id, actor, prev_hash, hash)
     select u.id, u.pathway, u.seq, u.patient, 'fact', u.type, u.day, u.day + time '12:00', u.data, u.organisation, 'system:bench', case when u.seq > 1 then '\\x00'::bytea end, '\\x00'::bytea
       from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::date[], $7::jsonb[], $8::uuid[]) u(id, pathway, seq, patient, type, day, data, organisation)`,
    [rows.map(({ id }) => id), rows.map(({ n }) => idOf(2, n)), rows.map(({ seq }) => seq), rows.map(({ n }) => idOf(1, n)), rows.map(({ type }) => type), rows.map(({ on }) => on), rows.map(({ data }) => data), rows.map(({ n }) => organisations[n % organisations.length])],
  );
  await client.query('commit');
  return rows.length;
}

const idOf = (kind: number, n: number): string => `0000000${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** A number from 0 up to `below` that follows from the patient and what it is for. */
function drawn(n: number, what: number, below: number): number {
  let h = Math.imul(n ^ Math.imul(what, 0x9e3779b9), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) % below;
}

/** Eleven events in most lives: two in five come late, one in ten never. */
function storyOf(n: number): readonly Told[] {
  const received = addDays(osloDate('2021-03-01'), drawn(n, 1, 1_826));
  const after = (what: number, least: number, most: number, from: OsloDate): OsloDate => addDays(from, least + drawn(n, what, most - least));
  const assessed = after(2, 3, 20, received);
  const offered = after(3, 30, 100, assessed);
  const ended = after(4, 40, 120, offered);
  const told: Told[] = [
    ['forlopOpprettet', received, { definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, calendar: { id: 'norge', version: '2026.1' }, parameters: {} }],
    ['henvisningMottatt', received, { henvisningId: 'h', henvisningstype: 'ny', hastegrad: 'routine', henviserrolle: 'fastlege', funksjonstap: 60 }],
    ['vurdert', assessed, { utfall: 'rett', svarkode: '2' }],
    ['fristSatt', assessed, { dato: addDays(received, 84), arsak: 'forste' }],
    ['svarSendt', assessed, { til: 'pasient', innhold: ['utfall', 'frist', 'klagerett'] }],
    ['timeTilbudt', addDays(assessed, 2), { tid: offered, timeId: 't', gjelder: 'oppstart' }],
  ];
  if (drawn(n, 5, 10) === 0) return told;
  return [
    ...told,
    ['helsehjelpStartet', offered, { kontakttype: '1' }],
    ['utredningsbidrag', offered, { profesjon: 'lege' }],
    ['diagnoseSatt', ended, { diagnose: 'cfs-me', grunnlag: ['pem', 'nasjonal-veileder', 'nodvendig-utredning'], sattAv: 'spesialisthelsetjenesten' }],
    ['utredningAvsluttet', ended, { konklusjon: 'cfs-me' }],
    ['epikriseSendt', addDays(ended, 3), { til: ['fastlege', 'henviser'] }],
    ['kontaktRegistrert', addDays(ended, 60), { rolle: 'fastlege', kontakttype: '3' }],
  ];
}
