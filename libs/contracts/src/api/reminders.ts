import * as z from 'zod';
import { recordedExample } from './examples.js';
import { commandAnswerSchema, commandRequestSchema } from './writing.js';
import { code, day, dayOrNull, instant, list, pathwayId, uuid, words, writing } from './parts.js';

const reminderId = uuid('Påminnelsens id.', '0198c0de-8888-7000-8000-000000000008');
export const receiverId = uuid('Mottakerens id.', '0198c0de-9999-7000-8000-000000000009');
const state = z
  .enum(['planned', 'sending', 'sent', 'delivered', 'read', 'acknowledged', 'answered', 'done', 'escalated', 'failed', 'suppressed'])
  .meta({ description: 'Hvor langt påminnelsen er kommet. failed: kom ikke fram. suppressed: ble ikke sendt. Begge har en kode.', example: 'sent' });
const channel = z.enum(['email', 'dialogmelding', 'webhook']).meta({ description: 'Veien den går.', example: 'email' });
const instantOrNull = (description: string) => instant(description).nullable();
const wordOrNull = (description: string, example: string | null) => z.string().nullable().meta({ description, example });

const answerWords = 'received: mottatt. not-mine: ikke min pasient. done: utført. takes-over: overtar. guidance: ber om veiledning.';

const entrySchema = z
  .object({
    at: instant('Når.'),
    what: code('Hva som skjedde.', 'sent'),
    channel: wordOrNull('Veien.', 'email'),
    template: wordOrNull('Malene med versjon.', 'remind.nothing.nb@1'),
    messageId: wordOrNull('Meldingens id.', '5f0c7c5e6a0e4c53'),
    code: wordOrNull('Hvorfor, som fast kode.', null),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable()).meta({ description: 'Koder og tall fra kvitteringen.' }),
    actor: code('Hvem som sto for det; link: et svar fra en lenke.', 'system:courier'),
  })
  .meta({ id: 'ReminderEntry', description: 'Noe som skjedde med en påminnelse.' });

const reminderSchema = z
  .object({
    id: reminderId,
    pathwayId,
    key: code('Plikten den gjelder.', 'VURDERING-BRUTT#1'),
    duty: code('Pliktens navn i definisjonen.', 'VURDERING-BRUTT'),
    purpose: z.enum(['ask', 'escalate', 'withdraw']).meta({ description: 'ask: minner om noe. escalate: koordinatoren overtar. withdraw: noe som ble sagt, gjelder ikke lenger.', example: 'ask' }),
    wording: code('Teksten.', 'remind'),
    role: code('Rollen den går til.', 'fastlege'),
    receiverId: receiverId.nullable(),
    receiverName: wordOrNull('Mottakeren; null for pasienten selv.', 'Lege Legesen'),
    state,
    code: wordOrNull('Hvorfor den ikke kom fram eller ikke ble sendt.', null),
    channel: channel.nullable(),
    template: wordOrNull('Malene med versjon.', 'remind.nothing.nb@1'),
    language: wordOrNull('Språket.', 'nb'),
    messageId: wordOrNull('Meldingens id.', '5f0c7c5e6a0e4c53'),
    plannedAt: instant('Planlagt.'),
    dueAt: instant('Sendes ikke før.'),
    sentAt: instantOrNull('Sendt.'),
    deliveredAt: instantOrNull('Kvittert mottatt.'),
    readAt: instantOrNull('Lest, der kanalen sier det.'),
    answeredAt: instantOrNull('Besvart.'),
    answer: z.enum(['received', 'not-mine', 'done', 'takes-over', 'guidance', 'message']).nullable().meta({ description: `${answerWords} message: svar i egne ord, som står på forløpet.`, example: null }),
    entries: list(entrySchema),
  })
  .meta({ id: 'Reminder', description: 'En påminnelse med beviset for den.' });

const at = '2026-04-09T07:00:00.000Z';
const entry = { at, what: 'sent', channel: 'email', template: 'remind.nothing.nb@1', messageId: '5f0c7c5e6a0e4c53', code: null, detail: {}, actor: 'system:courier' };
const reminderExample = {
  id: '0198c0de-8888-7000-8000-000000000008', pathwayId: recordedExample.pathwayId, key: 'VURDERING-BRUTT#1', duty: 'VURDERING-BRUTT', purpose: 'ask', wording: 'remind', role: 'vurderer',
  receiverId: '0198c0de-9999-7000-8000-000000000009', receiverName: 'Lege Legesen', state: 'sent', code: null, channel: 'email', template: 'remind.nothing.nb@1', language: 'nb', messageId: '5f0c7c5e6a0e4c53',
  plannedAt: at, dueAt: at, sentAt: at, deliveredAt: null, readAt: null, answeredAt: null, answer: null, entries: [entry],
};

const cursor = z.string().max(500).optional().meta({ description: 'Fra siden før.' });
const limit = z.coerce.number().int().min(1).max(200).optional().meta({ description: 'Rader på siden (1–200).', example: 50 });
const chosen = {
  receiver: receiverId.optional(),
  from: day('Planlagt denne dagen eller senere.').optional(),
  to: day('Planlagt denne dagen eller tidligere.').optional(),
  state: state.optional(),
};

export const pathwayRemindersQuerySchema = z.strictObject({ cursor, limit });
export const remindersQuerySchema = z.strictObject({ ...chosen, cursor, limit });
export const reminderExportQuerySchema = z.strictObject(chosen);

export const remindersPageSchema = z
  .object({ rows: list(reminderSchema), nextCursor: z.string().nullable(), more: z.boolean() })
  .meta({ id: 'RemindersPage', description: 'Påminnelser, den nyeste først.', example: { rows: [reminderExample], nextCursor: null, more: false } });

const answer = z.enum(['received', 'not-mine', 'done', 'takes-over', 'guidance']).meta({ description: answerWords, example: 'done' });
const { occurredOn, data, text } = commandRequestSchema.shape;

export const reminderAnswerRequestSchema = z
  .strictObject({
    answer,
    occurredOn: occurredOn.optional(),
    data,
    text,
    link: z.string().max(500).optional().meta({ description: 'Innholdet i lenken som førte hit, slik det sto i adressen. Står i beviset.', example: 'svar-1.WyJhbnN3ZXIiXQ.x' }),
  })
  .meta({ id: 'ReminderAnswerRequest', description: 'Svar på en påminnelse. Uten dato gjelder svaret i dag.', example: { answer: 'done', occurredOn: '2026-03-27' } });

export const reminderAnswerSchema = z
  .object({
    reminderId,
    answer,
    repeated: z.boolean().meta({ description: 'Svaret var registrert fra før, og ingenting er endret.' }),
    recorded: commandAnswerSchema.nullable().meta({ description: 'Det kommandoen registrerte; null for svar som ikke er kommandoer.' }),
  })
  .meta({ id: 'ReminderAnswer', description: 'Svaret er registrert.', example: { reminderId: reminderExample.id, answer: 'done', repeated: false, recorded: { ...recordedExample, warnings: [] } } });

const asked = z
  .object({
    id: reminderId,
    role: code('Rollen som er spurt.', 'fastlege'),
    title: words('Hva det gjelder.', 'Ta kontakt med pasienten'),
    dueOn: dayOrNull('Innen denne dagen.', '2026-06-12'),
    sentAt: instant('Sist spurt.'),
    open: z.boolean().meta({ description: 'Det ventes fortsatt på svar.', example: true }),
    answer: wordOrNull('Det som er svart.', null),
    answers: list(
      z.object({
        answer: z.enum(['done', 'takes-over', 'guidance']).meta({ example: 'done' }),
        command: code('Kommandoen svaret blir.', 'registrer-kontakt'),
        given: list(z.string()).meta({ description: 'Kommandoens felt som følger med svaret, og som ingen fyller ut.', example: ['rolle'] }),
      }),
    ).meta({ description: 'Svarene som kan gis, i tillegg til «mottatt» og «ikke min pasient».' }),
  })
  .meta({ id: 'ReminderAsked', description: 'Noe noen er spurt om.' });

export const remindersAskedSchema = z
  .object({ pathwayId, asked: list(asked) })
  .meta({
    id: 'RemindersAsked', description: 'Det rollene dine er spurt om i forløpet, det nyeste først.',
    example: { pathwayId: recordedExample.pathwayId, asked: [{ id: reminderExample.id, role: 'fastlege', title: 'Ta kontakt med pasienten', dueOn: '2026-06-12', sentAt: at, open: true, answer: null, answers: [{ answer: 'done', command: 'registrer-kontakt', given: ['rolle'] }] }] },
  });

/** The proof as a file. */
export const reminderStopRequestSchema = z
  .strictObject({ reason: writing('Hvorfor påminnelsen ikke skal sendes. Begrunnelsen forsegles.', 'Avtalt på telefon i dag.', 2_000) })
  .meta({ id: 'ReminderStopRequest', description: 'Stopp én påminnelse. Oppgaven står åpen.', example: { reason: 'Avtalt på telefon i dag.' } });
export const reminderSteeredSchema = z.object({ reminderId, pathwayId }).meta({ id: 'ReminderSteered', description: 'Gjort.', example: { reminderId: '0198c0de-8888-7000-8000-000000000008', pathwayId: recordedExample.pathwayId } });

export const reminderExportSchema = words('Én linje for hver hendelse, UTF-8 med semikolon mellom feltene.', '"påminnelse";"forløp"\r\n').meta({ id: 'ReminderExport', example: '"påminnelse";"forløp"\r\n' });
