import * as z from 'zod';
import { ruleStatusSchema } from './kernel.js';
import { code, day, jsonValue, list, text, versionRef, words } from './parts.js';
import { calendarExample, definitionExample } from './examples.js';

export const definitionSummarySchema = z
  .object({
    id: code('Id.', 'langvarig-utmattelse'),
    version: code('Versjon.', '2026.1'),
    title: text,
    description: text.optional(),
    status: ruleStatusSchema,
    validFrom: day('Gjelder fra.', '2026-01-01'),
    validTo: day('Gjelder til og med.', '2027-12-31').optional(),
    calendar: versionRef,
  })
  .meta({ id: 'DefinitionSummary', description: 'Et standardisert forløp i én versjon.' });

export const definitionsSchema = z.object({ definitions: list(definitionSummarySchema) }).meta({ id: 'Definitions', example: { definitions: [definitionExample] }, description: 'Alle definisjoner og versjoner.' });

/** Which pathways a referral may be taken in on; with a code, which of them the code leads to. Both or neither. */
export const referralChoicesQuerySchema = z
  .strictObject({
    system: code('Kodeverket til årsaken, som URI.', 'urn:oid:2.16.578.1.12.4.1.1.7170').optional(),
    code: z.string().min(1).max(100).meta({ description: 'Koden for årsaken til henvisningen.', example: 'A04' }).optional(),
  })
  .refine(({ system, code: reason }) => (system === undefined) === (reason === undefined), 'Kodeverk og kode må oppgis sammen.');

export const referralChoicesSchema = z
  .object({
    choices: list(z.object({ id: code('Id. Den oppgis som definition i henvisningen.', 'langvarig-utmattelse'), version: code('Versjonen som gjelder i dag.', '1.0.0'), title: text })),
    byReason: z.string().nullable().meta({ description: 'Forløpet som koden fører til, når henvisningen ikke nevner noe forløp. Null: en person må velge.', example: 'langvarig-utmattelse' }),
  })
  .meta({
    id: 'ReferralChoices', description: 'Forløpene en henvisning kan tas inn i.',
    example: { choices: [{ id: 'langvarig-utmattelse', version: '1.0.0', title: { nb: 'Langvarig utmattelse' } }], byReason: 'langvarig-utmattelse' },
  });

/** The whole definition as data; its own JSON Schema says what each part is. */
export const definitionSchema = z
  .looseObject({ id: code('Id.', 'langvarig-utmattelse'), version: code('Versjon.', '2026.1'), title: text, status: ruleStatusSchema })
  .catchall(jsonValue)
  .meta({ id: 'Definition', example: definitionExample, description: 'Definisjonen slik den er lastet: regler, kilder, steg, hendelser, frister og kommandoer.' });

const holiday = z
  .object({
    name: words('Navn.', 'Skjærtorsdag'),
    month: z.int().optional(),
    day: z.int().optional(),
    easterOffset: z.int().optional().meta({ description: 'Dager fra første påskedag.', example: -3 }),
    date: day('Én bestemt dag.', '2026-12-24').optional(),
    validFrom: day('Fra.', '2026-01-01').optional(),
    validTo: day('Til og med.', '2026-12-31').optional(),
  })
  .meta({ id: 'NonWorkingDay', description: 'En dag som ikke er virkedag.' });

export const calendarsSchema = z
  .object({
    calendars: list(
      z
        .object({
          id: code('Id.', 'norge'),
          version: code('Versjon.', '2026.1'),
          title: words('Tittel.', 'Norske virkedager'),
          source: words('Loven eller vedtaket dagene kommer fra.', 'Lov om helligdager og helligdagsfred'),
          workingWeekdays: list(z.int()).meta({ description: 'Ukedager som telles, 1 er mandag.', example: [1, 2, 3, 4, 5] }),
          holidays: list(holiday),
          extraClosed: list(holiday).optional(),
        })
        .meta({ id: 'Calendar', description: 'Hvilke dager som er virkedager.' }),
    ),
  })
  .meta({ id: 'Calendars', example: { calendars: [calendarExample] }, description: 'Alle kalendere.' });
