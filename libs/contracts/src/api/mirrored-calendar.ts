import * as z from 'zod';
import { recordedExample } from './examples.js';
import { clockKey, clockStatusSchema } from './kernel.js';
import { code, day, dayOrNull, eventId, instant, list, organisationRef, pathwayId, personName, uuid, words } from './parts.js';

const organisationExample = { id: '0198c0de-1111-7000-8000-000000000001', name: 'Utmarka sykehus' };
const appointmentId = uuid('Timens id her.', '0198c0de-aaaa-7000-8000-00000000000a');
const whole = (description: string, example: number) => z.int().min(0).meta({ description, example });
const organisations = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((one) => one.split(',')).map((one) => one.trim()))
  .pipe(z.array(uuid('Virksomhetens id.', organisationExample.id)).min(1).max(100))
  .meta({ description: 'Virksomhet. Kan gis flere ganger, eller med komma mellom.', example: organisationExample.id });
const limit = z.coerce.number().int().min(1).max(200).meta({ description: 'Antall rader, høyst 200. Uten verdi: 50.', example: 50 });
const cursor = z.string().min(1).max(2000).meta({ description: 'nextCursor fra siden før.' });
const nextCursor = z.string().nullable().meta({ description: 'Sendes som cursor for neste side. Null: dette var den siste.', example: null });

export const appointmentKind = z.enum(['oppstart', 'oppfolging', 'mote', 'undersokelse', 'annet']).meta({ description: 'Hva timen gjelder. annet: ikke noe som en frist venter på.', example: 'oppstart' });
/** What one may ask those who book for. */
export const wishedKind = z.enum(['oppstart', 'oppfolging', 'mote', 'undersokelse']).meta({ description: 'Hva timen skal gjelde.', example: 'oppstart' });
const listedPatient = z.object({ id: uuid('Pasientens id her.', '0198c0de-7777-7000-8000-000000000007'), name: personName.nullable(), birthDate: dayOrNull('Fødselsdato.', '1988-04-15') });
const patientExample = { id: '0198c0de-7777-7000-8000-000000000007', name: { given: 'Kari', family: 'Testesen' }, birthDate: '1988-04-15' };

const appointmentSchema = z
  .object({
    id: appointmentId,
    organisation: organisationRef,
    startsAt: instant('Begynner.'),
    endsAt: instant('Slutter.').nullable(),
    kind: appointmentKind,
    status: z.enum(['pending', 'booked', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error']).meta({ description: 'Timens status i journalsystemet.', example: 'booked' }),
    source: code('Systemet som eier timen.', 'urn:example:timebok'),
    version: code('Versjonen der.', '3'),
    readAt: instant('Når journalsystemet sist sendte den.'),
    eventIds: list(eventId).meta({ description: 'Hendelsene som er ført i forløpet for timen.' }),
  })
  .meta({ id: 'MirroredAppointment', description: 'En time som sykehusets journalsystem eier, slik den sist ble sendt hit.' });

const appointmentExample = {
  id: '0198c0de-aaaa-7000-8000-00000000000a', organisation: organisationExample, startsAt: '2026-05-06T08:00:00.000Z', endsAt: '2026-05-06T09:00:00.000Z', kind: 'oppstart', status: 'booked',
  source: 'urn:example:timebok', version: '3', readAt: '2026-04-09T07:00:00.000Z', eventIds: recordedExample.eventIds,
};

export const appointmentsSchema = z
  .object({ pathwayId, appointments: list(appointmentSchema) })
  .meta({ id: 'MirroredAppointments', example: { pathwayId: recordedExample.pathwayId, appointments: [appointmentExample] }, description: 'Timene i forløpet, den første først.' });

const requestFields = {
  id: uuid('Forespørselens id.', '0198c0de-bbbb-7000-8000-00000000000b'),
  pathwayId,
  kind: wishedKind,
  beforeOn: day('Siste dag som kan brukes.', '2026-05-08'),
  state: z.enum(['asked', 'answered', 'withdrawn']).meta({ description: 'asked: venter. answered: en speilet time svarer på den. withdrawn: trukket tilbake.', example: 'asked' }),
  askedAt: instant('Bedt om.'),
  endedAt: instant('Besvart eller trukket tilbake.').nullable(),
  appointment: z.object({ id: appointmentId, startsAt: instant('Begynner.') }).nullable().meta({ description: 'Timen som svarte på den.' }),
};
const requestExample = {
  id: '0198c0de-bbbb-7000-8000-00000000000b', pathwayId: recordedExample.pathwayId, kind: 'oppstart', beforeOn: '2026-05-08', state: 'asked', askedAt: '2026-04-09T07:00:00.000Z', endedAt: null, appointment: null,
};

export const appointmentRequestSchema = z.object(requestFields).meta({ id: 'AppointmentRequest', example: requestExample, description: 'De som setter opp timer, er bedt om en time.' });

export const appointmentRequestRequestSchema = z
  .strictObject({ kind: wishedKind, beforeOn: requestFields.beforeOn })
  .meta({ id: 'AppointmentRequestRequest', example: { kind: 'oppstart', beforeOn: '2099-05-08' }, description: 'Ønske om en time. Et nytt ønske tar plassen til et som venter.' });

export const pathwayAppointmentRequestsSchema = z
  .object({ pathwayId, requests: list(appointmentRequestSchema) })
  .meta({ id: 'PathwayAppointmentRequests', example: { pathwayId: recordedExample.pathwayId, requests: [requestExample] }, description: 'Forløpets forespørsler, den siste først.' });

const requestRowSchema = z.object({ ...requestFields, patient: listedPatient, organisation: organisationRef }).meta({ id: 'AppointmentRequestRow', description: 'En forespørsel med pasienten den gjelder.' });

export const appointmentRequestsQuerySchema = z.strictObject({ state: requestFields.state.optional(), org: organisations.optional(), cursor: cursor.optional(), limit: limit.optional() });
export const appointmentRequestsPageSchema = z
  .object({ more: z.boolean().meta({ example: false }), nextCursor, rows: list(requestRowSchema) })
  .meta({ id: 'AppointmentRequestsPage', example: { more: false, nextCursor: null, rows: [{ ...requestExample, patient: patientExample, organisation: organisationExample }] }, description: 'Den som haster mest, først.' });

const weeks = z.coerce.number().int().min(1).max(26).meta({ description: 'Antall uker framover, den vi er i medregnet. Uten verdi: 8.', example: 8 });
export const calendarWeeksQuerySchema = z.strictObject({ org: organisations.optional(), asOf: day('Regn fra denne dagen. Uten verdi: i dag.').optional(), weeks: weeks.optional() });
export const breakingQuerySchema = calendarWeeksQuerySchema.extend({
  week: day('En dag i den ene uken det spørres om. Uten verdi: alle ukene.', '2026-04-06').optional(),
  time: z.enum(['missing', 'in-time', 'any']).optional().meta({ description: 'missing (uten verdi): uten time på eller før fristen. in-time: med. any: begge deler.', example: 'missing' }),
  cursor: cursor.optional(),
  limit: limit.optional(),
});

const clockCount = z.object({ clock: code('Regel-id.', 'FRIST-INDIVIDUELL'), title: words('Fristens tittel.', 'Pasientens frist for start av helsehjelp'), due: whole('Frister i uken.', 12), booked: whole('Med time i tide.', 9), notBooked: whole('Uten time i tide.', 3) });
const capacitySchema = z
  .object({
    freeMinutes: whole('Ledige minutter.', 240),
    busyMinutes: whole('Opptatte minutter.', 1200),
    freePlaces: whole('Ledige plasser.', 4),
    busyPlaces: whole('Opptatte plasser.', 20),
    sources: list(z.string()).meta({ description: 'Systemene det kommer fra.', example: ['urn:example:timebok'] }),
    oldestReadAt: instant('Når den eldste delen av det ble sendt hit.'),
    stale: z.boolean().meta({ description: 'Noe av det er eldre enn halvannet døgn: det som står som ledig, kan være tatt.', example: false }),
  })
  .meta({ id: 'MirroredCapacity', description: 'Speilet tid, med alder.' });

const weekExample = {
  organisation: organisationExample, from: '2026-04-06', to: '2026-04-12', due: 12, booked: 9, notBooked: 3, patientsNotBooked: 2,
  clocks: [{ clock: 'FRIST-INDIVIDUELL', title: 'Pasientens frist for start av helsehjelp', due: 12, booked: 9, notBooked: 3 }],
  capacity: { freeMinutes: 240, busyMinutes: 1200, freePlaces: 4, busyPlaces: 20, sources: ['urn:example:timebok'], oldestReadAt: '2026-04-05T22:00:00.000Z', stale: false },
};
export const calendarWeeksSchema = z
  .object({
    asOf: day('Dagen det er regnet fra.', '2026-04-08'),
    overdue: whole('Frister som alt er brutt, og ikke er med i ukene.', 1),
    rows: list(
      z
        .object({
          organisation: organisationRef,
          from: day('Fra.', '2026-04-06'),
          to: day('Til og med søndag.', '2026-04-12'),
          due: whole('Åpne frister i uken som en første time oppfyller.', 12),
          booked: whole('Med time på eller før datoen.', 9),
          notBooked: whole('Uten.', 3),
          patientsNotBooked: whole('Pasienter uten time i tide: én kan ha flere frister.', 2),
          clocks: list(clockCount),
          capacity: capacitySchema.nullable().meta({ description: 'Null: ingen har sendt noe om tiden i denne uken.' }),
        })
        .meta({ id: 'CalendarWeek', description: 'Frister og tid ved en enhet i en uke.' }),
    ),
  })
  .meta({ id: 'CalendarWeeks', example: { asOf: '2026-04-08', overdue: 1, rows: [weekExample] }, description: 'Frister uke for uke mot speilet tid.' });

const breakingRowSchema = z
  .object({
    pathwayId,
    patient: listedPatient,
    organisation: organisationRef,
    clock: z.object({ key: clockKey, clock: code('Regel-id.', 'FRIST-INDIVIDUELL'), title: words('Tittel.', 'Pasientens frist for start av helsehjelp'), dueOn: day('Siste dag i tide.'), status: clockStatusSchema }),
    bookedOn: dayOrNull('Timen som er satt opp. Blant dem uten time i tide ligger den etter fristen.', '2026-05-06'),
    inTime: z.boolean().meta({ description: 'Timen ligger på eller før fristen.', example: false }),
    askedFor: dayOrNull('Det er bedt om time innen denne dagen.', '2026-04-08'),
  })
  .meta({ id: 'BreakingRow', description: 'En pasient som får brutt frist hvis ingenting endres.' });
export const breakingPageSchema = z
  .object({ asOf: day('Dagen det er regnet fra.', '2026-03-27'), total: whole('Rader i hele listen.', 1), more: z.boolean().meta({ example: false }), nextCursor, rows: list(breakingRowSchema) })
  .meta({
    id: 'BreakingPage',
    example: {
      asOf: '2026-03-27', total: 1, more: false, nextCursor: null,
      rows: [{ pathwayId: recordedExample.pathwayId, patient: patientExample, organisation: organisationExample, clock: { key: 'FRIST-INDIVIDUELL#1', clock: 'FRIST-INDIVIDUELL', title: 'Pasientens frist for start av helsehjelp', dueOn: '2026-04-08', status: 'at-risk' }, bookedOn: null, inTime: false, askedFor: '2026-04-08' }],
    },
    description: 'Hvem som får brutt frist i ukene framover hvis ingenting endres, den nærmeste først.',
  });

/** Columns of a file of appointments, in any order. */
export const appointmentColumns = ['kilde', 'id', 'versjon', 'endret', 'fodselsnummer', 'enhet', 'start', 'slutt', 'gjelder', 'status', 'arsak', 'laget'] as const;
/** Columns of a file of capacity. */
export const capacityColumns = ['kilde', 'id', 'versjon', 'endret', 'enhet', 'dag', 'tjeneste', 'ledige_minutter', 'opptatte_minutter', 'ledige_plasser', 'opptatte_plasser'] as const;

const fileOf = (columns: readonly string[]) => z.string().min(1).max(900_000).meta({ description: `Filens innhold: første linje er kolonnenavnene (${columns.join(', ')}), skilt med semikolon eller komma. Høyst 2000 linjer.` });
const appointmentFileExample = `${appointmentColumns.join(';')}\nurn:example:timebok;A-1;1;2026-04-09T07:00:00Z;15848800055;4200123;2026-05-06T08:00:00Z;;oppstart;booked;;2026-04-09`;
export const appointmentFileSchema = z.strictObject({ csv: fileOf(appointmentColumns) }).meta({ id: 'AppointmentFile', example: { csv: appointmentFileExample }, description: 'Timer som fil.' });
export const capacityFileSchema = z
  .strictObject({ csv: fileOf(capacityColumns) })
  .meta({ id: 'CapacityFile', example: { csv: `${capacityColumns.join(';')}\nurn:example:timebok;K-1;1;2026-04-09T07:00:00Z;4200123;2026-05-06;poliklinikk;120;240;2;4` }, description: 'Ledig og opptatt tid som fil.' });

export const mirroredFileSchema = z
  .object({
    lines: whole('Linjer i filen, uten kolonnenavnene.', 2),
    taken: whole('Nye eller endrede.', 1),
    known: whole('Kjente fra før, eller eldre enn det som er kjent.', 0),
    faults: list(z.object({ line: whole('Linjens nummer; kolonnenavnene er linje 1.', 3), code: code('Stabil kode.', 'ukjent-enhet'), sentence: words('Hva som er galt.', 'Enheten er ikke avsenderens egen, eller finnes ikke her.') })).meta({
      description: 'Linjer som ikke er tatt inn. Resten er det.',
    }),
    remarks: list(z.object({ line: whole('Linjens nummer.', 2), code: code('Stabil kode.', 'flere-forlop'), sentence: words('Merknaden.', 'Pasienten har flere forløp ved enheten.') })).meta({ description: 'Speilet, men ikke ført i noe forløp.' }),
  })
  .meta({
    id: 'MirroredFile',
    example: { lines: 2, taken: 1, known: 0, faults: [{ line: 3, code: 'ukjent-enhet', sentence: 'Enheten er ikke avsenderens egen, eller finnes ikke her.' }], remarks: [] },
    description: 'Hva som ble av hver linje i filen. Samme fil en gang til endrer ingenting.',
  });
