import { addDays } from '@forlop/calendar';
import { evaluate } from '@forlop/pathway';
import { openContact } from '../commands/contact.js';
import type { LedgerContext } from '../context.js';
import { accessRows, type AccessRow } from '../core/access-rows.js';
import { openEventText } from '../core/demographics.js';
import { observations } from '../core/observation-types.js';
import { responsibilities, responsibleOn } from '../core/responsible.js';
import { read } from '../database/read.js';
import { inputOf, loadPathway, type LoadedPathway } from '../reads/load.js';
import { withheld } from '../reads/protection.js';
import type { Participant } from '../types/tenancy.js';

/** Who sees the pathway, saw it, will, or is blocked; from the events, so it is right today whatever was written when. */
export async function participants(context: LedgerContext, pathwayId: string): Promise<readonly Participant[]> {
  const loaded = await loadPathway(context, pathwayId);
  const rows = rowsOf(context, loaded);
  const organisations = await namesOf(context, rows);
  const people = await peopleOf(context, loaded);
  const hidden = withheld(context.database.access, loaded.patient.demographics).whereabouts;
  return merged(rows).map((row): Participant => {
    const outside = row.basis !== 'responsible' && hidden;
    const organisation = row.organisation_id === null || outside ? null : { id: row.organisation_id, name: organisations.get(row.organisation_id) ?? '' };
    return {
      id: idOf(row), basis: row.basis, role: row.role, organisation,
      name: outside ? null : (people.get(idOf(row)) ?? null),
      from: row.valid_from,
      through: row.valid_to === null ? null : addDays(row.valid_to, -1),
      steps: row.steps,
      now: row.in_step && row.valid_from <= loaded.today && (row.valid_to === null || row.valid_to > loaded.today),
    };
  });
}

function rowsOf(context: LedgerContext, loaded: LoadedPathway): AccessRow[] {
  const evaluation = evaluate(inputOf(context, loaded));
  const { id, version } = evaluation.regime.definition;
  const turns = responsibilities(loaded.events, loaded.receivedOn, loaded.organisation.id);
  return accessRows(loaded.events, turns, responsibleOn(turns, loaded.today).organisationId, evaluation, context.rules.definition(id, version));
}

/** The id of the event that gave it. */
const idOf = ({ key }: AccessRow): string => key.split(':')[1]!;

/** A person who is known by two numbers has two rows and is one participant. */
function merged(rows: readonly AccessRow[]): AccessRow[] {
  const seen = new Map<string, AccessRow>();
  for (const row of rows) {
    const one = `${row.basis}:${idOf(row)}`;
    if (!seen.has(one)) seen.set(one, row);
  }
  return [...seen.values()];
}

async function namesOf({ database }: LedgerContext, rows: readonly AccessRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map((row) => row.organisation_id).filter((id) => id !== null))];
  const found = await read<{ id: string; name: string }>(database, 'select id, name from organisation where id = any($1)', [ids]);
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Names of people by the id of the event that named them: sealed beside a grant, or with the role's contact details. */
async function peopleOf({ database }: LedgerContext, { patient, events }: LoadedPathway): Promise<ReadonlyMap<string, string>> {
  const { key } = patient;
  if (key === null) return new Map();
  const names = new Map<string, string>();
  for (const { id, sealed, sealedFor } of events) {
    if (sealed === null || sealedFor !== patient.id) continue;
    const name = nameIn(openEventText(key, sealedFor, id, Buffer.from(sealed, 'base64')).attachment);
    if (name !== null) names.set(id, name);
  }
  const contacts = await read<{ role: string; sealed: Buffer }>(database, 'select role, sealed from patient_contact where patient_id = $1', [patient.id]);
  for (const { role, sealed } of contacts) {
    // Only the last one's details are kept.
    const last = events.findLast((event) => event.type === observations.contactChanged && event.data['role'] === role);
    if (last !== undefined) names.set(last.id, openContact(patient.id, key, role, sealed).name);
  }
  return names;
}

function nameIn(attachment: unknown): string | null {
  const name = (attachment as { navn?: unknown } | null | undefined)?.navn;
  return typeof name === 'string' ? name : null;
}
