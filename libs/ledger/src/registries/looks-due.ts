import { addDays } from '@forlop/calendar';
import { systems } from '@forlop/contracts';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openPatient } from '../core/open-pathway.js';
import { ledgerToday } from '../core/today.js';
import { inTransaction } from '../database/transaction.js';
import { LedgerError } from '../types/errors.js';
import type { LookDue, LooksDue, LooksDueQuery } from '../types/registries.js';
import { openGp } from './stored-looks.js';

interface DueRow {
  readonly id: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer;
  readonly sealed_demographics: Buffer;
  readonly changed: number | null;
  readonly gp: Buffer | null;
}

/** A death can be withdrawn: whoever was registered as dead is looked up for so long. */
const daysAfterDeath = 365;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * Live pathways whose patients one of the registries was not asked about since an instant, or has told of a change of since it was asked, in id order. Only those whose number has been checked:
 * an answer about somebody else is worse than none. @throws LedgerError `bad-cursor`.
 */
export async function looksDue(context: LedgerContext, { askedBefore, registries, after = first, limit }: LooksDueQuery): Promise<LooksDue> {
  if (!isUuid(after)) throw new LedgerError('bad-cursor', 'Plasseringen i listen er ikke gyldig.');
  const rows = await inTransaction(context.database, async (transaction) =>
    transaction.query<DueRow>(
      `select p.id, pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics,
              (select max(l.changed) from registry_look l where l.pathway_id = p.id and l.patient_id = p.patient_id and l.registry = any($5)) as changed,
              (select l.sealed from registry_look l where l.pathway_id = p.id and l.patient_id = p.patient_id and l.registry = 'fastlegeregisteret') as gp
         from pathway p
         join patient pt on pt.id = p.patient_id and pt.verified and pt.erased_at is null
         join pathway_state s on s.pathway_id = p.id
        where p.mode = 'live' and p.id > $1 and (not p.finished or (s.step = 'dod' and s.step_since >= $4))
          and (select count(*) from registry_look l
                where l.pathway_id = p.id and l.patient_id = p.patient_id and l.registry = any($5) and l.asked_at >= $2 and l.changed is null) < cardinality($5::text[])
        order by p.id limit $3`,
      [after, askedBefore, limit, addDays(await ledgerToday(context, transaction), -daysAfterDeath), [...new Set(registries)]],
    ));
  const due: LookDue[] = [];
  for (const row of rows) {
    const { demographics, key } = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics);
    const identifier = demographics?.identifier;
    // Other numbers mean nothing outside the hospital that gave them.
    if (identifier === undefined || (identifier.system !== systems.fodselsnummer && identifier.system !== systems.dNummer)) continue;
    const herId = row.gp === null || key === null ? null : (openGp({ id: row.patient_id }, key, row.gp).contract?.gpHerId ?? null);
    // Adresseregisteret knows whom messages go to, and not the patient.
    if (herId === null && registries.every((name) => name === 'adresseregisteret')) continue;
    due.push({ pathwayId: row.id, personNumber: identifier.value, changed: row.changed, herId });
  }
  return { due, next: rows.length === limit ? rows.at(-1)!.id : null };
}
