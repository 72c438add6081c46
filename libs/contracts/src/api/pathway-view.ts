import * as z from 'zod';
import { intakeReason } from './intake.js';
import { alarmSchema, attributesSchema, clockRowSchema, clockStatusSchema, commandStateSchema, findingSchema, nextStepSchema, regimeSchema, requirementSchema } from './kernel.js';
import { code, day, dayOrNull, eventId, instant, list, organisationRef, pathwayId, pathwayMode, personName, position, text, uuid, words } from './parts.js';
import { recordedEventSchema } from './problem.js';
import { commandsExample, pathwayExample, timelineExample } from './examples.js';

/** What identifies the patient; null throughout after erasure. */
export const patientShownSchema = z
  .object({
    id: uuid('Pasientens id her. Den sier ikke hvem pasienten er.', '0198c0de-7777-7000-8000-000000000007'),
    name: personName.nullable(),
    birthDate: dayOrNull('Fødselsdato.', '1988-04-15'),
    identifier: z.object({ system: z.string(), value: z.string() }).nullable().meta({ description: 'Fødselsnummer, D-nummer eller et annet nummer.' }),
    verified: z.boolean().meta({ description: 'Om identiteten er bekreftet med et gyldig nummer.', example: true }),
    sex: z.string().nullable().meta({ description: 'Kjønn slik avsenderen oppga det.', example: 'kvinne' }),
    phone: z.string().nullable(),
    address: z.object({ lines: list(z.string()).optional(), postalCode: z.string().optional(), city: z.string().optional(), country: z.string().optional() }).nullable(),
    protection: z.string().nullable().meta({ description: 'Adressebeskyttelse.', example: 'ingen' }),
    erased: z.boolean().meta({ description: 'Personopplysningene er slettet.', example: false }),
  })
  .meta({ id: 'Patient', description: 'Pasienten.' });

export const clockShownSchema = clockRowSchema
  .extend({ status: clockStatusSchema, title: words('Fristens tittel.', 'Vurdering av henvisningen') })
  .meta({ id: 'Clock', description: 'En frist med datoer og status på dagen det er spurt om.' });

export const timelineEntrySchema = recordedEventSchema
  .extend({
    title: words('Hva som hendte.', 'Henvisningen er mottatt'),
    text: z.string().nullable().meta({ description: 'Fritekst: begrunnelse eller notat.' }),
    supersededBy: eventId.nullable().meta({ description: 'Hendelsen som rettet denne, eller sa at den aldri hendte.' }),
  })
  .meta({ id: 'TimelineEntry', description: 'En hendelse slik den vises.' });

const told = z
  .object({
    at: instant('Når.'),
    purpose: code('ask: spurt. escalate: løftet til koordinator. withdraw: trukket tilbake.', 'ask'),
    status: code('sent, failed eller suppressed.', 'sent'),
    code: z.string().nullable(),
    messageId: z.string().nullable(),
  })
  .meta({ description: 'Noe som ble sendt, eller hvorfor det ikke ble det.' });

export const obligationShownSchema = z
  .object({
    key: code('Oppgavens nøkkel i forløpet.', 'PAMINN-VURDERING#1'),
    kind: code('Slag.', 'remind'),
    duty: code('Regelens id.', 'PAMINN-VURDERING'),
    title: words('Tittel.', 'Minn inntaksteamet om vurderingen'),
    clockKey: code('Fristen den gjelder.', 'FRIST-VURDERING#1'),
    to: code('Rollen som blir spurt.', 'inntaksteam'),
    opensOn: day('Fra denne dagen.', '2026-03-31'),
    closesOn: dayOrNull('Lukket denne dagen.'),
    open: z.boolean().meta({ example: true }),
    askOn: list(day('En dag rollen blir spurt.', '2026-03-31')),
    needsConfirmation: z.boolean().meta({ description: 'Ingenting sendes før en navngitt person bekrefter.', example: false }),
    confirmedBy: z.string().nullable(),
    told: list(told).meta({ description: 'Det som er sendt, det eldste først.' }),
  })
  .meta({ id: 'Obligation', description: 'Noe systemet må følge opp.' });

const step = z
  .object({ id: code('Stegets id.', 'vurdering'), title: words('Tittel.', 'Til vurdering'), since: day('Siden.', '2026-03-20'), owner: z.string().nullable().meta({ description: 'Rollen pasienten venter på.', example: 'inntaksteam' }) })
  .meta({ description: 'Steget pasienten er i.' });

const quarantine = z
  .object({ receivedOn: day('Mottatt.', '2026-03-20'), owner: code('Hvem som skal rydde opp.', 'inntaksteam'), reasons: list(intakeReason), releasedAt: instant('Avklart.').nullable() })
  .meta({ description: 'Hvorfor henvisningen ligger eller lå i karantene.' });

const fastlege = z
  .object({
    status: z.enum(['har-fastlege', 'ingen', 'fellesliste']).meta({ description: 'Om pasienten har fastlege. fellesliste: flere leger deler listen.', example: 'har-fastlege' }),
    since: dayOrNull('På listen siden.', '2024-01-01'),
    doctors: list(
      z.object({ name: z.string().nullable().meta({ example: 'Rolig Mønster' }), hprNumber: code('HPR-nummer.', '9100004'), role: z.enum(['fastlege', 'vikar']).meta({ example: 'fastlege' }) }),
    ).meta({ description: 'Legene på listen.' }),
    office: z.object({ name: z.string().nullable(), orgNumber: z.string().nullable() }).nullable().meta({ description: 'Legekontoret.' }),
    herId: z.string().nullable().meta({ description: 'HER-id for meldinger til fastlegen.', example: '8200004' }),
    reach: z.object({ receivesMessages: z.boolean().meta({ description: 'Meldinger når fram til HER-id-en.', example: true }), asOf: instant('Når Adresseregisteret svarte.') }).nullable().meta({ description: 'Hva Adresseregisteret sier om HER-id-en. Null når det ikke er spurt om den.' }),
    asOf: instant('Når registeret svarte.'),
    source: z.enum(['persontjenesten', 'fastlegeregisteret', 'adresseregisteret']).meta({ description: 'Registeret som sa det.', example: 'fastlegeregisteret' }),
  })
  .meta({ id: 'Fastlege', description: 'Pasientens fastlege etter det siste svaret fra Fastlegeregisteret.' });

const registryLook = z
  .object({
    registry: z.enum(['persontjenesten', 'fastlegeregisteret', 'adresseregisteret']).meta({ description: 'Persontjenesten: dødsfall, adresse og adressebeskyttelse. Fastlegeregisteret: fastlegen. Adresseregisteret: fastlegens HER-id.', example: 'persontjenesten' }),
    askedAt: instant('Når registeret sist ble spurt.'),
    asOf: instant('Når det siste svaret som teller, ble gitt.').nullable(),
    ageMinutes: z.int().nullable().meta({ description: 'Hvor gammelt det svaret er, i minutter.', example: 126 }),
  })
  .meta({ id: 'RegistryLook', description: 'Når et nasjonalt register ble spurt om pasienten, og hvor gammelt svaret er.' });

/** One patient's pathway on a day. */
export const pathwayViewSchema = z
  .object({
    pathwayId,
    mode: pathwayMode,
    organisation: organisationRef,
    patient: patientShownSchema,
    regime: regimeSchema,
    definitionTitle: words('Forløpets tittel.', 'Langvarig utmattelse av ukjent årsak'),
    asOf: day('Dagen alt gjelder for.', '2026-03-27'),
    position: position.meta({ description: 'Plassen til den siste hendelsen. Send den som expectedPosition når du gir en kommando.' }),
    step,
    active: z.boolean().meta({ description: 'Forløpet er i gang.', example: true }),
    endedOn: dayOrNull('Avsluttet.'),
    variant: z.string().nullable().meta({ description: 'Varianten som vises i lister.', example: 'voksen' }),
    groups: list(z.string()).meta({ description: 'Gruppene pasienten hører til.', example: ['voksen'] }),
    attributes: attributesSchema,
    clocks: list(clockShownSchema),
    nextSteps: list(nextStepSchema),
    alarms: list(alarmSchema),
    findings: list(findingSchema),
    requirements: list(requirementSchema),
    plans: list(z.string()).meta({ description: 'Planer som gjelder for pasienten.', example: [] }),
    countables: z.record(z.string(), z.number()).meta({ description: 'Tjenester som telles for takst.', example: {} }),
    obligations: list(obligationShownSchema),
    commands: list(commandStateSchema),
    timeline: list(timelineEntrySchema).meta({ description: 'Alle hendelser som var kjent, den eldste først.' }),
    fastlege: fastlege.nullable().meta({ description: 'Null når registeret ikke er spurt, når den som ser ikke skal vite hvor pasienten bor, og når det spørres om en annen dag enn i dag.' }),
    registries: list(registryLook).meta({ description: 'Registrene som er spurt om pasienten. Tom når det spørres om en annen dag enn i dag.' }),
    quarantine: quarantine.nullable(),
  })
  .meta({ id: 'Pathway', example: pathwayExample, description: 'En pasients forløp på en dag.' });

export const timelineSchema = z
  .object({ pathwayId, asOf: day('Dagen det gjelder for.', '2026-03-27'), position, total: z.int().meta({ description: 'Antall hendelser. Alle er med.', example: 4 }), entries: list(timelineEntrySchema) })
  .meta({ id: 'Timeline', example: timelineExample, description: 'Tidslinjen, den eldste hendelsen først.' });

const field = z
  .object({
    title: text,
    type: z.enum(['date', 'code', 'codes', 'number', 'boolean', 'id']).meta({ example: 'code' }),
    required: z.boolean().optional(),
    codes: z.record(z.string(), text).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    mayBeFuture: z.boolean().optional(),
  })
  .meta({ id: 'Field', description: 'Et felt i kommandoens data.' });

/** A command with what a form needs to give it. */
export const commandShownSchema = commandStateSchema
  .extend({
    title: text,
    records: code('Hendelsen den registrerer.', 'vurdert'),
    fields: z.record(z.string(), field).meta({ description: 'Feltene i data. De som kommandoen setter selv, er ikke med.', example: {} }),
    text: z.enum(['none', 'optional', 'required']).meta({ description: 'Om en begrunnelse kan eller må være med.', example: 'optional' }),
    roles: list(z.string()).meta({ description: 'Rollene som vanligvis gir den.', example: [] }),
  })
  .meta({ id: 'Command', description: 'En kommando, om den kan gis nå, og hva den trenger.' });

export const commandsSchema = z
  .object({ pathwayId, asOf: day('Dagen det gjelder for.', '2026-03-27'), position, commands: list(commandShownSchema) })
  .meta({ id: 'Commands', example: commandsExample, description: 'Alle kommandoer i forløpets definisjon.' });

/** Looking back: the day that is asked about, and what was known. */
export const lookBackSchema = z.strictObject({
  asOf: day('Vis forløpet slik det er på denne dagen. Uten verdi: i dag.', '2026-04-08').optional(),
  knownAt: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ description: 'Bruk bare det som var registrert til og med denne plassen i journalen. Uten verdi: alt.', example: 1042 }),
});
export const commandsQuerySchema = lookBackSchema.pick({ asOf: true });
