import * as z from 'zod';
import { clockKey } from './kernel.js';
import { code, day, dayOrNull, instant, jsonValue, list, organisationRef, pathwayId, position, scalar, uuid, versionRef, words } from './parts.js';
import { explanationSchema } from './explanation.js';
import { explanationExample } from './examples.js';

const organisations = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((one) => one.split(',')))
  .pipe(z.array(z.uuid({ error: 'Id-en må være en UUID.' })).min(1).max(100));

const changeText = 'FRIST-START-VOKSEN-12U: 10 uker';
export const whatIfRequestSchema = z
  .strictObject({
    patch: z.union([z.string().min(1).max(100_000), z.record(z.string(), jsonValue)]).optional().meta({ description: 'Endringen (docs/what-if.md) som YAML-tekst eller JSON.' }),
    definition: z.record(z.string(), jsonValue).optional().meta({ description: 'En hel definisjon som kjøres i stedet for alle versjoner av sitt forløp. Enten denne eller patch.' }),
    asOf: day('Dagen det spørres om. Uten verdi: i dag.', '2026-11-22').optional(),
    knownAt: position.optional().meta({ description: 'Bare det som var registrert til og med denne posisjonen. Uten verdi: alt.', example: 1042 }),
    receivedFrom: day('Bare forløp mottatt denne dagen eller senere.', '2026-01-01').optional(),
    receivedTo: day('Bare forløp mottatt denne dagen eller før.', '2026-12-31').optional(),
    org: z.array(z.uuid({ error: 'Id-en må være en UUID.' })).min(1).max(100).optional().meta({ description: 'Bare forløp ved disse virksomhetene. Uten verdi: alle du ser.' }),
  })
  .refine(({ patch, definition }) => (patch === undefined) !== (definition === undefined), { error: 'Gi enten patch eller definition, ikke begge.', path: ['patch'] })
  .meta({ id: 'WhatIfRequest', example: { patch: changeText }, description: 'En annen regel, og hvilke forløp den prøves på.' });

const count = (description: string) => z.int().min(0).meta({ description, example: 12 });
const share = z.number().min(0).max(1).nullable().meta({ description: 'Andelen som ble holdt: holdt ÷ (holdt + holdt for sent + brutt). Null: ingenting er avgjort.', example: 0.931 });
const outcome = z
  .enum(['met', 'met-late', 'broken', 'running', 'at-risk', 'excluded'])
  .meta({ description: 'met: holdt. met-late: holdt for sent. broken: brutt. running: løper. at-risk: i fare. excluded: regnes ikke med.', example: 'met' });
const counts = z
  .object({ met: count('Holdt.'), 'met-late': count('Holdt for sent.'), broken: count('Brutt.'), running: count('Løper.'), 'at-risk': count('I fare.'), excluded: count('Regnes ikke med.'), compliance: share })
  .meta({ id: 'WhatIfCounts', description: 'Frister etter utfall, etter det ene settet av regler.' });
const countsExample = { met: 90, 'met-late': 6, broken: 4, running: 20, 'at-risk': 3, excluded: 5, compliance: 0.9 };
const compared = {
  clock: code('Regelen.', 'FRIST-START-VOKSEN-12U'),
  title: words('Hva den heter.', 'Oppstart for voksne'),
  before: counts.meta({ description: 'Etter reglene slik de er.' }),
  after: counts.meta({ description: 'Etter de endrede reglene.' }),
  changes: list(z.object({ from: z.union([outcome, z.literal('absent')]), to: z.union([outcome, z.literal('absent')]), n: count('Hvor mange.') })).meta({ description: 'Hvem som går fra ett utfall til et annet; absent: reglene har ingen slik frist. De fleste først.' }),
  moved: count('Så mange får en annen dato, uansett utfall.'),
};
const comparedExample = { clock: 'FRIST-START-VOKSEN-12U', title: 'Oppstart for voksne', before: countsExample, after: { ...countsExample, met: 84, 'met-late': 12, compliance: 0.84 }, changes: [{ from: 'met', to: 'met-late', n: 6 }], moved: 128 } as const;
const result = z
  .object({
    kernel: code('Kjernens versjon.', '1.1.0'),
    asOf: day('Dagen det gjelder for.', '2026-11-22'),
    knownAt: position,
    definitions: list(z.object({ named: code('Definisjonen forløpene følger.', 'langvarig-utmattelse@1.0.0'), ran: code('Den som ble kjørt.', 'langvarig-utmattelse@1.0.0'), sha256: code('SHA-256 av den som ble kjørt.', 'a1b2') })),
    calendar: versionRef.nullable().meta({ description: 'Kalenderen i stedet for den som gjelder.' }),
    parameters: z.record(z.string(), scalar).meta({ description: 'Valgene i stedet for dem som gjelder.', example: {} }),
    pathways: z.object({ read: count('Forløp som er lest.'), followed: count('Av dem: følger en definisjon som er endret.'), changed: count('Får et annet utfall.'), unreadable: count('Kan ikke leses, og er ikke med i noe tall.') }),
    clocks: list(z.object(compared)).meta({ description: 'Frister som er endret, eller som noe ble annerledes for; alle virksomheter samlet.' }),
    cells: list(z.object({ organisation: organisationRef, definition: code('Definisjonen.', 'langvarig-utmattelse'), ...compared })).meta({ description: 'Det samme for hver virksomhet.' }),
    flips: count('Frister med et annet utfall.'),
    listed: count('Så mange av dem kan hentes en for en.'),
    sha256: code('SHA-256 over det hele: samme spørsmål til samme hovedbok gir det samme.', 'c3d4'),
  })
  .meta({ id: 'WhatIfResult', description: 'Hva den andre regelen ville betydd.' });

const jobId = uuid('Beregningens id.', '0198c0de-9999-7000-8000-000000000001');
export const whatIfJobSchema = z
  .object({
    id: jobId,
    title: z.string().nullable().meta({ description: 'Hva endringen heter.', example: 'Ti uker for voksne' }),
    state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']).meta({ description: 'waiting: venter på tur. running: regner. done: ferdig. cancelled: avbrutt. failed: gikk ikke.', example: 'done' }),
    askedAt: instant('Da det ble spurt.'),
    read: count('Forløp som er lest til nå.'),
    total: count('Forløp i alt.'),
    problem: z.string().nullable().meta({ description: 'Hvorfor det ikke gikk, eller hvorfor den er avbrutt når du ikke gjorde det selv.', example: null }),
    result: result.nullable().meta({ description: 'Null til den er ferdig.' }),
  })
  .meta({
    id: 'WhatIf',
    description: 'En beregning. Den holdes i en time, og bare for den som spurte. Stanser tjenesten som regner, er den avbrutt (cancelled), og problem sier det.',
    example: {
      id: '0198c0de-9999-7000-8000-000000000001', title: null, state: 'done', askedAt: '2026-11-22T09:15:00.000Z', read: 128, total: 128, problem: null,
      result: {
        kernel: '1.1.0', asOf: '2026-11-22', knownAt: 1042, definitions: [{ named: 'langvarig-utmattelse@1.0.0', ran: 'langvarig-utmattelse@1.0.0', sha256: 'a1b2' }], calendar: null, parameters: {},
        pathways: { read: 128, followed: 128, changed: 6, unreadable: 0 }, clocks: [comparedExample],
        cells: [{ organisation: { id: '0198c0de-1111-7000-8000-000000000001', name: 'Utmarka sykehus' }, definition: 'langvarig-utmattelse', ...comparedExample }], flips: 6, listed: 6, sha256: 'c3d4',
      },
    },
  });
export const whatIfJobsSchema = z
  .object({ jobs: list(whatIfJobSchema.omit({ result: true })) })
  .meta({ id: 'WhatIfList', description: 'Dine beregninger, den siste først.', example: { jobs: [] } });

const side = z
  .object({ outcome, startOn: day('Begynte.', '2026-03-20'), dueOn: dayOrNull('Siste dag.', '2026-06-12'), metOn: dayOrNull('Oppfylt.', '2026-06-05'), endedOn: dayOrNull('Avsluttet uten å være oppfylt.') })
  .meta({ id: 'WhatIfSide', description: 'Fristen etter det ene settet av regler.' });
const sideExample = { outcome: 'met', startOn: '2026-03-20', dueOn: '2026-06-12', metOn: '2026-06-05', endedOn: null } as const;
const flip = z.object({ pathwayId, organisation: organisationRef, clock: code('Regelen.', 'FRIST-START-VOKSEN-12U'), key: clockKey, before: side.nullable(), after: side.nullable() });

export const whatIfFlipsQuerySchema = z.strictObject({
  clock: code('Bare denne regelen.', 'FRIST-START-VOKSEN-12U').optional(),
  org: organisations.optional().meta({ description: 'Bare disse virksomhetene.' }),
  from: z.union([outcome, z.literal('absent')]).optional().meta({ description: 'Bare de som har dette utfallet nå.', example: 'met' }),
  to: z.union([outcome, z.literal('absent')]).optional().meta({ description: 'Bare de som får dette utfallet.', example: 'broken' }),
  after: z.coerce.number().int().min(0).max(1_000_000).optional().meta({ description: 'Hopp over så mange rader.', example: 0 }),
  limit: z.coerce.number().int().min(1).max(200).optional().meta({ description: 'Rader på siden. Uten verdi: 50.', example: 50 }),
});
export const whatIfFlipsSchema = z
  .object({ total: count('Rader i hele listen.'), more: z.boolean().meta({ description: 'Det er flere rader.', example: false }), rows: list(flip) })
  .meta({ id: 'WhatIfFlips', description: 'Frister med et annet utfall, uten hvem pasientene er.', example: { total: 1, more: false, rows: [{ pathwayId: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11', organisation: { id: '0198c0de-1111-7000-8000-000000000001', name: 'Utmarka sykehus' }, clock: 'FRIST-START-VOKSEN-12U', key: 'FRIST-START-VOKSEN-12U#1', before: sideExample, after: { ...sideExample, outcome: 'met-late', dueOn: '2026-05-29' } }] } });

export const whatIfExplanationSchema = z
  .object({ pathwayId, before: explanationSchema.nullable().meta({ description: 'Etter reglene slik de er. Null: de har ingen slik frist.' }), after: explanationSchema.nullable().meta({ description: 'Etter de endrede.' }) })
  .meta({ id: 'WhatIfExplanation', description: 'Hvorfor datoen er den den er, før og etter.', example: { pathwayId: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11', before: explanationExample, after: null } });

const spread = z
  .object({ mean: z.number().meta({ description: 'I gjennomsnitt.', example: 4.2 }), median: count('Midterste.'), low: count('Nitten av tjue ganger minst så mange.'), high: count('Nitten av tjue ganger høyst så mange.') })
  .meta({ id: 'ForecastSpread', description: 'Hvor mange, over alle gjennomkjøringene; low og high er den midterste delen på 95 prosent.' });
const spreadExample = { mean: 4.2, median: 4, low: 1, high: 9 };
const week = z.object({ from: day('Første dag.', '2026-11-23'), to: day('Siste dag.', '2026-11-29'), broken: spread, visits: z.number().meta({ description: 'Første timer, i gjennomsnitt.', example: 11.4 }) });
const weekExample = { from: '2026-11-23', to: '2026-11-29', broken: spreadExample, visits: 11.4 };
const number = (description: string, example: number) => z.number().meta({ description, example });

export const forecastQuerySchema = z.strictObject({
  weeks: z.coerce.number().int().min(1).max(26).optional().meta({ description: 'Uker framover. Uten verdi: 8.', example: 8 }),
  weeksBack: z.coerce.number().int().min(1).max(104).optional().meta({ description: 'Uker bakover som det bygger på. Uten verdi: 26.', example: 26 }),
  runs: z.coerce.number().int().min(10).max(1000).optional().meta({ description: 'Gjennomkjøringer. Uten verdi: 300.', example: 300 }),
  seed: z.string().min(1).max(100).optional().meta({ description: 'Frø: samme frø gir samme svar. Uten verdi: «forlop».', example: 'forlop' }),
  extraPlaces: z.coerce.number().int().min(-1000).max(1000).optional().meta({ description: 'Første timer mer eller mindre i uken ved hver enhet, en plan som prøves. Uten verdi: 0.', example: 0 }),
  clock: code('Bare denne fristen. Uten verdi: alle som en første time oppfyller.', 'FRIST-INDIVIDUELL').optional(),
  org: organisations.optional().meta({ description: 'Bare disse virksomhetene. Uten verdi: alle du ser.' }),
});
export const forecastSchema = z
  .object({
    asOf: day('Dagen den er laget.', '2026-11-22'),
    until: day('Siste dag.', '2027-01-17'),
    clocks: list(code('Frister som regnes med.', 'FRIST-INDIVIDUELL')),
    settings: z.object({ weeks: count('Uker framover.'), weeksBack: count('Uker bakover.'), runs: count('Gjennomkjøringer.'), seed: code('Frø.', 'forlop'), extraPlaces: z.int().meta({ description: 'Første timer mer i uken.', example: 0 }), calendar: versionRef }),
    broken: spread,
    weeks: list(week),
    units: list(
      z.object({
        organisation: organisationRef,
        waiting: count('Pasienter som venter på første time, med en frist som holder ennå.'),
        alreadyBroken: count('Pasienter som venter, med en frist som er passert.'),
        broken: spread,
        ofWaiting: number('Av dem, i gjennomsnitt: pasienter som venter i dag.', 3.1),
        byPatient: number('Passert uten å være brudd, i gjennomsnitt: pasienten møtte ikke til en time i tide.', 0.4),
        weeks: list(week),
        assumptions: z.object({
          inflowPerWeek: number('Nye i uken.', 12.4),
          visitsPerWeek: number('Første timer i uken.', 11.8),
          freePlaces: list(count('Ledige plasser i uken.').nullable()).meta({ description: 'For hver uke framover; null der kalenderen ikke sier noe.' }),
          sources: list(z.enum(['calendar', 'history', 'none'])).meta({ description: 'Hvor kapasiteten er kjent fra, for hver uke: kalenderen, ukene bakover, eller ikke i det hele tatt.' }),
          noShow: number('Andel timer pasienten ikke møter til.', 0.06),
          leaves: number('Andel som ikke får en første time likevel.', 0.1),
          leadDays: count('Dager fra fristen begynner til noen tidligst får time.'),
          noticeDays: count('Dager fra en time ikke ble brukt til en ny tidligst gis.'),
          medianLength: count('Midterste lengde på fristen, i kalenderdager.').nullable(),
        }),
      }),
    ),
  })
  .meta({
    id: 'Forecast',
    description: 'Hvor mange frister som vil brytes i ukene framover, ved simulering, med forutsetningene.',
    example: {
      asOf: '2026-11-22', until: '2026-11-29', clocks: ['FRIST-INDIVIDUELL'], settings: { weeks: 1, weeksBack: 26, runs: 300, seed: 'forlop', extraPlaces: 0, calendar: { id: 'norge', version: '2026.1' } },
      broken: spreadExample, weeks: [weekExample],
      units: [{
        organisation: { id: '0198c0de-1111-7000-8000-000000000001', name: 'Utmarka sykehus' }, waiting: 40, alreadyBroken: 2, broken: spreadExample, ofWaiting: 3.1, byPatient: 0.4, weeks: [weekExample],
        assumptions: { inflowPerWeek: 12.4, visitsPerWeek: 11.8, freePlaces: [9], sources: ['calendar'], noShow: 0.06, leaves: 0.1, leadDays: 10, noticeDays: 7, medianLength: 60 },
      }],
    },
  });
