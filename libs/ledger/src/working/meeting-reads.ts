import { decide, type Definition, type PathwayInput } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { snapshot } from '../database/read.js';
import type { Transaction } from '../database/transaction.js';
import { inputOf, loadPathway } from '../reads/load.js';
import type { Meeting, MeetingParticipant } from '../types/working.js';
import { invitationsOf } from './invitations.js';
import { heldData, type MeetingRow, type SealedMeeting } from './meetings.js';
import { historiesOf, openWork } from './parts.js';

interface ParticipantRow {
  readonly id: string;
  readonly meeting_id: string;
  readonly patient_id: string;
  readonly code: string;
  readonly required: boolean;
  readonly answer: MeetingParticipant['answer'];
  readonly attended: boolean | null;
  readonly sealed: Buffer;
}

interface MinutesRow {
  readonly meeting_id: string;
  readonly patient_id: string;
  readonly version: number;
  readonly sealed: Buffer;
  readonly written_by: string;
  readonly written_at: Date;
}

/** The meetings of a pathway, the latest first. @throws LedgerError `unknown-pathway`. */
export async function meetings(context: LedgerContext, pathwayId: string): Promise<readonly Meeting[]> {
  const loaded = await loadPathway(context, pathwayId);
  const { patient } = loaded;
  const input = inputOf(context, loaded);
  return snapshot(context.database, async (reader) => {
    const rows = await reader.query<MeetingRow & { readonly definition_id: string; readonly definition_version: string }>(
      `select m.id, m.patient_id, m.kind, m.state, m.starts_at, m.ends_at, m.form, m.sequence, m.sealed, p.definition_id, p.definition_version
         from meeting m join pathway p on p.id = m.pathway_id where m.pathway_id = $1 order by m.starts_at desc, m.id`, [pathwayId]);
    const ids = rows.map(({ id }) => id);
    const participants = await peopleOf(reader, ids);
    const minutes = await reader.query<MinutesRow>('select meeting_id, patient_id, version, sealed, written_by, written_at from meeting_minutes where meeting_id = any($1) order by version desc', [ids]);
    const invitations = await invitationsOf(reader, patient, ids);
    const histories = await historiesOf(reader, new Map([[patient.id, patient.key]]), ids);
    return rows.map((row): Meeting => {
      const definition = context.rules.definition(row.definition_id, row.definition_version).source;
      const sealed = openWork<SealedMeeting>(patient, row.patient_id, row.id, row.sealed);
      const mine = participants.filter((one) => one.meeting_id === row.id);
      const spec = definition.meetings?.find(({ id }) => id === row.kind);
      return {
        id: row.id, pathwayId, kind: row.kind, title: spec?.title.nb ?? row.kind, contactType: spec?.contactType ?? null, state: row.state,
        startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), form: row.form, sequence: row.sequence,
        place: sealed?.place ?? null, videoUrl: sealed?.videoUrl ?? null, agenda: sealed?.agenda ?? [],
        participants: mine.map((one) => ({
          id: one.id, code: one.code, title: spec?.participants.find(({ code }) => code === one.code)?.title.nb ?? one.code, required: one.required, answer: one.answer, attended: one.attended, invitations: invitations.get(one.id) ?? [],
          ...(openWork<{ name: string | null; email: string | null }>(patient, one.patient_id, one.id, one.sealed) ?? { name: null, email: null }),
        })),
        minutes: minutes.filter((one) => one.meeting_id === row.id).map((one) => ({
          version: one.version, text: openWork<string>(patient, one.patient_id, `minutes/${row.id}/${one.version}`, one.sealed), writtenBy: one.written_by, writtenAt: one.written_at.toISOString(),
        })),
        check: row.state === 'planned' ? checkOf(input, definition, row, mine) : { refusal: null, warnings: [] },
        history: histories.get(row.id) ?? [],
      };
    });
  });
}

const peopleOf = (reader: Pick<Transaction, 'query'>, ids: readonly string[]): Promise<ParticipantRow[]> =>
  reader.query<ParticipantRow>('select id, meeting_id, patient_id, code, required, answer, attended, sealed from meeting_participant where meeting_id = any($1) order by required desc, code, id', [ids]);

/** Asks the kernel what it would say, so that a missing participant is seen before the meeting and not after it. */
function checkOf(input: PathwayInput, definition: Definition, { kind, form }: MeetingRow, participants: readonly ParticipantRow[]): Meeting['check'] {
  const held = definition.meetings?.find(({ id }) => id === kind)?.held;
  if (held === undefined) return { refusal: null, warnings: [] };
  const codes = [...new Set(participants.filter(({ answer }) => answer !== 'declined').map(({ code }) => code))];
  const decision = decide(input, { command: held.command, occurredOn: input.asOf, data: { ...held.data, ...heldData(held, codes, form, undefined) }, hasText: true });
  if (decision.ok) return { refusal: null, warnings: decision.warnings.map(({ sentence }) => sentence.nb) };
  return { refusal: decision.refusal?.sentence.nb ?? decision.errors.map(({ sentence }) => sentence).join(' '), warnings: [] };
}
