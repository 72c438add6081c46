import * as z from 'zod';
import { recordedExample } from './examples.js';
import { code, instant, list, pathwayId, words, writing } from './parts.js';
import { entryExample, note, nullable, workEntrySchema, workId } from './work-parts.js';

const form = z.enum(['fysisk', 'video', 'telefon']).meta({ description: 'Formen.', example: 'video' });
const time = {
  startsAt: z.iso.datetime({ offset: true, local: true }).meta({ description: 'Begynner, med tidssone. Uten tidssone: norsk tid.', example: '2026-04-15T12:00:00+02:00' }),
  endsAt: z.iso.datetime({ offset: true, local: true }).meta({ description: 'Slutter, med tidssone. Uten tidssone: norsk tid.', example: '2026-04-15T13:00:00+02:00' }),
  form,
  place: nullable('Sted. Står i kalenderfilen, men ikke i e-posten: ingenting om pasienten.', null),
  videoUrl: z.url({ protocol: /^https$/ }).max(500).nullable().meta({ description: 'Adresse til videomøtet.', example: 'https://join.nhn.no/prove' }),
};
const timeExample = { startsAt: '2026-04-15T12:00:00+02:00', endsAt: '2026-04-15T13:00:00+02:00', form: 'video', place: null, videoUrl: 'https://join.nhn.no/prove' };
const person = { code: writing('Hvem de er der som, etter definisjonen.', 'fastlege', 100), name: nullable('Navn.', 'Lege Legesen', 200), email: z.email().max(254).nullable().meta({ description: 'E-post.', example: 'lege@kontor.example' }) };
const personExample = { code: 'fastlege', name: 'Lege Legesen', email: 'lege@kontor.example' };
const agendaItem = z.strictObject({ title: writing('Punktet.', 'Roller og oppgaver', 300), done: z.boolean().meta({ description: 'Gått gjennom.', example: false }) });
const answer = z.enum(['accepted', 'declined', 'tentative']).meta({ description: 'Svaret.', example: 'accepted' });

const invitation = z.object({
  method: z.enum(['REQUEST', 'CANCEL']).meta({ description: 'Invitasjon eller avlysning (RFC 5546).', example: 'REQUEST' }),
  sequence: z.int().min(0).meta({ description: 'Hvilken av møtets tider den gjelder.', example: 0 }),
  state: z.enum(['planned', 'sending', 'sent', 'failed', 'suppressed']).meta({ description: 'Om den er sendt.', example: 'sent' }),
  code: code('Hvorfor den venter, mislyktes eller ikke ble sendt.', 'smtp-550').nullable(),
  email: z.string().nullable().meta({ description: 'Adressen den går til; null når pasientens opplysninger er slettet.', example: 'lege@kontor.example' }),
  plannedAt: instant('Bestemt.'), sentAt: instant('Sendt.').nullable(),
});

export const meetingRequestSchema = z
  .strictObject({ kind: writing('Møtetypen, slik definisjonen kaller den.', 'tilbakeforingsmote', 100), ...time, participants: z.array(z.strictObject(person)).max(40).readonly().meta({ description: 'Hvem som inviteres. De definisjonen sier skal eller bør være med, kommer på listen uansett.' }), text: note.optional() })
  .meta({ id: 'MeetingRequest', description: 'Et møte.', example: { kind: 'tilbakeforingsmote', ...timeExample, participants: [personExample] } });
export const meetingTimeRequestSchema = z.strictObject({ ...time, text: note.optional() }).meta({ id: 'MeetingTimeRequest', description: 'Ny tid eller nytt sted.', example: { ...timeExample, text: 'Skolen kunne ikke.' } });
export const meetingReasonSchema = z.strictObject({ text: note }).meta({ id: 'MeetingReason', example: { text: 'Pasienten var for syk.' } });
export const meetingHeldSchema = z
  .strictObject({
    attended: z.array(workId('Deltakerens id.')).max(40).readonly().meta({ description: 'De som møtte, fra listen over deltakere.' }),
    contents: z.array(z.string().max(100)).max(20).readonly().optional().meta({ description: 'Det som ble avklart, som koder i definisjonen.', example: ['roller-avklart'] }), text: note.optional(),
  })
  .meta({ id: 'MeetingHeld', description: 'Møtet er holdt.', example: { attended: ['0198c0de-aaaa-7000-8000-00000000000a'], contents: ['roller-avklart'] } });
export const meetingAnswerSchema = z.strictObject({ answer }).meta({ id: 'MeetingAnswer', example: { answer: 'accepted' } });
export const meetingParticipantRequestSchema = z
  .strictObject({ name: person.name, email: person.email })
  .meta({ id: 'MeetingParticipantRequest', description: 'Hvem som kommer, og adressen invitasjonen går til.', example: { name: 'Lege Legesen', email: 'lege@kontor.example' } });
export const agendaRequestSchema = z.strictObject({ agenda: z.array(agendaItem).max(60).readonly() }).meta({ id: 'AgendaRequest', description: 'Hele dagsordenen.', example: { agenda: [{ title: 'Roller og oppgaver', done: false }] } });
export const minutesRequestSchema = z.strictObject({ text: writing('Referatet. Det forsegles, og det som er skrevet før, blir stående.', 'Vi ble enige om …', 50_000) }).meta({ id: 'MinutesRequest', example: { text: 'Vi ble enige om …' } });

const meetingExample = {
  id: '0198c0de-aaaa-7000-8000-00000000000a', pathwayId: recordedExample.pathwayId, kind: 'tilbakeforingsmote', title: 'Tilbakeføringsmøte', contactType: '5', state: 'planned',
  startsAt: '2026-04-15T10:00:00.000Z', endsAt: '2026-04-15T11:00:00.000Z', form: 'video', place: null, videoUrl: 'https://join.nhn.no/prove', sequence: 0,
  participants: [{ ...personExample, id: '0198c0de-aaaa-7000-8000-00000000000b', title: 'Fastlegen', required: false, answer: null, attended: null, invitations: [{ method: 'REQUEST', sequence: 0, state: 'sent', code: null, email: 'lege@kontor.example', plannedAt: '2026-03-20T09:15:00.000Z', sentAt: '2026-03-20T09:15:05.000Z' }] }],
  agenda: [{ title: 'Roller og oppgaver: hvem gjør hva, og når', done: false }], minutes: [], check: { refusal: null, warnings: [] }, history: [entryExample],
};
export const meetingSchema = z
  .object({
    id: workId('Møtets id.'), pathwayId, kind: code('Møtetypen.', 'tilbakeforingsmote'), title: words('Tittel.', 'Tilbakeføringsmøte'), contactType: code('Kontakttype (8432).', '5').nullable(),
    state: z.enum(['planned', 'held', 'not-held', 'cancelled']).meta({ description: 'Tilstanden.', example: 'planned' }),
    startsAt: instant('Begynner.'), endsAt: instant('Slutter.'), form, place: z.string().nullable(), videoUrl: z.string().nullable(),
    sequence: z.int().min(0).meta({ description: 'Øker hver gang de inviterte må få ny beskjed (RFC 5545).', example: 0 }),
    participants: list(z.object({
      id: workId('Deltakerens id.'), code: z.string(), name: z.string().nullable(), email: z.string().nullable(), title: words('Hvem de er der som.', 'Fastlegen'),
      required: z.boolean().meta({ description: 'Skal være med.', example: false }), answer: answer.nullable(), attended: z.boolean().nullable(),
      invitations: list(invitation).meta({ description: 'Det deltakeren er sendt på e-post, eller skal sendes, det siste først.' }),
    })),
    agenda: list(z.object({ title: z.string(), done: z.boolean() })),
    minutes: list(z.object({ version: z.int(), text: z.string().nullable(), writtenBy: z.string(), writtenAt: instant('Skrevet.') })).meta({ description: 'Alle utgaver, den siste først.' }),
    check: z.object({ refusal: z.string().nullable(), warnings: list(z.string()) }).meta({ description: 'Det definisjonen ville sagt om møtet ble registrert som holdt med dem som ikke har meldt avbud.' }),
    history: list(workEntrySchema),
  })
  .meta({ id: 'Meeting', description: 'Et møte.', example: meetingExample });
export const meetingsSchema = z.object({ pathwayId, meetings: list(meetingSchema) }).meta({ id: 'Meetings', description: 'Møtene, det siste først.', example: { pathwayId: recordedExample.pathwayId, meetings: [meetingExample] } });

/** The invitation as a file. */
export const invitationSchema = words('iCalendar (RFC 5545).', 'BEGIN:VCALENDAR\r\n…').meta({ id: 'Invitation', example: 'BEGIN:VCALENDAR\r\n…' });
