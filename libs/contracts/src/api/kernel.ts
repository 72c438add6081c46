import * as z from 'zod';
import { code, day, dayOrNull, eventId, list, scalar, text, versionRef, words } from './parts.js';
import { clockRowExample } from './examples.js';

/** What the kernel says of a pathway, as the API answers it. The kernel's own types say what each part means. */

export const clockStatusSchema = z
  .enum(['not-started', 'running', 'warned', 'at-risk', 'broken', 'met', 'met-late', 'passed-by-patient', 'closed'])
  .meta({
    description:
      'not-started: begynner senere. running: løper. warned: nærmer seg. at-risk: i fare. broken: brutt. met: holdt. met-late: oppfylt for sent. ' +
      'passed-by-patient: passert etter pasientens ønske eller fravær. closed: avsluttet uten å være oppfylt.',
    example: 'running',
  });

export const ruleStatusSchema = z
  .enum(['in-force', 'draft', 'proposed', 'local'])
  .meta({ description: 'in-force: gjeldende. draft: høringsutkast. proposed: forslag. local: lokalt valgt.', example: 'in-force' });

export const clockKey = code('Fristens nøkkel i forløpet: regel-id og løpenummer.', 'FRIST-VURDERING#1');
export const clockKind = z.enum(['legal', 'pathway', 'guiding', 'statistic']).meta({ description: 'legal: rett etter loven. pathway: forløpstid. guiding: veiledende. statistic: telles bare.', example: 'legal' });

/** One occurrence of a clock as dates only (`ClockRow`). */
export const clockRowSchema = z
  .object({
    clock: code('Regelens id.', 'FRIST-VURDERING'),
    occurrence: z.int().meta({ description: 'Løpenummer, fra 1.', example: 1 }),
    key: clockKey,
    kind: clockKind,
    ruleStatus: ruleStatusSchema,
    owner: code('Rollen som må handle.', 'inntaksteam'),
    startOn: day('Dagen den begynte.', '2026-03-20'),
    warnOn: dayOrNull('Fra denne dagen nærmer den seg.', '2026-03-31'),
    atRiskFrom: dayOrNull('Fra denne dagen er den i fare.', '2026-04-07'),
    dueOn: dayOrNull('Siste dag i tide. Uten verdi: ingen grense.', '2026-04-08'),
    metOn: dayOrNull('Dagen den ble oppfylt.', '2026-03-27'),
    endedOn: dayOrNull('Dagen den ble avsluttet uten å være oppfylt.', '2026-03-27'),
    endedAs: z.string().nullable().meta({ description: 'Hvorfor den ble avsluttet.', example: 'pasientDod' }),
    passedByPatient: z.boolean().meta({ description: 'Passerer den, skyldes det pasientens ønske eller fravær etter et tilbud i tide.', example: false }),
    lapses: z.boolean().meta({ description: 'En rett som faller bort ubrukt, og ikke kan brytes.', example: false }),
    bookedOn: dayOrNull('Timen eller den planlagte dagen som gjelder nå.', '2026-05-06'),
    foreseenOn: dayOrNull('Dagen virksomheten visste at datoen ikke ville holde.', '2026-06-01'),
    delayCause: z.string().nullable().meta({ description: 'Kode 8446 for siste utsettelse.', example: '1' }),
    version: code('Versjonen av definisjonen som ga datoene.', '2026.1'),
    facts: z
      .object({
        start: z.string(),
        due: z.string().optional(),
        met: z.string().optional(),
        ended: z.string().optional(),
        booking: z.string().optional(),
        postponement: z.string().optional(),
      })
      .meta({ description: 'Hendelsene som datoene bygger på.', example: { start: '0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12' } }),
  })
  .meta({ id: 'ClockRow', example: clockRowExample, description: 'En frist som datoer.' });

export const nextStepSchema = z
  .object({ rule: code('Regelens id.', 'FRIST-VURDERING'), clockKey, owner: code('Rollen som må handle.', 'inntaksteam'), dueOn: day('Innen denne dagen.'), status: clockStatusSchema })
  .meta({ id: 'NextStep', description: 'Hvem som må gjøre hva, og innen når.' });

export const findingSchema = z
  .object({
    code: code('Avvikets kode.', 'unexpected-in-step'),
    fact: eventId,
    occurredOn: day('Dagen hendelsen er datert.', '2026-03-27'),
    rule: z.string().nullable().meta({ description: 'Regelen det gjelder.', example: 'FRIST-VURDERING' }),
    detail: z.record(z.string(), z.union([z.string(), list(z.string())])).meta({ description: 'Mer om avviket, med maskinkoder.', example: { step: 'utredning' } }),
  })
  .meta({ id: 'Finding', description: 'En hendelse som ikke passer. Den er beholdt, og noen må se på den.' });

export const alarmSchema = z
  .object({ code: z.literal('no-next-step').meta({ description: 'Pasienten har ikke noe neste steg.' }), from: day('Fra denne dagen.') })
  .meta({ id: 'Alarm', description: 'Noe er galt med selve forløpet.' });

export const requirementSchema = z
  .object({
    id: code('Kravets id.', 'HENVISNING-PROVER'),
    has: list(z.string()).meta({ description: 'Det som finnes.', example: ['anti-ccp'] }),
    missing: list(list(z.string())).meta({ description: 'Det som mangler. I hver liste er én av kodene nok.', example: [['acth'], ['pro-bnp']] }),
    optionalMissing: list(z.string()).meta({ description: 'Det som gjerne skulle vært med.', example: [] }),
  })
  .meta({ id: 'RequirementState', description: 'Hva et krav har og mangler.' });

export const refusalSchema = z
  .object({ code: code('Stabil kode.', 'step-does-not-allow'), sentence: text })
  .meta({ id: 'Refusal', description: 'Hvorfor noe ikke kan gjøres, eller hva det advares om.' });

export const commandStateSchema = z
  .object({
    command: code('Kommandoens id.', 'vurder'),
    allowed: z.boolean().meta({ description: 'Om den kan gis nå.', example: true }),
    refusal: refusalSchema.nullable().meta({ description: 'Hvorfor den ikke kan gis.' }),
    warnings: list(refusalSchema).meta({ description: 'Det den advarer om. Da trengs en begrunnelse.' }),
  })
  .meta({ id: 'CommandState', description: 'Om en kommando kan gis nå.' });

export const regimeSchema = z
  .object({
    definition: versionRef.meta({ description: 'Forløpets definisjon.' }),
    calendar: versionRef.meta({ description: 'Kalenderen som virkedager telles etter.' }),
    parameters: z.record(z.string(), scalar).meta({ description: 'Valg som ble gjort da forløpet begynte.', example: {} }),
  })
  .meta({ id: 'Regime', description: 'Reglene forløpet følger.' });

export const attributesSchema = z.record(z.string(), scalar).meta({ description: 'Verdier som hendelsene har satt.', example: { alvorlighetsgrad: 'moderat' } });

export const citationSchema = z
  .object({
    source: code('Kildens id i definisjonen.', 'pbrl'),
    title: words('Kildens tittel.', 'Lov om pasient- og brukerrettigheter'),
    locator: z.string().optional().meta({ description: 'Kapittel eller paragraf.', example: '§ 2-2' }),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
    note: z.string().optional().meta({ description: 'Sitat, eller hvordan kilden er lest.' }),
  })
  .meta({ id: 'Citation', description: 'Hvor en regel kommer fra.' });

export const spanSchema = z
  .object({ value: z.int().meta({ example: 10 }), unit: z.enum(['virkedag', 'dag', 'uke', 'maned', 'ar']).meta({ example: 'virkedag' }) })
  .meta({ id: 'Span', description: 'En lengde. Virkedager telles etter kalenderen, resten er kalendertid.' });
