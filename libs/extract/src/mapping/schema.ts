import { codeSystems } from '@forlop/compliance';
import * as z from 'zod';
import { dateFormats } from '../read/dates.js';

/** Messages that the sentences of `problems.ts` are built on are written as what is required. */
const text = z.string().regex(/\S/, 'en tekst som ikke er tom');
const column = text.meta({ description: 'Navnet på en kolonne, slik det står i overskriftslinjen.' });
const columns = z.union([column.transform((one) => [one]), z.array(column).min(1)]).meta({ description: 'En kolonne, eller flere som sammen er nøkkelen.' });
const codes = z.record(text, text).meta({ description: 'Uttrekkets kode → kode i forløpet. En kode som ikke står her, avvises.' });

/** What can stand between the columns of a CSV file. */
export const delimiters = [';', ',', '\t', '|'] as const;

const file = z.strictObject({
  format: z.enum(['csv', 'xlsx']).optional().meta({ description: 'Utelatt: etter filnavnet.' }),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le']).default('utf-8').meta({ description: 'Tegnsettet i en CSV-fil.' }),
  delimiter: z.enum(delimiters).default(';').meta({ description: 'Skilletegnet i en CSV-fil.' }),
  sheet: text.optional().meta({ description: 'Arket i en XLSX-fil. Utelatt: det første.' }),
  headerLine: z.number().int().min(1).max(100).default(1).meta({ description: 'Linjen med kolonnenavnene.' }),
});

const person = z.strictObject({
  number: column.optional().meta({ description: 'Fødselsnummer, D-nummer eller felles hjelpenummer.' }),
  birthDate: column.optional().meta({ description: 'Fødselsdato, for dem som ikke har nummer.' }),
  given: column.optional().meta({ description: 'Fornavn.' }),
  family: column.optional().meta({ description: 'Etternavn.' }),
});

const organisation = z.strictObject({
  column: column.optional().meta({ description: 'Kolonnen som sier hvilken enhet pasienten hører til.' }),
  value: text.optional().meta({ description: 'Når hele uttrekket gjelder én enhet.' }),
  by: z.enum(['resh', 'orgnr', 'her', 'name']).meta({ description: 'Hva kolonnen eller verdien er: RESH-id, organisasjonsnummer, HER-id eller navn.' }),
  codes: codes.optional(),
});

/** One value of an event's data. */
const field = z.strictObject({
  column: column.optional(),
  value: z.union([text, z.number(), z.boolean()]).optional().meta({ description: 'Den samme verdien i alle linjer.' }),
  codes: codes.optional(),
  codeSystem: z.enum(codeSystems).optional().meta({ description: 'Offisielt kodeverk som verdien må være en kode i.' }),
  separator: text.optional().meta({ description: 'Skiller flere koder i én celle.' }),
  default: text.optional().meta({ description: 'Verdien når cellen er tom.' }),
});

const condition = z.strictObject({
  column,
  is: z.array(text).min(1).optional().meta({ description: 'Cellen må være en av disse. Utelatt: cellen må ha noe i seg.' }),
});

const event = z.strictObject({
  event: text.meta({ description: 'Hendelsestypen i forløpet, se docs/events.md.' }),
  name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'små bokstaver, tall og bindestrek').optional().meta({ description: 'Skiller to oppføringer av samme hendelsestype. Del av hendelsens identitet: endre den aldri.' }),
  on: column.meta({ description: 'Kolonnen med dagen det hendte. Er cellen tom, hendte det ikke.' }),
  when: z.union([condition.transform((one) => [one]), z.array(condition).min(1)]).optional().meta({ description: 'Linjene som hendelsen leses av. Alle vilkårene må være oppfylt.' }),
  id: z.union([columns, z.strictObject({ content: z.literal(true) })]).optional().meta({ description: 'Hva som skiller hendelsen fra andre av samme slag i henvisningen. Utelatt: det er bare én. content: dagen og innholdet selv.' }),
  data: z.record(text, field).default({}),
});

/** A saved mapping: how the columns of an extract are read as the events of a pathway. */
export const mappingSchema = z
  .strictObject({
    $schema: z.string().optional(),
    mapping: z.literal('forlop-uttrekk/1').meta({ description: 'Formatet til dette dokumentet.' }),
    title: text,
    system: z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'en URI, for eksempel urn:sykehuset:journal').meta({ description: 'Systemet uttrekket kommer fra, som URI. Del av hendelsenes identitet: endre den aldri.' }),
    definition: text.meta({ description: 'Forløpet henvisningene hører til.' }),
    version: text.optional().meta({ description: 'Versjonen av forløpet. Utelatt: den nyeste.' }),
    file: file.prefault({}),
    dates: z.union([z.enum(dateFormats).transform((one) => [one]), z.array(z.enum(dateFormats)).min(1)]).meta({ description: 'Hvordan datoene er skrevet.' }),
    referral: columns.meta({ description: 'Hva som skiller en henvisning fra alle andre i systemet.' }),
    person,
    organisation,
    beforeReceipt: z.enum(['refuse', 'keep']).default('refuse').meta({ description: 'Hendelser dagsatt før henvisningen kom: avvis linjen, eller ta den med, så den vises som avvik.' }),
    events: z.array(event).min(1),
  })
  .meta({ title: 'Forløp: kartlegging av et uttrekk' });

/** A mapping as it is read: what may be written in two ways is in one. */
export type Mapping = z.output<typeof mappingSchema>;
export type MappedEvent = Mapping['events'][number];
export type MappedField = MappedEvent['data'][string];
