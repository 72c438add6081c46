import type { OsloDate } from '@forlop/calendar';
import { checkPersonIdentifier, systems } from '@forlop/contracts';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openPatient } from '../core/open-pathway.js';
import { read } from '../database/read.js';
import { LedgerError } from '../types/errors.js';
import type { Page, SearchHit } from '../types/reading.js';
import type { PathwayMode } from '../types/writing.js';
import { readCursor, writeCursor } from '../worklist/cursor.js';
import { patientShown } from './patient-view.js';

interface HitRow {
  readonly pathway_id: string;
  readonly mode: PathwayMode;
  readonly definition_id: string;
  readonly definition_version: string;
  readonly step: string;
  readonly owner_role: string;
  readonly next_role: string | null;
  readonly persons: Readonly<Record<string, string>>;
  readonly next_due_on: OsloDate | null;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
  readonly verified: boolean;
  readonly erased: boolean;
}

const hitColumns = `p.id as pathway_id, p.mode, s.definition_id, s.definition_version, s.step, s.owner_role, s.next_role, s.persons, s.next_due_on, o.id as organisation_id, o.name as organisation_name,
  pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics, pt.verified, pt.erased_at is not null as erased`;
const hitJoins = 'join pathway_state s on s.pathway_id = p.id join organisation o on o.id = s.organisation_id';

const nationalSystems = [systems.fodselsnummer, systems.dNummer, systems.fellesHjelpenummer];

/** By a person's number. Without a system, every national one is tried; quarantined patients are found by what they came with. */
export async function searchByIdentifier(context: LedgerContext, value: string, system?: string): Promise<readonly SearchHit[]> {
  const rows = await read<HitRow>(
    context.database,
    `select ${hitColumns} from patient pt join pathway p on p.patient_id = pt.id ${hitJoins} where pt.identifier_hash = any($1) order by p.created_at desc, p.id limit 200`,
    [identifierHashes(context, value, system)],
  );
  return Promise.all(rows.map((row) => hit(context, row)));
}

/** The hashes that a number may be stored under. Without a system, those of every national one. */
export function identifierHashes(context: LedgerContext, value: string, system?: string): Buffer[] {
  const asked = system === undefined ? nationalSystems : [system];
  const candidates = new Set<string>(asked);
  for (const one of asked) {
    const check = checkPersonIdentifier(one, value);
    if (check.ok) candidates.add(check.system);
  }
  return [...candidates].map((one) => context.searchKey.identifier(one, value.trim()));
}

interface NameCursor {
  readonly after: string;
}

const isNameCursor = (value: unknown): value is NameCursor => typeof value === 'object' && value !== null && isUuid((value as { after?: unknown }).after);
const mostHits = 200;

/** Patients who have every word of the search in their names, in the order of pathway ids. @throws LedgerError `bad-data`, `bad-cursor`. */
export async function searchByName(context: LedgerContext, name: string, options: { readonly limit?: number; readonly cursor?: string } = {}): Promise<Page<SearchHit>> {
  const { limit = 50, cursor } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > mostHits) throw new LedgerError('bad-data', `En side har fra 1 til ${mostHits} treff.`);
  const tokens = context.searchKey.searchTokens(name);
  if (tokens.length === 0) return { rows: [], nextCursor: null };
  const after = cursor === undefined ? '00000000-0000-0000-0000-000000000000' : readCursor(cursor, isNameCursor).after;
  const [first, ...others] = tokens.map((_, i) => `$${i + 3}::bytea`);
  const all = others.map((token) => `and exists (select from patient_name_token x where x.patient_id = t.patient_id and x.token = ${token})`).join(' ');
  const rows = await read<HitRow>(
    context.database,
    `select ${hitColumns} from patient_name_token t join patient pt on pt.id = t.patient_id join pathway p on p.patient_id = pt.id ${hitJoins}
      where t.token = ${first} ${all} and p.id > $1 order by p.id limit $2`,
    [after, limit + 1, ...tokens],
  );
  const shown = rows.slice(0, limit);
  return {
    rows: await Promise.all(shown.map((row) => hit(context, row))),
    nextCursor: rows.length > limit ? writeCursor({ after: shown.at(-1)!.pathway_id }) : null,
  };
}

async function hit(context: LedgerContext, row: HitRow): Promise<SearchHit> {
  const patient = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics);
  const named = (role: string) => ({ role, person: row.persons[role] ?? null });
  return {
    pathwayId: row.pathway_id,
    patient: patientShown(context, { patient, verified: row.verified, erased: row.erased }),
    mode: row.mode,
    definition: { id: row.definition_id, version: row.definition_version },
    step: row.step,
    nextDueOn: row.next_due_on,
    owner: named(row.owner_role),
    next: row.next_role === null ? null : named(row.next_role),
    organisation: { id: row.organisation_id, name: row.organisation_name },
  };
}
