import { cohorts, defects, delayCauses, outcomes, splits } from '@forlop/compliance';
import * as z from 'zod';
import { code, day, dayOrNull, list, pathwayId, position, text, uuid, words } from './parts.js';

const organisation = uuid('Virksomheten.', '0198c0de-1111-7000-8000-000000000001');
const several = (description: string, example: string) =>
  z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat().flatMap((one) => one.split(','))).pipe(z.array(z.string().min(1).max(100)).min(1).max(100)).optional().meta({ description, example });

const asked = {
  from: day('Første dag i perioden.', '2026-01-01'),
  to: day('Siste dag i perioden.', '2026-12-31'),
  asOf: day('Dagen hver frist bedømmes på. Det som skjedde senere, teller ikke. Uten verdi: i dag.', '2026-09-30').optional(),
  knownAt: z.coerce.number().int().min(0).optional().meta({ description: 'Slik det ble vist da: bare det som var registrert til og med denne plassen i journalen. Uten verdi: det som er kjent nå.', example: 1042 }),
  knownOn: day('Slik det ble vist den dagen: bare det som var registrert da dagen var slutt i Oslo, bedømt samme dag om asOf ikke sier noe annet. Kan ikke brukes sammen med knownAt.', '2026-09-30').optional(),
  cohort: z.enum(cohorts).default('started').meta({ description: 'Hvilken dato som avgjør perioden: da fristen startet, forfalt eller ble avsluttet. Med «started» er alle med i nøyaktig ett utfall.', example: 'started' }),
  org: organisation.optional().meta({ description: 'Virksomheten, med alt under. Uten verdi: alt du ser.', example: '0198c0de-1111-7000-8000-000000000001' }),
  definition: code('Bare denne definisjonen.', 'langvarig-utmattelse').optional(),
  clock: several('Bare disse fristene, med regel-id, atskilt med komma.', 'FRIST-VURDERING'),
  version: code('Bare regler fra denne versjonen av definisjonen.', '1.0.0').optional(),
  variant: code('Bare forløp av denne varianten.', 'voksen').optional(),
  step: code('Bare forløp i dette steget den dagen hver frist bedømmes på.', 'utredning').optional(),
};
const orderedDays = <Query extends { from: string; to: string }>({ from, to }: Query): boolean => from <= to;
const knownOnce = <Query extends { knownAt?: number | undefined; knownOn?: string | undefined }>({ knownAt, knownOn }: Query): boolean => knownAt === undefined || knownOn === undefined;
const knownTwice = { path: ['knownOn'], error: 'Oppgi enten knownAt eller knownOn.' };
const notOrdered = { path: ['to'], error: 'Siste dag kan ikke være før første dag.' };

export const complianceQuerySchema = z.strictObject({
  ...asked,
  split: several('Del opp etter versjon, variant eller steg (version, variant, step), atskilt med komma.', 'variant').pipe(z.array(z.enum(splits)).optional()),
  detail: z.enum(['true', 'false']).default('false').transform((given) => given === 'true').meta({ description: 'true: med fordelinger, kontrollkort og ventekurver for hver linje.', example: 'true' }),
}).refine(orderedDays, notOrdered).refine(knownOnce, knownTwice);

const defectSchema = z.enum(defects).meta({ description: 'Hva som forvrenger tallet.', example: 'no-end-code' });

export const complianceCellQuerySchema = z.strictObject({
  ...asked,
  outcome: z.enum(outcomes).optional().meta({ description: 'Bare dette utfallet.', example: 'broken' }),
  reason: code('Bare det som er holdt utenfor av denne grunnen.', 'passed-by-patient').optional(),
  cause: z.enum(delayCauses).optional().meta({ description: 'Bare det som er forsinket av denne årsaken.', example: 'capacity' }),
  defect: z.enum([...defects, 'any']).optional().meta({ description: 'Bare det kvalitetssikrede tall utelater av denne grunnen; any: av en eller annen grunn.', example: 'any' }),
  cursor: z.string().max(300).optional().meta({ description: 'nextCursor fra siden før.', example: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11 FRIST-VURDERING#1' }),
  limit: z.coerce.number().int().min(1).max(500).default(100).meta({ description: 'Rader på siden.', example: 100 }),
}).refine(orderedDays, notOrdered).refine(knownOnce, knownTwice);

const count = (description: string, example: number) => z.int().min(0).meta({ description, example });
const share = z.object({ rate: z.number(), low: z.number().meta({ description: 'Nedre 95 %-grense (Wilson).' }), high: z.number().meta({ description: 'Øvre 95 %-grense.' }) }).nullable()
  .meta({ description: 'Andel møtt i tide av dem som er bedømt. Null: ingen er bedømt.', example: { rate: 0.9, low: 0.825634, high: 0.944807 } });
const waiting = (description: string) => z.object({ n: count('Antall.', 90), mean: z.number().nullable(), median: z.number().nullable(), p90: z.number().nullable() }).meta({ description });
const byWord = (description: string, example: Record<string, number>) => z.record(z.string(), z.int()).meta({ description, example });

const counted = {
  started: count('Startet. Summen av de seks utfallene.', 120), met: count('Møtt i tide.', 90), metLate: count('Møtt for sent.', 6), broken: count('Brutt.', 4), running: count('Løper.', 12),
  atRisk: count('I fare.', 3), excluded: count('Utenfor.', 5), judged: count('Bedømt: møtt, møtt for sent og brutt.', 100), compliance: share,
  waited: waiting('Ventetid i kalenderdager for dem som ble møtt.'), stillWaiting: waiting('Ventetid hittil for dem som fortsatt venter.'),
};
const numbersSchema = z.object({ ...counted, excludedBy: byWord('De som er utenfor, etter grunn.', { 'passed-by-patient': 5 }), delay: byWord('Det som ikke kom i tide, etter årsak (8446 som egne ord).', { capacity: 8 }) })
  .meta({ id: 'ComplianceNumbers', description: 'Hva en gruppe frister kommer til.' });

const chart = z.object({
  kind: z.enum(['p', 'xmr']), centre: z.number(),
  points: list(z.object({ period: words('Måneden.', '2026-03'), n: z.int(), value: z.number(), low: z.number(), high: z.number(), signals: list(z.enum(['beyond-limits', 'run', 'trend'])) })),
}).nullable().meta({ id: 'ControlChart', description: 'Kontrollkort. Null: færre enn tre måneder.' });
const weeks = list(z.object({ week: z.int(), n: z.int() }));
const detailSchema = z.object({
  shareByMonth: chart, waitByMonth: chart,
  years: list(z.object({ year: words('Året.', '2026'), started: z.int(), met: z.int(), judged: z.int(), compliance: share, waited: waiting('Ventetid for dem som ble møtt.') })),
  survival: z.object({ points: list(z.object({ day: z.int(), atRisk: z.int(), waiting: z.number(), low: z.number(), high: z.number() })), medianDays: z.int().nullable() }).meta({ description: 'Andel som fortsatt venter etter så mange dager (Kaplan–Meier).' }),
  waitedWeeks: weeks, stillWaitingWeeks: weeks,
}).nullable().meta({ id: 'ComplianceDetail', description: 'Fordelinger og kontrollkort. Null: ikke bedt om.' });

const where = {
  organisation, definition: code('Definisjonen.', 'langvarig-utmattelse'), clock: code('Fristen.', 'FRIST-VURDERING'),
  split: z.partialRecord(z.enum(splits), z.string().nullable()).meta({ description: 'Hva linjen er delt opp etter.', example: { variant: 'voksen' } }),
};
const lineSchema = z.object({
  ...where,
  asRegistered: numbersSchema.nullable().meta({ description: 'Som registrert. Null for den som ikke ser pasienter: se numbers.' }),
  qualityAssured: numbersSchema.nullable().meta({ description: 'Uten poster som forvrenger tallet.' }),
  leftOut: byWord('Hva det kvalitetssikrede tallet utelater, etter grunn.', { 'no-end-code': 2 }),
  wouldBe: z.record(z.string(), share).meta({ description: 'Hva andelen innen frist ville blitt uten postene med denne grunnen alene.', example: { 'no-end-code': { rate: 0.92, low: 0.85, high: 0.96 } } }),
  detail: detailSchema,
  numbers: z.object(counted).nullable().meta({ description: 'For den som ikke ser pasienter: tallene, eller null når noe av dem er mindre enn fem eller ville røpet noe som er det.' }),
}).meta({ id: 'ComplianceLine', description: 'En virksomhet med alt under, og en frist.' });

const funnelSchema = z.object({
  definition: where.definition, clock: where.clock, among: code('Slag virksomhet.', 'hospital'), target: z.number(),
  points: list(z.object({
    unit: organisation, n: z.int(), rate: z.number(), low95: z.number(), high95: z.number(), low998: z.number(), high998: z.number(),
    verdict: z.enum(['within', 'outside-95-low', 'outside-95-high', 'outside-998-low', 'outside-998-high']).meta({ description: 'within: forskjellen kan være tilfeldig.' }),
  })),
}).meta({ id: 'ComplianceFunnel', description: 'Enheter av samme slag side om side, med eksakte binomiske grenser.' });

const versioned = z.object({ id: code('Id.', 'norge'), version: code('Versjon.', '1.0.0') });
const stamp = z.object({
  kernel: code('Kjernens versjon.', '1.1.0'), calendars: list(versioned),
  ledger: z.object({ position, root: z.object({ day: day('Dagen.'), hash: z.string() }).nullable(), since: z.string().nullable() }).meta({ description: 'Journalens tilstand: siste plass, siste signerte dagsrot, og en hash over det som er registrert etter den.' }),
}).meta({ id: 'ComplianceStamp', description: 'Hva tallene er regnet av, så de kan regnes om igjen.' });

const query = z.object({
  from: day('Første dag.'), to: day('Siste dag.'), asOf: day('Bedømt på.'), knownAt: position.nullable(), cohort: z.enum(cohorts), organisation: organisation.nullable(), definition: z.string().nullable(),
  clocks: list(z.string()).nullable(), splitBy: list(z.enum(splits)),
  only: z.strictObject({ version: z.string(), variant: z.string(), step: z.string() }).partial().exactOptional().meta({ description: 'Bare det som er av denne versjonen, varianten eller i dette steget. Mangler når ingenting er valgt.' }),
});

const example = {
  sha256: '9f2c6a0e4b1d8c7f9f2c6a0e4b1d8c7f9f2c6a0e4b1d8c7f9f2c6a0e4b1d8c7f',
  report: {
    format: 'forlop-compliance-1' as const, suppressed: 'none' as const,
    query: { from: '2026-01-01', to: '2026-12-31', asOf: '2026-09-30', knownAt: null, cohort: 'started' as const, organisation: null, definition: null, clocks: null, splitBy: [] },
    stamp: { kernel: '1.1.0', calendars: [{ id: 'norge', version: '1.0.0' }], ledger: { position: 1042, root: null, since: '5d1f' } },
    definitions: [{ id: 'langvarig-utmattelse', versions: ['1.0.0'] }], lines: [], funnels: [],
  },
};
export const complianceReportSchema = z.object({
  sha256: words('SHA-256 over rapportens kanoniske JSON.', example.sha256),
  report: z.object({
    format: z.literal('forlop-compliance-1'), query, stamp, definitions: list(z.object({ id: z.string(), versions: list(z.string()) })),
    suppressed: z.enum(['none', 'small-numbers']).meta({ description: 'small-numbers: tall under fem, og andre som ville røpet dem, er skjult.', example: 'none' }),
    lines: list(lineSchema.partial({ asRegistered: true, qualityAssured: true, leftOut: true, wouldBe: true, detail: true, numbers: true })), funnels: list(funnelSchema),
  }),
}).meta({ id: 'ComplianceReport', description: 'Hva holdte og brutte frister kommer til, med hash.', example });

export const complianceEventLogQuerySchema = z.strictObject({ from: day('Første dag pasienten ble mottatt.', '2026-01-01'), to: day('Siste dag pasienten ble mottatt.', '2026-12-31'), asOf: asked.asOf, org: asked.org, definition: asked.definition }).refine(orderedDays, notOrdered);

export const complianceNprQuerySchema = z.strictObject({
  from: day('Første dag henvisningen ble mottatt.', '2026-01-01'), to: day('Siste dag henvisningen ble mottatt.', '2026-12-31'),
  asOf: day('Det som skjedde etter denne dagen, er ikke med. Uten verdi: i dag.', '2026-09-30').optional(), knownAt: asked.knownAt, knownOn: asked.knownOn, org: asked.org,
  definition: asked.definition,
}).refine(orderedDays, notOrdered).refine(knownOnce, knownTwice);

/** A report as a file that is not text. */
export const complianceFileSchema = z.string().meta({ id: 'ComplianceFile', format: 'binary', description: 'Filen.', example: 'PK…' });

export const complianceCellSchema = z.object({
  rows: list(z.object({
    pathwayId, key: code('Fristens nøkkel i forløpet: åpne forklaringen med den.', 'FRIST-VURDERING#1'), clock: where.clock, organisationId: organisation,
    startOn: day('Startet.', '2026-03-20'), dueOn: dayOrNull('Siste dag i tide.', '2026-04-08'), metOn: dayOrNull('Møtt.'), endedOn: dayOrNull('Avsluttet uten å bli møtt.'),
    outcome: z.enum(outcomes).meta({ example: 'broken' }), reason: z.string().nullable(), cause: z.enum(delayCauses).nullable(), end: z.enum(['met', 'ended', 'open']), days: z.int(), defect: defectSchema.nullable(),
  })),
  more: z.boolean(), nextCursor: z.string().nullable(),
}).meta({
  id: 'ComplianceCell', description: 'Fristene som et tall er laget av.',
  example: { rows: [{ pathwayId: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11', key: 'FRIST-VURDERING#1', clock: 'FRIST-VURDERING', organisationId: '0198c0de-1111-7000-8000-000000000001', startOn: '2026-03-20', dueOn: '2026-04-08', metOn: null, endedOn: null, outcome: 'broken', reason: null, cause: 'not-stated', end: 'open', days: 194, defect: null }], more: false, nextCursor: null },
});

const indicator = z.object({ id: code('Id.', 'innen-frist'), field: code('Hvor tallet står i en linje.', 'compliance'), name: text, numerator: text, denominator: text.nullable(), exclusions: text, source: words('Kilde.', 'BREACH-2, LATE-1') });
export const complianceIndicatorsSchema = z.object({
  indicators: list(indicator),
  defects: list(z.object({ id: defectSchema, title: text, remedy: text, byDesign: z.boolean().meta({ description: 'Ingenting er galt med posten; den regnes likevel ikke med.' }) })),
}).meta({
  id: 'ComplianceIndicators', description: 'Hvert tall i rapporten skrevet ut, og hva som forvrenger det.',
  example: { indicators: [{ id: 'innen-frist', field: 'compliance', name: { nb: 'Andel innen frist' }, numerator: { nb: 'Frister som ble møtt i tide.' }, denominator: { nb: 'Frister som er bedømt.' }, exclusions: { nb: 'Løpende, i fare og utenfor.' }, source: 'BREACH-2' }], defects: [{ id: 'no-end-code', title: { nb: 'Uten sluttkode' }, remedy: { nb: 'Registrer sluttkoden.' }, byDesign: false }] },
});
