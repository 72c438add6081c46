import * as z from 'zod';
import { citationSchema, clockKey, clockKind, clockRowSchema, clockStatusSchema, ruleStatusSchema, spanSchema } from './kernel.js';
import { code, day, dayOrNull, instant, list, position, words } from './parts.js';
import { explanationExample } from './examples.js';

const usedEvent = z
  .object({
    part: z.enum(['start', 'due', 'met', 'ended', 'booking', 'postponement']).meta({ description: 'Hva hendelsen bestemte.', example: 'start' }),
    id: z.string().meta({ description: 'Hendelsens id, eller fødselsdagen som den bygger på.', example: '0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12' }),
    type: code('Hendelsestype.', 'henvisningMottatt'),
    occurredOn: day('Dagen det hendte.', '2026-03-20'),
    recordedAt: instant('Da det ble registrert.').nullable(),
    correctedBy: list(z.string()).meta({ description: 'Rettelser av hendelsen, den første først.', example: [] }),
  })
  .meta({ id: 'UsedEvent', description: 'En hendelse som fristen bygger på.' });

const skippedDay = z
  .object({
    date: day('Dagen.', '2026-04-02'),
    reasons: list(z.object({ kind: z.enum(['weekday', 'holiday', 'closed']), name: words('Hvorfor.', 'Skjærtorsdag') })),
  })
  .meta({ id: 'SkippedDay', description: 'En dag som ikke er talt med.' });

export const shownInterval = z
  .object({
    status: clockStatusSchema,
    from: day('Fra og med.', '2026-03-20'),
    to: dayOrNull('Til og med. Uten verdi: vises fortsatt.', '2026-03-30'),
    dueOn: dayOrNull('Fristen som ble vist.'),
    knownAt: position,
  })
  .meta({ id: 'ShownInterval', description: 'Hva listene viste da, med det som var registrert da.' });

/** Why a deadline is what it is (WHY-1). */
export const explanationSchema = z
  .object({
    clockKey,
    rule: z.object({ id: code('Regelens id.', 'FRIST-VURDERING'), title: words('Tittel.', 'Vurdering av henvisningen'), status: ruleStatusSchema, kind: clockKind }),
    value: spanSchema.nullable().meta({ description: 'Lengden. Uten verdi: en person satte datoen, eller det er ingen grense.' }),
    sources: list(citationSchema).meta({ description: 'Kildene som gjaldt da fristen begynte.' }),
    versions: z
      .object({ definition: z.string(), calendar: z.string(), kernel: z.string() })
      .meta({ description: 'Versjonene som ble brukt.', example: { definition: 'langvarig-utmattelse 2026.1', calendar: 'norge 2026.1', kernel: '1' } }),
    status: clockStatusSchema,
    row: clockRowSchema,
    events: list(usedEvent),
    skipped: list(skippedDay).meta({ description: 'Dager som ikke er talt med, når det telles i virkedager.' }),
    shown: list(shownInterval),
    sentences: list(z.string()).meta({
      description: 'Det hele i klart språk, én setning om gangen.',
      example: ['Siste dag er onsdag 8. april 2026: 10 virkedager etter at den begynte.'],
    }),
  })
  .meta({ id: 'Explanation', example: explanationExample, description: 'Hvorfor en frist er som den er: regel, verdi, kilde, versjoner og hendelser.' });
