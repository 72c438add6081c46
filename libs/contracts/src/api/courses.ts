import * as z from 'zod';
import { recordedExample } from './examples.js';
import { day, dayOrNull, instant, list, pathwayId, uuid, words, writing } from './parts.js';
import { entryExample, happenedOn, note, nullable, patientExample, workedSchema, workEntrySchema, workId, workPatientSchema } from './work-parts.js';

const time = (description: string, example: string) => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Klokkeslettet må være på formen TT:MM.').meta({ description, example });
const contents = {
  kind: writing('Kurstypen, slik definisjonene kaller den.', 'lms-kurs', 100),
  title: writing('Tittel.', 'Å leve med CFS/ME', 200),
  audience: nullable('Hvem det er for.', 'Voksne med CFS/ME, og pårørende'),
  place: nullable('Sted; null for et videokurs.', 'Utmarka sykehus, møterom 3'),
  videoUrl: z.url({ protocol: /^https$/ }).max(500).nullable().meta({ description: 'Adresse til video.', example: null }),
  places: z.int().min(1).max(500).meta({ description: 'Antall plasser.', example: 12 }),
  answerDays: z.int().min(1).max(90).meta({ description: 'Dager den som rykker opp fra ventelisten, har til å svare.', example: 14 }),
};
const contentsExample = { kind: 'lms-kurs', title: 'Å leve med CFS/ME', audience: 'Voksne med CFS/ME, og pårørende', place: 'Utmarka sykehus, møterom 3', videoUrl: null, places: 12, answerDays: 14 };

export const courseRequestSchema = z
  .strictObject({
    ...contents,
    sessions: z.array(z.strictObject({ date: day('Dagen.', '2026-09-07'), from: time('Begynner, norsk tid.', '10:00'), to: time('Slutter, norsk tid.', '14:00') })).min(1).max(60).readonly().meta({ description: 'Samlingene.' }),
  })
  .meta({ id: 'CourseRequest', description: 'Et kurs.', example: { ...contentsExample, sessions: [{ date: '2026-09-07', from: '10:00', to: '14:00' }, { date: '2026-09-14', from: '10:00', to: '14:00' }] } });

const courseExample = {
  ...contentsExample, id: '0198c0de-bbbb-7000-8000-00000000000b', organisationId: '0198c0de-1111-7000-8000-000000000001',
  sessions: [{ id: '0198c0de-cccc-7000-8000-00000000000c', startsAt: '2026-09-07T08:00:00.000Z', endsAt: '2026-09-07T12:00:00.000Z' }], taken: 11, free: 1, waiting: 0, cancelledAt: null, cancelledReason: null,
};
const count = (description: string, example: number) => z.int().min(0).meta({ description, example });

export const courseSchema = z
  .object({
    id: uuid('Kursets id.', courseExample.id), organisationId: uuid('Virksomheten som holder kurset.', courseExample.organisationId), ...contents, videoUrl: z.string().nullable(),
    sessions: list(z.object({ id: uuid('Samlingens id.', courseExample.sessions[0]!.id), startsAt: instant('Begynner.'), endsAt: instant('Slutter.') })),
    taken: count('Har plass eller tilbud om plass.', 11), free: count('Ledige plasser.', 1), waiting: count('Venter på plass.', 0),
    cancelledAt: instant('Avlyst.').nullable(), cancelledReason: words('Hvorfor det er avlyst.', 'For få påmeldte.').nullable(),
  })
  .meta({ id: 'Course', description: 'Et kurs med ledige plasser.', example: courseExample });
export const coursesSchema = z.object({ rows: list(courseSchema) }).meta({ id: 'Courses', description: 'Kursene, det neste først.', example: { rows: [courseExample] } });
export const coursesQuerySchema = z.strictObject({ past: z.enum(['true', 'false']).optional().meta({ description: 'Også dem som er over eller avlyst.', example: 'false' }) });
export const courseCancellationSchema = z.strictObject({ reason: writing('Hvorfor kurset avlyses. Vises for alle som ser kurset: ingenting om pasienter.', 'For få påmeldte.', 500) }).meta({ id: 'CourseCancellation', example: { reason: 'For få påmeldte.' } });

const state = z
  .enum(['waiting', 'offered', 'accepted', 'declined', 'not-relevant', 'withdrawn', 'completed', 'interrupted', 'course-cancelled'])
  .meta({ description: 'waiting: på ventelisten. offered: venter på svar. withdrawn: trukket tilbake uten svar.', example: 'offered' });
const attendance = z.enum(['present', 'absent', 'excused']).meta({ description: 'present: møtte. absent: møtte ikke. excused: gyldig fravær.', example: 'present' });

const offerExample = {
  id: '0198c0de-aaaa-7000-8000-00000000000a', courseId: courseExample.id, courseTitle: courseExample.title, pathwayId: recordedExample.pathwayId, patient: patientExample, state: 'offered', place: null,
  offeredOn: '2026-03-20', answerBy: '2026-04-08', answeredOn: null, movedUpAt: null, attendance: [], history: [entryExample],
};
export const courseOfferSchema = z
  .object({
    id: workId('Tilbudets id.'), courseId: uuid('Kursets id.', courseExample.id), courseTitle: words('Kursets tittel.', courseExample.title), pathwayId, patient: workPatientSchema, state,
    place: z.int().min(1).nullable().meta({ description: 'Plass på ventelisten blant dem du ser; null for andre.', example: null }),
    offeredOn: dayOrNull('Tilbudt.'), answerBy: dayOrNull('Svarfrist.'), answeredOn: dayOrNull('Besvart.'),
    movedUpAt: instant('Rykket opp fra ventelisten: pasienten må få beskjed.').nullable(),
    attendance: list(z.object({ sessionId: uuid('Samlingens id.', courseExample.sessions[0]!.id), state: attendance })), history: list(workEntrySchema),
  })
  .meta({ id: 'CourseOffer', description: 'En pasients tilbud om kurs.', example: offerExample });
export const courseOffersSchema = z.object({ rows: list(courseOfferSchema) }).meta({ id: 'CourseOffers', description: 'Tilbud til pasienter du ser.', example: { rows: [offerExample] } });
export const courseOffersQuerySchema = z.strictObject({ state: state.optional(), course: uuid('Kursets id.', courseExample.id).optional() });

export const courseOfferRequestSchema = z
  .strictObject({ course: uuid('Kurset.', courseExample.id), answerBy: day('Svarfrist.', '2026-04-08'), on: happenedOn, text: note.optional() })
  .meta({ id: 'CourseOfferRequest', description: 'Et tilbud om kurs.', example: { course: courseExample.id, answerBy: '2026-04-08' } });
export const courseOfferAnswerSchema = workedSchema.extend({ state }).meta({ id: 'CourseOfferAnswer', description: 'Plass er tilbudt, eller pasienten står sist på ventelisten.', example: { id: offerExample.id, pathwayId: recordedExample.pathwayId, warnings: [], recorded: null, state: 'waiting' } });
export const courseStepRequestSchema = z
  .strictObject({
    step: z.enum(['accepted', 'declined', 'not-relevant', 'withdrawn', 'completed', 'interrupted']).meta({ description: 'Pasientens svar, tilbudet trukket, eller hvordan kurset endte. not-relevant krever begrunnelse.', example: 'accepted' }),
    on: happenedOn, text: note.optional(),
  })
  .meta({ id: 'CourseStepRequest', example: { step: 'accepted', on: '2026-03-27' } });
export const attendanceRequestSchema = z.strictObject({ state: attendance }).meta({ id: 'AttendanceRequest', example: { state: 'present' } });
