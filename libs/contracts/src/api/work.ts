import * as z from 'zod';
import { clockKey, clockStatusSchema } from './kernel.js';
import { wishedKind } from './mirrored-calendar.js';
import { code, day, dayOrNull, eventId, instant, jsonValue, list, organisationRef, pathwayId, personName, uuid, words, writing } from './parts.js';
import { findingsExample, inboxExample, notesExample, savedViewExample } from './work-examples.js';
import { worklistPageSchema, worklistQuerySchema, worklistRowSchema } from './worklist.js';

const person = z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/, 'Id-en kan ha høyst 64 tegn: bokstaver, tall, . _ : og -.');
const note = (description: string, example: string) => writing(description, example, 20_000);
const reason = writing('Begrunnelse. Den forsegles og blir stående.', 'Dobbeltregistrert i kildesystemet; ingen betydning.', 4000);

// ── Findings ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const findingsQuerySchema = worklistQuerySchema.pick({ org: true, cursor: true, limit: true, person: true }).extend({
  code: z.string().min(1).max(200).optional().meta({ description: 'Bare avvik med denne koden.', example: 'unexpected-in-step' }),
  setAside: z.enum(['true', 'false']).transform((given) => given === 'true').optional().meta({ description: 'Vis dem som er lagt til side, i stedet for dem som ikke er det.', example: 'true' }),
});

const findingKey = code('Navnet på avviket i forløpet.', 'unexpected-in-step/0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12//1');

const findingListed = z
  .object({
    pathwayId,
    patient: z.object({ id: uuid('Pasientens id her.', '0198c0de-7777-7000-8000-000000000007'), name: personName.nullable(), birthDate: dayOrNull('Fødselsdato.', '1988-04-15') }),
    organisation: organisationRef,
    key: findingKey,
    code: code('Avvikets kode.', 'unexpected-in-step'),
    fact: eventId.meta({ description: 'Hendelsen det gjelder. Den rettes eller trekkes tilbake.' }),
    occurredOn: day('Dagen hendelsen er datert.', '2026-03-27'),
    rule: z.string().nullable().meta({ description: 'Regelen det gjelder.' }),
    detail: z.record(z.string(), z.union([z.string(), list(z.string())])).meta({ description: 'Mer om avviket, med maskinkoder.', example: { step: 'mottatt' } }),
    ageDays: z.int().meta({ description: 'Kalenderdager siden hendelsen.', example: 3 }),
    person: z.string().nullable().meta({ description: 'Den som tar seg av det. Uten verdi: ingen.' }),
    setAside: z.boolean().meta({ description: 'Noen har sett på det og latt det stå.', example: false }),
    whatToDo: words('Hva som kan gjøres.', 'Hendelsen passer ikke i steget pasienten er i. Rett datoen, eller trekk hendelsen tilbake hvis den aldri hendte.'),
  })
  .meta({ id: 'FindingListed', description: 'Et avvik i listen.' });

export const findingsPageSchema = z
  .object({
    asOf: day('Dagen listen gjelder for.', '2026-03-30'),
    counts: z.record(z.string(), z.int()).meta({ description: 'Antall avvik etter kode, i hele listen.', example: { 'unexpected-in-step': 1 } }),
    more: z.boolean().meta({ example: false }),
    nextCursor: z.string().nullable().meta({ description: 'Send den som cursor for å få neste side.' }),
    rows: list(findingListed),
  })
  .meta({ id: 'FindingsPage', example: findingsExample, description: 'Avvik på tvers av forløpene, det eldste først.' });

export const findingOwnerRequestSchema = z
  .strictObject({ key: findingKey.min(1).max(500), person: person.nullable().meta({ description: 'Den som tar seg av det; me for deg selv. Uten verdi: ingen.', example: 'me' }) })
  .meta({ id: 'FindingOwnerRequest', description: 'Hvem som tar seg av et avvik.', example: { key: findingsExample.rows[0]!.key, person: 'me' } });

export const findingAsideRequestSchema = z
  .strictObject({ key: findingKey.min(1).max(500), aside: z.boolean().meta({ description: 'true legger avviket til side, false tar det fram igjen.', example: true }), reason })
  .meta({ id: 'FindingAsideRequest', description: 'La et avvik stå, med en begrunnelse.', example: { key: findingsExample.rows[0]!.key, aside: true, reason: 'Dobbeltregistrert i kildesystemet; ingen betydning.' } });

// ── The referral inbox ────────────────────────────────────────────────────────────────────────────────────────────────

export const inboxQuerySchema = worklistQuerySchema.pick({ org: true, cursor: true, asOf: true, sort: true, descending: true }).extend({
  limit: z.coerce.number().int().min(1).max(100).optional().meta({ description: 'Antall rader, høyst 100. Uten verdi: 50.', example: 50 }),
});

const waiting = worklistRowSchema.extend({
  referral: z
    .object({
      priority: z.string().nullable().meta({ description: 'Hastegrad: routine, urgent, asap eller stat.', example: 'routine' }),
      frist: z.object({ key: clockKey, dueOn: dayOrNull('Siste dag i tide.', '2026-04-08'), status: clockStatusSchema, workingDaysLeft: z.int().nullable().meta({ description: 'Virkedager til fristen; negativt når den er passert.', example: 7 }) }).nullable().meta({ description: 'Fristen for vurdering.' }),
      missing: list(z.object({ requirement: code('Kravets id.', 'HENVISNING-PROVER'), title: words('Tittel.', 'Prøver før henvisning'), anyOf: list(list(z.string())).meta({ description: 'I hver liste er én av kodene nok.' }) })).meta({ description: 'Det henvisningen mangler.' }),
      supplementAskedOn: dayOrNull('Det er bedt om supplement, og det er ikke kommet.'),
      hasOriginal: z.boolean().meta({ description: 'Henvisningen slik den ble sendt, er lagret.', example: true }),
      documents: z.int().meta({ description: 'Antall ganger den er sendt eller supplert.', example: 1 }),
    })
    .meta({ description: 'Det en vurdering trenger å vite.' }),
}).meta({ id: 'ReferralWaiting', description: 'En henvisning som ikke er vurdert.' });

export const inboxPageSchema = worklistPageSchema.extend({ rows: list(waiting) }).meta({ id: 'ReferralInbox', example: inboxExample, description: 'Henvisninger som ikke er vurdert.' });

// ── Notes ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

const readers = z.array(z.enum(['coordinator', 'clinician', 'fastlege'])).min(1).readonly().meta({ description: 'Rollene som kan lese notatet.', example: ['coordinator', 'clinician'] });

export const noteRequestSchema = z
  .strictObject({ text: note('Notatet. Det forsegles under pasientens nøkkel.', 'Ringte pasienten; ønsker time på formiddagen.'), visibleTo: readers })
  .meta({ id: 'NoteRequest', description: 'Et notat.', example: { text: 'Ringte pasienten; ønsker time på formiddagen.', visibleTo: ['coordinator', 'clinician'] } });

export const noteStrikeRequestSchema = z.strictObject({ reason }).meta({ id: 'NoteStrikeRequest', description: 'Hvorfor notatet strykes.', example: { reason: 'Skrevet på feil pasient.' } });

const noteShown = z
  .object({
    id: eventId.meta({ description: 'Notatets id.' }),
    text: z.string().nullable().meta({ description: 'Uten verdi: slettet.' }),
    writtenBy: code('Hvem som skrev det.', 'person:koordinator-17'),
    writtenAt: instant('Når.'),
    changedAt: instant('Sist skrevet om.').nullable(),
    versions: z.int().meta({ description: 'Antall versjoner. De gamle blir stående.', example: 1 }),
    visibleTo: list(z.string()).meta({ example: ['coordinator', 'clinician'] }),
    mine: z.boolean().meta({ description: 'Du skrev det, og kan skrive det om.', example: true }),
    struckOut: z.object({ by: z.string(), at: instant('Når.'), why: z.string().nullable() }).nullable().meta({ description: 'Strøket: det blir stående, med hvem og hvorfor.' }),
  })
  .meta({ id: 'Note', description: 'Et notat i sin siste versjon.' });

export const notesSchema = z.object({ pathwayId, notes: list(noteShown) }).meta({ id: 'Notes', example: notesExample, description: 'Notatene som rollen din kan lese, det nyeste først.' });

// ── Saved views ───────────────────────────────────────────────────────────────────────────────────────────────────────

const settings = z
  .record(z.string().max(50), jsonValue)
  .refine((value) => JSON.stringify(value).length <= 8_000, 'Visningen er for stor.')
  .meta({ description: 'Filtre, sortering og kolonner.', example: { filter: { person: 'me' }, sort: 'due', columns: ['name', 'step'] } });

export const savedViewRequestSchema = z
  .strictObject({
    name: writing('Navn.', 'Mine som haster', 100),
    settings,
    shareWith: uuid('Enheten den deles med.', '0198c0de-1111-7000-8000-000000000001').nullable().meta({ description: 'Uten verdi: bare din.' }),
  })
  .meta({ id: 'SavedViewRequest', description: 'En lagret visning av arbeidslisten.', example: { name: savedViewExample.name, settings: savedViewExample.settings, shareWith: null } });

export const savedViewSchema = z
  .object({
    id: uuid('Visningens id.', '0198c0de-3333-7000-8000-000000000003'),
    name: words('Navn.', 'Mine som haster'),
    settings,
    organisationId: z.string().nullable().meta({ description: 'Enheten den er delt med. Uten verdi: bare din.' }),
    mine: z.boolean().meta({ description: 'Din egen, som du kan endre.', example: true }),
  })
  .meta({ id: 'SavedView', example: savedViewExample, description: 'En lagret visning.' });

export const savedViewsSchema = z.object({ views: list(savedViewSchema) }).meta({ id: 'SavedViews', example: { views: [savedViewExample] }, description: 'Dine visninger, og de som er delt med enheten din.' });
export const removedViewSchema = z.object({ removed: z.literal(true) }).meta({ id: 'RemovedView', example: { removed: true }, description: 'Visningen er fjernet.' });

// ── Bulk ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** More at once is a job, not a click. */
export const mostInBulk = 500;

const bulkAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assign-owner'), role: writing('Rollen.', 'koordinator', 100), person: person.meta({ description: 'Id-en til personen; me for deg selv.', example: 'me' }) }),
  z.strictObject({ kind: z.literal('remind') }),
  z.strictObject({ kind: z.literal('ask-for-appointment'), appointment: wishedKind, beforeOn: day('Siste dag som kan brukes.', '2026-04-20') }),
]);

export const bulkRequestSchema = z
  .strictObject({ action: bulkAction.meta({ description: 'Det som skal gjøres for hvert forløp.' }), pathwayIds: z.array(pathwayId).min(1).max(mostInBulk).readonly().meta({ description: `Forløpene, høyst ${mostInBulk}.` }) })
  .meta({ id: 'BulkRequest', description: 'Det samme for flere forløp.', example: { action: { kind: 'assign-owner', role: 'koordinator', person: 'me' }, pathwayIds: ['0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11'] } });

export const bulkAnswerSchema = z
  .object({
    done: z.int().meta({ example: 1 }),
    refused: z.int().meta({ example: 0 }),
    results: list(
      z.object({
        id: uuid('Forløpets id.', '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11'),
        done: z.boolean().meta({ example: true }),
        code: z.string().nullable().meta({ description: 'Hvorfor ikke, som kode.' }),
        sentence: z.string().nullable().meta({ description: 'Hvorfor ikke.' }),
      }),
    ).meta({ description: 'Ett svar for hvert forløp, i samme rekkefølge.' }),
  })
  .meta({ id: 'BulkAnswer', example: { done: 1, refused: 0, results: [{ id: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11', done: true, code: null, sentence: null }] }, description: 'Hva som ble gjort, forløp for forløp.' });

// ── The list as a file ────────────────────────────────────────────────────────────────────────────────────────────────

export const worklistColumns = ['name', 'birthYear', 'step', 'variant', 'deadline', 'rule', 'status', 'daysLeft', 'owner', 'next', 'buckets', 'fastlege', 'unit', 'receivedOn', 'lastContactOn', 'mode'] as const;
export type WorklistColumn = (typeof worklistColumns)[number];

export const worklistExportQuerySchema = worklistQuerySchema.omit({ cursor: true, limit: true }).extend({
  columns: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap((one) => one.split(',')).map((one) => one.trim()))
    .pipe(z.array(z.enum(worklistColumns)).min(1).max(worklistColumns.length))
    .optional()
    .meta({ description: 'Kolonnene, i rekkefølge. Uten verdi: alle.', example: 'name,step,deadline' }),
});
export const worklistExportSchema = z.string().meta({ id: 'WorklistExport', description: 'Arbeidslisten som CSV med semikolon, i UTF-8.', example: '"navn";"steg"\r\n"Testesen, Kari";"mottatt"\r\n' });

// ── Colleagues ────────────────────────────────────────────────────────────────────────────────────────────────────────

const colleague = z
  .object({
    id: code('Id-en som en pasient gis til.', 'koordinator-17'),
    name: z.string().nullable().meta({ description: 'Navn. Uten verdi: ikke oppgitt.', example: 'Kari Koordinator' }),
    roles: list(z.object({ role: code('Rollen.', 'coordinator'), title: words('Hva rollen heter.', 'Forløpskoordinator') })),
  })
  .meta({ id: 'Colleague', description: 'En som følger opp pasienter ved enheten.' });

export const colleaguesSchema = z.object({ colleagues: list(colleague) }).meta({
  id: 'Colleagues',
  example: { colleagues: [{ id: 'koordinator-17', name: 'Kari Koordinator', roles: [{ role: 'coordinator', title: 'Forløpskoordinator' }] }] },
  description: 'De som følger opp pasienter ved enheten din, etter navn.',
});
