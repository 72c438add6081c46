import type { LedgerContext } from '../context.js';
import { fullNameOf } from '../core/demographics.js';
import { isUuid } from '../core/event-id.js';
import { openPatient, type OpenPatient } from '../core/open-pathway.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { contactOf } from '../reminders/addressees.js';
import type { Addressee, AttemptPurpose, MessageContent, ObligationKind } from '../types/advancing.js';
import { LedgerError } from '../types/errors.js';

interface MessageRow {
  readonly id: string;
  readonly pathway_id: string;
  readonly key: string;
  readonly attempt: number;
  readonly purpose: AttemptPurpose;
  readonly about: string;
  readonly claims: number;
  readonly kind: ObligationKind | null;
  readonly duty: string | null;
  readonly clock: string | null;
  readonly to_role: string | null;
  readonly escalate_to: string | null;
  readonly due_on: string | null;
  readonly template: string | null;
  readonly definition_id: string;
  readonly definition_version: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
  readonly organisation: string;
}

const messageQuery = `
  select a.id, a.pathway_id, a.key, a.attempt, a.purpose, a.about, a.claims,
         o.kind, o.duty, o.clock, o.to_role, o.escalate_to, c.due_on, o.template,
         p.definition_id, p.definition_version, p.patient_id, pt.wrapped_key, pt.sealed_demographics,
         org.name as organisation
    from obligation_attempt a
    join pathway p on p.id = a.pathway_id
    join patient pt on pt.id = p.patient_id
    join organisation org on org.id = p.organisation_id
    left join obligation_row o on o.pathway_id = a.pathway_id and o.key = a.key
    left join clock_row c on c.pathway_id = o.pathway_id and c.key = o.clock_key
   where a.id = $1`;

/** What a claimed message says and to whom. @throws LedgerError `unknown-obligation`, `erased`. */
export function messageContent(context: LedgerContext, messageId: string): Promise<MessageContent> {
  return inTransaction(context.database, async (transaction) => {
    const [row] = isUuid(messageId) ? await transaction.query<MessageRow>(messageQuery, [messageId]) : [];
    if (row === undefined) throw new LedgerError('unknown-obligation', 'Meldingen finnes ikke.');
    const patient = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics);
    if (patient.key === null) throw new LedgerError('erased', 'Pasientens opplysninger er slettet.');
    const withdraws = row.purpose === 'withdraw' ? await toldBefore(transaction, row) : [];
    const roles = row.purpose === 'withdraw' ? [...new Set(withdraws.map((told) => told.role))] : [row.purpose === 'escalate' ? row.escalate_to : row.to_role];
    return {
      ...titles(context, row),
      id: row.id,
      attempt: { pathwayId: row.pathway_id, key: row.key, attempt: row.attempt, purpose: row.purpose },
      kind: row.kind ?? 'remind',
      dueOn: row.due_on,
      template: row.template,
      to: await addressees(transaction, row.pathway_id, patient, roles.filter((role) => role !== null)),
      patient: { name: fullNameOf(patient.demographics), birthDate: patient.birthDate },
      organisation: row.organisation,
      possiblySentTwice: row.claims > 1,
      withdraws: withdraws.map(({ messageId: id, toldAt }) => ({ messageId: id, toldAt })),
    };
  });
}

function titles({ rules }: LedgerContext, { duty, clock, definition_id: id, definition_version: version }: MessageRow) {
  const { source } = rules.definition(id, version);
  return {
    duty: duty ?? '',
    dutyTitle: source.duties.find((d) => d.id === duty)?.title.nb ?? duty ?? '',
    clock: clock ?? '',
    clockTitle: source.clocks.find((c) => c.id === clock)?.title.nb ?? clock ?? '',
  };
}

interface ToldBefore {
  readonly messageId: string;
  readonly toldAt: string;
  readonly role: string;
}

/** What was sent about the corrected obligation since it was last corrected, and to which role. */
async function toldBefore(transaction: Transaction, { pathway_id, about, key }: MessageRow): Promise<ToldBefore[]> {
  const rows = await transaction.query<{ message_id: string; at: Date; role: string }>(
    `select e.data->>'messageId' as message_id, e.recorded_at as at, e.data->>'to' as role from event e
      where e.pathway_id = $1 and e.kind = 'observation' and e.type = 'told' and e.data->>'about' = $2 and e.data->>'purpose' <> 'withdraw'
        and e.position > coalesce((select max(c.position) from event c where c.pathway_id = $1 and c.type = 'told' and c.data->>'about' = $2
                                     and c.data->>'purpose' = 'withdraw' and c.data->>'obligation' <> $3), 0)
      order by e.position`,
    [pathway_id, about, key],
  );
  return rows.map((row) => ({ messageId: row.message_id, toldAt: row.at.toISOString(), role: row.role }));
}

async function addressees(transaction: Transaction, pathwayId: string, patient: OpenPatient, roles: readonly string[]): Promise<Addressee[]> {
  const found: Addressee[] = [];
  for (const role of roles) {
    const { name, email } = await contactOf(transaction, patient, pathwayId, role);
    found.push({ role, name: name || null, email });
  }
  return found;
}
