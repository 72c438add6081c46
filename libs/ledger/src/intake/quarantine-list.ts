import type { OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import type { QuarantineReason } from '../types/intake.js';
import type { QuarantinePage, QuarantineQuery, QuarantineRow } from '../types/reading.js';
import { statusOf } from '../worklist/conditions.js';
import { worklist } from '../worklist/worklist.js';

interface DetailsRow {
  readonly pathway_id: string;
  readonly received_on: OsloDate;
  readonly owner: string;
  readonly reasons: QuarantineReason[];
  readonly source_system: string | null;
  readonly frister: QuarantineRow['quarantine']['frister'];
}

/** What waits in quarantine, the oldest first: the work list's rows, each with why it is there and who sees to it. */
export async function quarantineList(context: LedgerContext, { organisationIds, ...query }: QuarantineQuery = {}): Promise<QuarantinePage> {
  const page = await worklist(context, { ...query, filter: { quarantine: true, ...(organisationIds && { organisationIds }) }, sort: 'received' });
  const details = await detailsOf(context, page.rows.map(({ pathwayId }) => pathwayId), page.asOf);
  return { ...page, rows: page.rows.flatMap((row) => shownWith(row, details.get(row.pathwayId))) };
}

/** One that was released between the list's statement and ours is no longer in quarantine. */
function shownWith(row: Omit<QuarantineRow, 'quarantine'>, details: DetailsRow | undefined): QuarantineRow[] {
  if (details === undefined) return [];
  const { received_on: receivedOn, owner, reasons, source_system: sourceSystem, frister } = details;
  return [{ ...row, quarantine: { receivedOn, owner, reasons, sourceSystem, frister } }];
}

/** The legal frister, which run in quarantine as outside it: those that nobody has met, the next one first. */
const legalFrister = `
  (select coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'clock', c.clock, 'owner', c.owner, 'dueOn', c.due_on, 'status', ${statusOf('c', '$2::date')}) order by c.due_on, c.key), '[]')
     from clock_row c where c.pathway_id = q.pathway_id and c.open and c.kind = 'legal' and c.rule_status = 'in-force' and c.due_on is not null)`;

async function detailsOf(context: LedgerContext, pathwayIds: readonly string[], asOf: OsloDate): Promise<ReadonlyMap<string, DetailsRow>> {
  const rows = await read<DetailsRow>(
    context.database,
    `select q.pathway_id, q.received_on, q.owner, q.reasons,
            (select s.system from referral_source s where s.pathway_id = q.pathway_id order by s.created_at limit 1) as source_system,
            ${legalFrister} as frister
       from quarantine q where q.pathway_id = any($1::uuid[]) and q.released_at is null`,
    [pathwayIds, asOf],
  );
  return new Map(rows.map((row) => [row.pathway_id, row]));
}
