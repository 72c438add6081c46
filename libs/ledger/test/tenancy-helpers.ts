import pg from 'pg';
import { systems } from '@forlop/contracts';
import { apiRole, type ActorAccess, type Ledger } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

/** Two hospitals under one region, one of them with a department, each with patients; and the API's own way to see them. */
export interface TwoHospitals extends TestLedger {
  readonly api: Ledger;
  readonly region: string;
  readonly nord: string;
  readonly sor: string;
  /** A department of Sør. */
  readonly avdeling: string;
  /** Takes in a new patient at a hospital, by its RESH id. */
  patientAt(reshId: string, more?: Parameters<typeof referral>[0]): Promise<{ readonly pathwayId: string; readonly number: string }>;
  /** Runs SQL as the API's role with somebody's settings, or with none. */
  asTenant<Row extends pg.QueryResultRow = pg.QueryResultRow>(access: Partial<ActorAccess> | null, sql: string, values?: unknown[]): Promise<Row[]>;
}

export const northern = '4300001';
export const southern = '4300002';

export async function twoHospitals(start = '2026-03-20'): Promise<TwoHospitals> {
  const house = await startLedger(start);
  const region = (await house.ledger.registerOrganisation({ name: 'Helse Midt', kind: 'region', orgNumber: '310000001' })).id;
  const nord = (await house.ledger.registerOrganisation({ name: 'Sykehuset Nord', kind: 'hospital', reshId: northern, orgNumber: '310000002', parentId: region })).id;
  const sor = (await house.ledger.registerOrganisation({ name: 'Sykehuset Sør', kind: 'hospital', reshId: southern, orgNumber: '310000003', parentId: region })).id;
  const avdeling = (await house.ledger.registerOrganisation({ name: 'Sør, barneavdelingen', kind: 'unit', reshId: '4300003', orgNumber: '310000004', parentId: sor })).id;
  const pool = new pg.Pool({ connectionString: house.url, max: 2, options: `-c role=${apiRole}` });
  return {
    ...house,
    api: await house.another({ role: 'api' }),
    region, nord, sor, avdeling,
    patientAt: async (reshId, more = {}) => {
      const one = referral({ receiver: { system: systems.reshId, value: reshId }, ...more });
      const { pathwayId } = await house.ledger.intake(one, coordinator);
      return { pathwayId, number: one.patient.identifier?.value ?? '' };
    },
    asTenant: (access, sql, values) => inOneTransaction(pool, settingsOf(access), sql, values),
    close: async () => {
      await pool.end();
      await house.close();
    },
  };
}

/** Somebody at organisations, or known by hashes. */
export function eyes(organisationIds: readonly string[], personHashes: readonly string[] = [], actor = 'person:prove'): ActorAccess {
  return { kind: 'actor', actor, organisationIds, personHashes };
}

function settingsOf(access: Partial<ActorAccess> | null): string[] {
  if (access === null) return [];
  return [
    `set local app.purpose = 'actor'`,
    `set local app.actor = '${access.actor ?? 'person:prove'}'`,
    `set local app.orgs = '{${(access.organisationIds ?? []).join(',')}}'`,
    `set local app.persons = '{${(access.personHashes ?? []).map((hash) => `"\\\\x${hash}"`).join(',')}}'`,
  ];
}

async function inOneTransaction<Row extends pg.QueryResultRow>(pool: pg.Pool, settings: readonly string[], sql: string, values?: unknown[]): Promise<Row[]> {
  const client = await pool.connect();
  try {
    await client.query(['begin', ...settings].join('; '));
    const { rows } = await client.query<Row>(sql, values);
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
