import type { OsloDate } from '@forlop/calendar';
import * as z from 'zod';
import { hprNumberSchema, organisationIdentifierFault, systems } from './identifiers.js';
import { osloDateSchema } from './oslo-date.js';
import { personIdentifierSchema } from './person-identifier.js';

/** A date with its own description and example; all dates are Oslo calendar dates. */
function date(description: string, example: string): z.ZodType<OsloDate, string> {
  return osloDateSchema.meta({ description, example });
}

function text(description: string, example: string, longest = 1000) {
  return z.string().min(1).max(longest).regex(/\S/, 'Teksten kan ikke være tom.').meta({ description, example });
}

const sourceSchema = z
  .strictObject({
    kind: z.enum(['fhir', 'api', 'import']).meta({ description: 'Døren henvisningen kom inn gjennom.', example: 'fhir' }),
    system: text('Systemet som har gitt henvisningen identifikatoren sin, som URI.', 'http://helsenorge.no/fhir/identifiers/uuid'),
    id: text('Identifikatoren i det systemet.', '5f0c7c5e-6a0e-4c53-9f0b-7d1f2b1f5a11'),
  })
  .meta({ description: 'Hvor henvisningen kommer fra. Samme system og id er samme henvisning, også når den sendes flere ganger.' });

const nameSchema = z
  .strictObject({
    given: z.string().max(500).meta({ description: 'For- og mellomnavn. Tomt når det ikke er kjent, for eksempel for en nyfødt.', example: 'Kari Marie' }),
    family: z.string().max(500).meta({ description: 'Etternavn. Tomt når det ikke er kjent.', example: 'Testesen' }),
  })
  .refine((name) => /\S/.test(name.given + name.family), 'Navnet må ha fornavn eller etternavn.')
  .meta({ description: 'Navn.' });

const addressSchema = z
  .strictObject({
    lines: z.array(text('Adresselinje.', 'Storgata 1')).optional().meta({ description: 'Adresselinjer uten postnummer og sted.', example: ['Storgata 1'] }),
    postalCode: text('Postnummer.', '0155', 20).optional(),
    city: text('Poststed.', 'Oslo').optional(),
    country: text('Land, når det ikke er Norge.', 'SE').optional(),
  })
  .meta({ description: 'Adresse.' });

export const sexSchema = z.enum(['kvinne', 'mann', 'annet', 'ukjent']).meta({ description: 'Kjønn slik avsenderen oppgir det.', example: 'kvinne' });

export const protectionSchema = z
  .enum(['ingen', 'fortrolig', 'strengtFortrolig'])
  .meta({ description: 'Adressebeskyttelse i Folkeregisteret (fortrolig: kode 7, strengt fortrolig: kode 6).', example: 'ingen' });

export const patientSchema = z
  .strictObject({
    identifier: personIdentifierSchema.optional(),
    birthDate: date('Fødselsdato.', '2010-04-15').optional(),
    name: nameSchema.optional(),
    sex: sexSchema.optional(),
    address: addressSchema.optional(),
    phone: text('Telefonnummer.', '+47 99 99 99 99', 100).optional(),
    protection: protectionSchema.optional(),
  })
  .refine((patient) => patient.identifier ?? patient.birthDate ?? patient.name, 'Pasienten må ha nummer, fødselsdato eller navn.')
  .meta({ description: 'Pasienten. Nummeret kan mangle, for eksempel for en nyfødt eller en person uten norsk nummer.' });

/** An organisation by number, name or both. System and value belong together. */
const organisationSchema = z
  .strictObject({
    system: text('System for nummeret: organisasjonsnummer, RESH-id eller HER-id, som URI.', systems.organisasjonsnummer).optional(),
    value: text('Nummeret.', '310000000', 50).optional(),
    name: text('Navn.', 'Utmarka sykehus, barneavdelingen').optional(),
  })
  .superRefine((organisation, context) => {
    const { system, value, name } = organisation;
    if ((system === undefined) !== (value === undefined)) {
      context.addIssue({ code: 'custom', path: [system === undefined ? 'system' : 'value'], message: 'System og nummer må oppgis sammen.' });
    } else if (system !== undefined && value !== undefined) {
      const fault = organisationIdentifierFault(system, value);
      if (fault) {
        context.addIssue({ code: 'custom', path: ['value'], message: fault });
      }
    } else if (name === undefined) {
      context.addIssue({ code: 'custom', message: 'Virksomheten må ha nummer eller navn.' });
    }
  });

const referrerSchema = z
  .strictObject({
    hpr: hprNumberSchema.optional(),
    name: text('Henviserens navn.', 'Lege Legesen').optional(),
    organisation: organisationSchema.optional().meta({ description: 'Henviserens virksomhet, for eksempel legekontoret.' }),
  })
  .meta({ description: 'Den som har henvist.' });

const codeSchema = z
  .strictObject({
    system: text('Kodeverket, som URI.', systems.icpc2),
    code: text('Koden.', 'A04', 100),
    display: text('Kodens tekst.', 'Slapphet/tretthet').optional(),
  })
  .meta({ description: 'Kode fra et kodeverk, vanligvis ICPC-2 eller ICD-10.' });

export const groundsSchema = z
  .enum(['usikker-diagnose', 'usikker-etter-konferering', 'pasienten-aksepterer-ikke'])
  .meta({
    description: 'Henvisningsgrunn for voksne: diagnosen er usikker, legen er usikker etter å ha konferert, eller pasienten aksepterer ikke konklusjonen.',
    example: 'usikker-diagnose',
  });

/** Severity (SEV-1). */
export const severitySchema = z
  .enum(['mild', 'moderat', 'alvorlig', 'svaert-alvorlig'])
  .meta({ description: 'Alvorlighetsgrad.', example: 'moderat' });

export const prioritySchema = z
  .enum(['routine', 'urgent', 'asap', 'stat'])
  .meta({ description: 'Hastegrad slik FHIR koder den: rutine, haster, så snart som mulig, øyeblikkelig hjelp.', example: 'routine' });

/**
 * A referral as every door (FHIR, import, form) hands it to the core: only what has been read and checked.
 * Dates are Oslo calendar dates. Strict: an unknown field is an error, so that nothing a sender wrote is lost unseen.
 */
export const referralSchema = z
  .strictObject({
    source: sourceSchema,
    patient: patientSchema,
    referrer: referrerSchema.optional(),
    receiver: organisationSchema.optional().meta({ description: 'Virksomheten eller enheten i spesialisthelsetjenesten som henvisningen er sendt til.' }),
    mottattdato: date('Dagen henvisningen ble mottatt i spesialisthelsetjenesten. Fristen for vurdering løper fra denne.', '2026-03-20'),
    ansiennitetsdato: date('Første mottaksdato i spesialisthelsetjenesten, som følger pasienten ved overføring.', '2026-03-20').optional(),
    fristForVurdering: date('Fristen for vurdering som avsenderen oppgir.', '2026-04-08').optional(),
    fristForHelsehjelp: date('Den juridiske fristen for når helsehjelpen senest skal starte, når den alt er satt.', '2026-06-12').optional(),
    vurdertDato: date('Dagen henvisningen ble vurdert, når det alt er gjort.', '2026-03-27').optional(),
    priority: prioritySchema.optional(),
    reasonCodes: z.array(codeSchema).meta({ description: 'Diagnoser og årsaker til henvisningen. Listen kan være tom.', example: [{ system: systems.icpc2, code: 'A04' }] }),
    grounds: groundsSchema.optional(),
    functionLossPercent: z.number().min(0).max(100).optional().meta({ description: 'Tap av funksjon i prosent (0–100).', example: 60 }),
    severity: severitySchema.optional(),
    testsDone: z
      .array(text('Id for undersøkelsen i forløpets definisjon.', 'anti-ccp', 100))
      .optional()
      .meta({ description: 'Undersøkelser som er gjort før henvisning.', example: ['anti-ccp', 'acth', 'pro-bnp'] }),
    text: z
      .string()
      .min(1)
      .regex(/\S/, 'Teksten kan ikke være tom.')
      .optional()
      .meta({ description: 'Henvisningens fritekst.', example: 'Økende utmattelse etter infeksjon.' }),
    definition: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Id-en til et forløp har små bokstaver, tall og bindestrek.')
      .optional()
      .meta({ description: 'Forløpet henvisningen gjelder, når avsenderen vet det.', example: 'langvarig-utmattelse' }),
  })
  .meta({ description: 'En henvisning slik alle dører leverer den til kjernen.' });

export type Referral = z.infer<typeof referralSchema>;
export type ReferralPatient = Referral['patient'];
export type ReferralOrganisation = NonNullable<Referral['receiver']>;
export type ReferralReferrer = NonNullable<Referral['referrer']>;
export type ReferralCode = Referral['reasonCodes'][number];
export type ReferralPriority = z.infer<typeof prioritySchema>;
