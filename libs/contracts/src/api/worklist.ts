import * as z from 'zod';
import { clockKey, clockStatusSchema } from './kernel.js';
import { code, day, dayOrNull, list, organisationRef, pathwayId, pathwayMode, personName, position, roleHeld, text, uuid, versionRef } from './parts.js';
import { intakeReason } from './intake.js';
import { quarantinePageExample, worklistCountsExample, worklistPageExample } from './examples.js';

/** A query parameter that may be given several times, or once with commas. */
const several = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap((one) => one.split(',')).map((one) => one.trim()))
    .pipe(z.array(item).min(1).max(100));

const flag = (description: string) =>
  z
    .enum(['true', 'false'])
    .transform((given) => given === 'true')
    .optional()
    .meta({ description, example: 'true' });

const count = (description: string, example: number) => z.int().min(0).meta({ description, example });

const organisations = several(uuid('Virksomhetens id.', '0198c0de-1111-7000-8000-000000000001')).meta({
  description: 'Virksomhet. Kan gis flere ganger, eller med komma mellom.',
  example: '0198c0de-1111-7000-8000-000000000001',
});
const asOf = day('Vis listen slik den er på denne dagen. Uten verdi: i dag.').optional();
const cursor = z.string().min(1).max(2000).meta({ description: 'nextCursor fra siden før.' });
const limit = z.coerce.number().int().min(1).max(200).meta({ description: 'Antall rader, høyst 200. Uten verdi: 50.', example: 50 });
const name = z.string().min(1).max(200);

/** Filters must all hold; an unknown one is an error, so that no list is longer than its reader thinks. */
export const worklistQuerySchema = z.strictObject({
  owner: name.optional().meta({ description: 'Rollen eller personen som må handle.', example: 'inntaksteam' }),
  org: organisations.optional(),
  definition: name.optional().meta({ description: 'Forløpets definisjon.', example: 'langvarig-utmattelse' }),
  variant: name.optional().meta({ description: 'Variant.', example: 'barn' }),
  step: name.optional().meta({ description: 'Steg.', example: 'vurdering' }),
  clock: name.optional().meta({ description: 'Regel-id. Da har listen en rad for hver frist av denne regelen.', example: 'FRIST-VURDERING' }),
  clockStatus: several(clockStatusSchema).optional().meta({ description: 'Fristens status: én eller flere. Sammen med clock gjelder det den fristen, ellers enhver åpen frist.', example: 'at-risk' }),
  dueBefore: day('Neste frist er før denne dagen.').optional(),
  broken: flag('En åpen frist er brutt, og ikke etter pasientens eget valg.'),
  atRisk: flag('En åpen frist er i fare.'),
  noNextStep: flag('Pasienten har ikke noe neste steg.'),
  findings: flag('Forløpet har hendelser som ikke passer.'),
  quarantine: flag('Henvisningen ligger i karantene.'),
  person: name.optional().meta({ description: 'Den som følger opp pasienten: id-en til personen, me for deg selv, nobody for dem som ingen følger opp.', example: 'me' }),
  today: flag('Huset skal gjøre noe i dag, eller skulle ha gjort det før.'),
  waitingForOthers: flag('Det er noen utenfor sykehuset som må handle.'),
  mode: pathwayMode.optional(),
  includeFinished: flag('Ta også med forløp som er over.'),
  sort: z
    .enum(['due', 'waiting', 'received', 'contact', 'step', 'variant', 'owner'])
    .optional()
    .meta({ description: 'due: den nærmeste fristen først, uten frist sist. waiting: lengst i steget først. received: eldst først. contact: lengst uten kontakt først, aldri før dem. step, variant og owner: etter id, uten verdi først.', example: 'due' }),
  descending: flag('Motsatt rekkefølge.'),
  cursor: cursor.optional(),
  limit: limit.optional(),
  asOf,
});

export const quarantineQuerySchema = worklistQuerySchema.pick({ org: true, cursor: true, limit: true, asOf: true });
export const worklistCountsQuerySchema = worklistQuerySchema.pick({ org: true, asOf: true });

const listedClock = z.object({ key: clockKey, clock: code('Regel-id.', 'FRIST-VURDERING'), owner: code('Rollen som må handle.', 'inntaksteam'), dueOn: dayOrNull('Siste dag i tide.'), status: clockStatusSchema });

export const worklistRowSchema = z
  .object({
    pathwayId,
    patient: z.object({ id: uuid('Pasientens id her.', '0198c0de-7777-7000-8000-000000000007'), name: personName.nullable(), birthDate: dayOrNull('Fødselsdato.', '1988-04-15') }),
    organisation: organisationRef,
    mode: pathwayMode,
    definition: versionRef,
    step: code('Steget.', 'vurdering'),
    stepSince: day('I steget siden.', '2026-03-20'),
    variant: z.string().nullable().meta({ description: 'Variant.', example: 'voksen' }),
    receivedOn: day('Henvisningen ble mottatt.', '2026-03-20'),
    clock: listedClock.nullable().meta({ description: 'Fristen raden står for: den det er spurt om, ellers forløpets neste.' }),
    daysLeft: z.int().nullable().meta({ description: 'Kalenderdager til fristen; negativt når den er passert.', example: 12 }),
    owner: roleHeld.meta({ description: 'Hvem som følger opp pasienten gjennom forløpet.' }),
    next: roleHeld.nullable().meta({ description: 'Hvem sin tur det er nå. Uten verdi: ingen ventes det på.' }),
    fastlege: z.string().nullable().meta({ description: 'Fastlegens navn. Uten verdi: ikke kjent, eller ikke for den som ser.', example: 'Rolig Mønster' }),
    lastContactOn: dayOrNull('Siste registrerte kontakt.', '2026-03-24'),
    buckets: list(z.enum(['today', 'atRisk', 'broken', 'noNextStep', 'waitingForOthers', 'findings', 'quarantine'])).meta({ description: 'Bunkene pasienten ligger i, altså hvorfor hun står på listen.', example: ['today'] }),
    broken: z.boolean().meta({ example: false }),
    atRisk: z.boolean().meta({ example: false }),
    noNextStep: z.boolean().meta({ example: false }),
    titles: z
      .object({ step: text, variant: text.nullable(), deadline: text.nullable().meta({ description: 'Det fristen gjelder.' }), owner: text, next: text.nullable() })
      .meta({ description: 'Hva kodene heter i definisjonen.' }),
    findings: count('Antall avvik.', 0),
    quarantined: z.boolean().meta({ example: false }),
    position,
  })
  .meta({ id: 'WorklistRow', description: 'En rad i arbeidslisten.' });

/** A row of what is in quarantine: as in the work list, with why, since when and who sees to it. */
export const quarantineRowSchema = worklistRowSchema
  .extend({
    quarantine: z
      .object({
        receivedOn: day('Mottaksdagen. Fristen løper fra den.', '2026-03-20'),
        owner: code('Rollen som skal rydde opp.', 'mottak'),
        reasons: list(intakeReason),
        sourceSystem: z.string().nullable().meta({ description: 'Systemet som har gitt henvisningen identifikatoren sin. Uten verdi: ikke kjent.', example: 'http://helsenorge.no/fhir/identifiers/uuid' }),
        frister: list(listedClock).meta({ description: 'De lovfestede fristene som løper mens den ligger der, den nærmeste først. clock kan være en frist som huset selv har satt før dem.' }),
      })
      .meta({ description: 'Hvorfor den ligger i karantene, siden når, og hvem som rydder opp.' }),
  })
  .meta({ id: 'QuarantineRow', description: 'En henvisning i karantene.' });

/** `total` and `more` tell how much there is beyond the page: a list is never cut off in silence. */
export const worklistPageSchema = z
  .object({
    asOf: day('Dagen listen gjelder for.', '2026-03-27'),
    total: count('Antall rader i hele listen. Det telles til 10 000.', 214),
    totalIsLeast: z.boolean().meta({ description: 'Listen har flere rader enn total sier.', example: false }),
    more: z.boolean().meta({ description: 'Det finnes flere rader etter denne siden.', example: true }),
    nextCursor: z.string().nullable().meta({ description: 'Send den som cursor for å få neste side. Uten verdi: dette var den siste.' }),
    rows: list(worklistRowSchema),
  })
  .meta({ id: 'WorklistPage', example: worklistPageExample, description: 'En side av arbeidslisten.' });

export const quarantinePageSchema = worklistPageSchema
  .extend({ rows: list(quarantineRowSchema) })
  .meta({ id: 'QuarantinePage', example: quarantinePageExample, description: 'En side av karantenelisten.' });

export const worklistCountsSchema = z
  .object({
    asOf: day('Dagen tallene gjelder for.', '2026-03-27'),
    open: count('Forløp i gang.', 214),
    today: count('Med noe å gjøre i dag.', 9),
    waitingForOthers: count('Der andre må handle.', 31),
    broken: count('Med brutt frist.', 3),
    atRisk: count('Med frist i fare.', 11),
    dueThisWeek: count('Med frist denne uken.', 27),
    noNextStep: count('Uten neste steg.', 0),
    findings: count('Med avvik.', 5),
    quarantine: count('I karantene.', 2),
  })
  .meta({ id: 'WorklistCounts', example: worklistCountsExample, description: 'Antall forløp i hver bunke.' });

export type WorklistQueryParameters = z.infer<typeof worklistQuerySchema>;
