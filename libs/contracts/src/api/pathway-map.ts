import * as z from 'zod';
import { clockKind, clockStatusSchema, ruleStatusSchema } from './kernel.js';
import { code, day, list, text, versionRef, words } from './parts.js';

const countOrNull = (description: string, example: number) => z.int().min(0).nullable().meta({ description: `${description} Null: færre enn fem, eller ville røpet noen som er det.`, example });
const counts = {
  patients: countOrNull('Pasienter i steget nå.', 14),
  medianDays: countOrNull('Halvparten har vært i steget så mange dager eller færre.', 12),
  p90Days: countOrNull('Ni av ti har vært i steget så mange dager eller færre.', 41),
  overdue: countOrNull('Av dem: med en åpen frist som er brutt.', 5),
};
const sources = list(z.object({ title: words('Kilden.', 'Pasient- og brukerrettighetsloven'), locator: z.string().nullable().meta({ example: '§ 2-2 a' }), note: z.string().nullable() })).meta({ description: 'Hvor regelen kommer fra.' });
const role = z.object({ id: code('Rollen.', 'vurderer'), title: words('Hva den heter.', 'Vurderer') });

const stepSchema = z
  .object({ id: code('Stegets id.', 'mottatt'), title: text, terminal: z.boolean().meta({ description: 'Forløpet er over.', example: false }), owner: role.nullable().meta({ description: 'Hvem pasienten venter på.' }), ...counts, variants: list(z.object({ variant: z.string().nullable().meta({ description: 'Varianten.', example: 'voksen' }), ...counts })) })
  .meta({ id: 'MapStep', description: 'Et steg, og hvor mange som er der.' });
const transitionSchema = z
  .object({ from: list(z.string()).nullable().meta({ description: 'Stegene det går fra. Null: fra alle.', example: ['mottatt'] }), to: code('Steget det går til.', 'vurdert'), event: code('Hendelsen som flytter.', 'vurdert'), title: text, milestone: z.boolean().meta({ description: 'Flytter forløpet uansett hvor det er.', example: false }) })
  .meta({ id: 'MapTransition', description: 'En overgang mellom steg.' });
const clockSchema = z
  .object({
    id: code('Regel-id.', 'FRIST-VURDERING'), title: text, kind: clockKind, status: ruleStatusSchema, owner: role,
    length: z.string().nullable().meta({ description: 'Hvor lang den er. Null: en dato settes for den enkelte, eller den har ingen grense.', example: '10 virkedager' }),
    startedBy: list(code('Hendelse som starter den.', 'henvisningMottatt')), metBy: list(code('Hendelse som oppfyller den.', 'vurdert')), sources,
  })
  .meta({ id: 'MapClock', description: 'En frist i definisjonen.' });
const dutySchema = z
  .object({ id: code('Pliktens id.', 'VURDERING-BRUTT'), title: text, kind: code('Slag.', 'remind'), status: ruleStatusSchema, clock: code('Fristen den hører til.', 'FRIST-VURDERING'), to: role, sources })
  .meta({ id: 'MapDuty', description: 'Noe systemet følger opp.' });

const count = { patients: 14, medianDays: 12, p90Days: 41, overdue: 5 };
const vurderer = { id: 'vurderer', title: 'Vurderer' };
const source = { title: 'Pasient- og brukerrettighetsloven', locator: '§ 2-2', note: null };
export const pathwayMapSchema = z
  .object({
    definition: versionRef,
    title: text,
    asOf: day('Dagen det er talt på.', '2026-03-27'),
    scope: z.enum(['mine', 'house']).meta({ description: 'mine: pasientene du ser. house: hele huset, uten grupper på færre enn fem.', example: 'mine' }),
    steps: list(stepSchema),
    transitions: list(transitionSchema),
    clocks: list(clockSchema),
    duties: list(dutySchema),
    events: list(z.object({ id: code('Hendelsen.', 'henvisningMottatt'), title: text })).meta({ description: 'Hva hendelsene som er nevnt, heter.' }),
  })
  .meta({
    id: 'PathwayMap',
    description: 'Definisjonen som kart, med antall pasienter ved hvert steg.',
    example: {
      definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, title: { nb: 'Langvarig utmattelse av ukjent årsak' }, asOf: '2026-03-27', scope: 'mine',
      steps: [{ id: 'mottatt', title: { nb: 'Mottatt' }, terminal: false, owner: vurderer, ...count, variants: [{ variant: 'voksen', ...count }] }],
      transitions: [{ from: ['mottatt'], to: 'vurdert', event: 'vurdert', title: { nb: 'Henvisningen er vurdert' }, milestone: false }],
      clocks: [{ id: 'FRIST-VURDERING', title: { nb: 'Vurdering av henvisningen' }, kind: 'legal', status: 'in-force', owner: vurderer, length: '10 virkedager', startedBy: ['henvisningMottatt'], metBy: ['vurdert'], sources: [source] }],
      duties: [{ id: 'VURDERING-BRUTT', title: { nb: 'Minn om vurderingen' }, kind: 'remind', status: 'local', clock: 'FRIST-VURDERING', to: vurderer, sources: [source] }],
      events: [{ id: 'henvisningMottatt', title: { nb: 'Henvisning mottatt' } }, { id: 'vurdert', title: { nb: 'Henvisningen er vurdert' } }],
    },
  });

export const pathwayMapQuerySchema = z.strictObject({
  org: z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat().flatMap((one) => one.split(','))).pipe(z.array(z.uuid({ error: 'Id-en må være en UUID.' })).min(1).max(100)).optional().meta({ description: 'Virksomhet, bare for dem som ser pasienter.', example: '0198c0de-1111-7000-8000-000000000001' }),
  asOf: day('Tell på denne dagen. Uten verdi: i dag.', '2026-03-27').optional(),
});

/** A scenario as in docs/scenarios.md, as its text or as the same in JSON. */
const scenarioText = ['title: En pasient som vurderes', 'definition: langvarig-utmattelse', 'patient: { birthDate: 1988-04-15 }', 'start: 2026-03-20', 'events:', '  - { on: 2026-03-27, do: command, type: vurder-rett }', 'until: 2026-05-01', ''].join('\n');
export const rehearsalRequestSchema = z
  .strictObject({ scenario: z.union([z.string().min(1).max(100_000), z.record(z.string(), z.unknown())]).meta({ description: 'Scenariet (docs/scenarios.md) som YAML-tekst eller JSON. Ingen virkelig pasient.' }) })
  .meta({ id: 'RehearsalRequest', example: { scenario: scenarioText }, description: 'Et scenario å øve på.' });

const item = z.object({
  on: day('Dagen.', '2026-03-27'),
  what: z.enum(['event', 'refused', 'step', 'clock', 'duty-opens', 'duty-closes', 'asked', 'alarm', 'alarm-over']).meta({ description: 'Hva slags linje det er.', example: 'clock' }),
  rule: z.string().nullable().meta({ description: 'Regelen det kommer av.', example: 'FRIST-VURDERING#1' }),
  status: clockStatusSchema.nullable().meta({ description: 'Fristens nye status.' }),
  sentence: words('Linjen i klart språk.', 'Vurdering av henvisningen er holdt.'),
});
export const rehearsalSchema = z
  .object({
    title: words('Scenariets tittel.', 'En pasient som vurderes'),
    definition: versionRef,
    method: z.literal('kernel').meta({ description: 'Regnet ut av reglene alene, uten påminnelser og arbeidsflyter. «forlop rehearse» spiller det hele.' }),
    from: day('Første dag.', '2026-03-20'),
    until: day('Siste dag.', '2026-05-01'),
    timeline: list(item),
    clocks: list(
      z.object({ key: code('Fristens nøkkel.', 'FRIST-VURDERING#1'), title: words('Tittel.', 'Vurdering av henvisningen'), startOn: day('Begynner.', '2026-03-20'), warnOn: day('Nærmer seg.').nullable(), atRiskFrom: day('I fare.').nullable(), dueOn: day('Siste dag.').nullable(), metOn: day('Oppfylt.').nullable(), endedOn: day('Avsluttet.').nullable(), status: clockStatusSchema }),
    ).meta({ description: 'Fristene slik de står på den siste dagen.' }),
    verdicts: list(z.object({ held: z.boolean().nullable().meta({ description: 'Null: kan ikke avgjøres av reglene alene, fordi det gjelder hva som ble sendt.', example: true }), sentence: words('Hva som var ventet, og hva det ble.', '2026-03-27 FRIST-VURDERING: holdt') })).meta({ description: 'Det scenariet ventet, og om det holdt.' }),
  })
  .meta({
    id: 'Rehearsal',
    description: 'Et scenario, dag for dag.',
    example: {
      title: 'En pasient som vurderes', definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, method: 'kernel', from: '2026-03-20', until: '2026-05-01',
      timeline: [{ on: '2026-03-27', what: 'clock', rule: 'FRIST-VURDERING#1', status: 'met', sentence: 'Vurdering av henvisningen: holdt.' }],
      clocks: [{ key: 'FRIST-VURDERING#1', title: 'Vurdering av henvisningen', startOn: '2026-03-20', warnOn: '2026-03-31', atRiskFrom: null, dueOn: '2026-04-08', metOn: '2026-03-27', endedOn: null, status: 'met' }],
      verdicts: [],
    },
  });
