import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import type { AppointmentShown } from '../types/mirrored-calendar.js';
import { mustExist } from './requests.js';

type Row = Omit<AppointmentShown, 'startsAt' | 'endsAt' | 'readAt' | 'organisation' | 'eventIds'> & {
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly read_at: Date;
  readonly facts: readonly string[];
  readonly organisation_id: string;
  readonly organisation_name: string;
};

/** A pathway's mirrored appointments with source and age, the first one first. @throws LedgerError `unknown-pathway`. */
export async function appointments(context: LedgerContext, pathwayId: string): Promise<readonly AppointmentShown[]> {
  await mustExist(context, pathwayId);
  const rows = await read<Row>(
    context.database,
    `select a.id, a.starts_at, a.ends_at, a.kind, a.status, a.source, a.version, a.read_at, a.facts, o.id as organisation_id, o.name as organisation_name
       from mirrored_appointment a join organisation o on o.id = a.organisation_id where a.pathway_id = $1 order by a.starts_at, a.id`,
    [pathwayId],
  );
  return rows.map(({ id, kind, status, source, version, ...row }) => ({
    id, kind, status, source, version,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at?.toISOString() ?? null,
    readAt: row.read_at.toISOString(),
    eventIds: row.facts,
  }));
}
