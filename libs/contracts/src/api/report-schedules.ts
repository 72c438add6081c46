import { cadences, cohorts, relativePeriods, reportFormats, reportLanguages, splits } from '@forlop/compliance';
import * as z from 'zod';
import { code, day, instant, list, uuid, words, writing } from './parts.js';

const scheduleId = uuid('Den faste rapportens id.', '0198c0de-aaaa-7000-8000-00000000000a');
const organisationId = uuid('Virksomheten, med alt under.', '0198c0de-1111-7000-8000-000000000001');
const email = z.email({ error: 'Skriv en gyldig e-postadresse, for eksempel navn@sykehus.no.' }).max(254).meta({ description: 'Dit beskjeden sendes. Den inneholder bare en lenke.', example: 'revisor@sykehus.example' });
const principal = z.string().min(1).max(100).meta({ description: 'Personens id, fra lesere.', example: '5f0b7c3a9d543f2f5b1f5a11' });

const cadence = z.enum(cadences).meta({ description: 'Hvor ofte. Alle lages en virkedag klokken 07: de ukentlige på ukedagen, de andre den første virkedagen.', example: 'monthly' });
const weekday = z.coerce.number().int().min(1).max(5).meta({ description: 'For ukentlige: 1 mandag til 5 fredag. Er dagen en helligdag, lages den neste virkedag.', example: 1 });
const period = z.enum(relativePeriods).meta({ description: 'Hva den er av. year-to-date: fra 1. januar til uken, måneden eller kvartalet som er over, slutter.', example: 'last-month' });
const formats = z.array(z.enum(reportFormats)).min(1, 'Velg minst ett filformat.').max(reportFormats.length).meta({ description: 'Filene den kan hentes som.', example: ['pdf', 'xlsx'] });
const language = z.enum(reportLanguages).meta({ description: 'Språket beskjedene skrives på.', example: 'nb' });

const of = {
  title: writing('Hva rapporten kalles.', 'Frister, hver måned', 200),
  organisationId,
  definition: code('Bare denne definisjonen; null: alle.', 'langvarig-utmattelse').nullable(),
  clocks: z.array(z.string().min(1).max(100)).min(1).max(100).nullable().meta({ description: 'Bare disse fristene, med regel-id; null: alle.', example: ['FRIST-VURDERING'] }),
  cohort: z.enum(cohorts).meta({ description: 'Hvilken dato som avgjør perioden.', example: 'started' }),
  splitBy: z.array(z.enum(splits)).max(splits.length).meta({ description: 'Delt opp etter versjon, variant eller steg.', example: ['variant'] }),
  cadence, weekday: weekday.nullable(), period, formats, language,
};
const example = {
  title: 'Frister, hver måned', organisationId: '0198c0de-1111-7000-8000-000000000001', definition: null, clocks: null, cohort: 'started' as const, splitBy: [],
  cadence: 'monthly' as const, weekday: null, period: 'last-month' as const, formats: ['pdf' as const, 'xlsx' as const], language: 'nb' as const, ownerEmail: 'revisor@sykehus.example',
};

export const reportScheduleRequestSchema = z
  .strictObject({ ...of, ownerEmail: email, receivers: z.array(z.strictObject({ id: principal, email })).max(50) })
  .meta({ id: 'ReportScheduleRequest', description: 'En rapport som lages av seg selv. Den som lagrer, eier den: den lages med eierens rett.', example: { ...example, receivers: [{ id: '5f0b7c3a9d543f2f5b1f5a11', email: 'leder@sykehus.example' }] } });

export const reportTimingQuerySchema = z.strictObject({ cadence, weekday: weekday.optional(), period });

export const reportReadersQuerySchema = z.strictObject({ org: organisationId });

const nextExample = { on: '2026-12-01', at: '2026-12-01T06:00:00.000Z', from: '2026-11-01', to: '2026-11-30' };
const next = z.object({ on: day('Virkedagen den lages.', '2026-12-01'), at: instant('Når: klokken 07 i Norge, sommer og vinter.'), from: day('Første dag i perioden.', '2026-11-01'), to: day('Siste dag i perioden.', '2026-11-30') });
export const nextReportSchema = next.meta({ id: 'NextReport', description: 'Når den lages neste gang, og av hva.', example: nextExample });

const person = z.object({ id: principal, name: z.string().nullable().meta({ description: 'Navnet i rollen; null: ingen rolle har navn.', example: 'Randi Revisor' }) });
export const reportReadersSchema = z.object({ readers: list(person) }).meta({ id: 'ReportReaders', description: 'De som har rett til å lese rapporter for virksomheten, og har logget inn minst én gang.', example: { readers: [{ id: '5f0b7c3a9d543f2f5b1f5a11', name: 'Randi Revisor' }] } });

const scheduleExample = {
  ...example, id: '0198c0de-aaaa-7000-8000-00000000000a', organisation: 'Utmarka sykehus', owner: { id: '5f0b7c3a9d543f2f5b1f5a11', name: 'Randi Revisor' },
  receivers: [{ id: '5f0b7c3a9d543f2f5b1f5a11', name: 'Randi Revisor', email: 'revisor@sykehus.example' }],
  state: 'active' as const, pausedWhy: null, requestedAt: null, next: nextExample, createdAt: '2026-03-20T09:15:00.000Z', changedAt: '2026-03-20T09:15:00.000Z',
};
export const reportScheduleSchema = z
  .object({
    ...of, formats: list(z.enum(reportFormats)), clocks: list(z.string()).nullable(), splitBy: list(z.enum(splits)), weekday: z.int().nullable(), ownerEmail: z.string(),
    id: scheduleId,
    organisation: words('Virksomhetens navn.', 'Utmarka sykehus'),
    owner: person.meta({ description: 'Den som sist lagret. Rapporten lages med eierens rett.' }),
    receivers: list(person.extend({ email: z.string() })),
    state: z.enum(['active', 'paused', 'deleted']).meta({ description: 'deleted: lages ikke mer; det som er laget, beholdes.', example: 'active' }),
    pausedWhy: z.string().nullable().meta({ description: 'owner-without-right: satt på pause av seg selv, fordi eieren ikke lenger har rett til den.', example: null }),
    requestedAt: instant('Når noen ba om at den lages nå; null: ingen venter.').nullable(),
    next: next.nullable().meta({ description: 'Neste gang; null: den er på pause eller slettet.' }),
    createdAt: instant('Når den ble laget.'),
    changedAt: instant('Når den sist ble endret.'),
  })
  .meta({ id: 'ReportSchedule', description: 'En rapport som lages av seg selv.', example: scheduleExample });

export const reportSchedulesSchema = z.object({ schedules: list(reportScheduleSchema) }).meta({ id: 'ReportSchedules', description: 'Faste rapporter for dine virksomheter. De slettede står sist.', example: { schedules: [scheduleExample] } });

const runExample = {
  id: '0198c0de-bbbb-7000-8000-00000000000b', scheduleId: scheduleExample.id, title: example.title, occurrenceOn: '2026-12-01', from: '2026-11-01', to: '2026-11-30', outcome: 'made' as const, code: null, formats: example.formats,
  sha256: '9f2c6a0e4b1d8c7f9f2c6a0e4b1d8c7f9f2c6a0e4b1d8c7f9f2c6a0e4b1d8c7f', madeAt: '2026-12-01T06:00:04.000Z',
  mails: [{ receiver: { id: '5f0b7c3a9d543f2f5b1f5a11', name: 'Randi Revisor' }, kind: 'ready' as const, state: 'sent' as const, code: null, sentAt: '2026-12-01T06:00:12.000Z' }],
};
const run = z
  .object({
    id: uuid('Kjøringens id.', runExample.id),
    scheduleId,
    title: words('Hva rapporten het da.', example.title),
    occurrenceOn: day('Virkedagen den var ventet; null: noen ba om den.', '2026-12-01').nullable(),
    from: day('Første dag i perioden.', '2026-11-01'),
    to: day('Siste dag i perioden. Rapporten er slik det var den dagen.', '2026-11-30'),
    outcome: z.enum(['made', 'refused']).meta({ description: 'refused: ikke laget, fordi eieren ikke lenger hadde rett til den.', example: 'made' }),
    code: z.string().nullable().meta({ description: 'Hvorfor den ikke ble laget.', example: null }),
    formats: list(z.enum(reportFormats)),
    sha256: z.string().nullable().meta({ description: 'Rapportens hash.', example: runExample.sha256 }),
    madeAt: instant('Når.'),
    mails: list(z.object({
      receiver: person,
      kind: z.enum(['ready', 'owner-without-right', 'receiver-without-right']).meta({ description: 'ready: rapporten er klar. De andre går til eieren.', example: 'ready' }),
      state: z.enum(['planned', 'sending', 'sent', 'failed', 'suppressed']).meta({ description: 'suppressed: mottakeren hadde ikke lenger rett til rapporten.', example: 'sent' }),
      code: z.string().nullable().meta({ description: 'Hvorfor den venter eller ikke ble sendt.', example: null }),
      sentAt: instant('Når den ble sendt.').nullable(),
    })),
  })
  .meta({ id: 'ReportRun', description: 'En gang rapporten ble laget. Den endres aldri.', example: runExample });
export const reportRunsSchema = z.object({ runs: list(run) }).meta({ id: 'ReportRuns', description: 'De siste 200, den nyeste først.', example: { runs: [runExample] } });
