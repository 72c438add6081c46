import * as z from 'zod';
import { referralSchema } from '../referral.js';
import { code, day, list, pathwayId, position, uuid, words, writing } from './parts.js';
import { intakeResultExample, referralExample } from './examples.js';

/** Why a referral could not be accepted. */
export const intakeReason = z
  .object({
    code: code('Stabil kode.', 'ugyldig-fodselsnummer'),
    path: z.string().optional().meta({ description: 'Hvor i det som ble sendt.', example: 'Patient.identifier[0].value' }),
    sentence: words('Hva som er feil.', 'Fødselsnummeret er ikke gyldig: kontrollsifrene stemmer ikke.'),
  })
  .meta({ id: 'IntakeReason', description: 'Hvorfor en henvisning ikke kunne godtas.' });

/** A referral as it is sent to the API. */
export const referralRequestSchema = referralSchema.meta({ id: 'Referral', description: 'En henvisning.', example: referralExample });

/** What became of a referral. */
export const intakeResultSchema = z
  .object({
    outcome: z.enum(['created', 'appended', 'same', 'corrected', 'quarantined']).meta({
      description:
        'created: nytt forløp. appended: pasienten har alt et forløp for det samme, og henvisningen står der. same: henvisningen var mottatt før; står det noe i reasons, ligger den fortsatt i karantene. ' +
        'corrected: den var mottatt før med et annet innhold, og det nye er registrert som en retting. ' +
        'quarantined: den kunne ikke godtas, og følges opp fra mottaksdagen.',
      example: 'created',
    }),
    pathwayId,
    patientId: uuid('Pasientens id her.', '0198c0de-7777-7000-8000-000000000007'),
    position,
    reasons: list(intakeReason).meta({ description: 'Hvorfor den er i karantene. Ellers tom.', example: [] }),
  })
  .meta({ id: 'IntakeResult', example: intakeResultExample, description: 'Hva som ble av henvisningen.' });

/** How a quarantine ends. */
export const quarantineReleaseSchema = z
  .discriminatedUnion('as', [
    z.strictObject({ as: z.literal('accepted').meta({ description: 'Rettet og tatt inn.' }), referral: referralRequestSchema, on: day('Dagen det ble avklart.', '2026-03-23') }),
    z.strictObject({ as: z.literal('discarded').meta({ description: 'Det var ikke en henvisning.' }), reason: writing('Hvorfor.', 'Sendt til feil mottaker, avsenderen er varslet.', 4000), on: day('Dagen det ble avklart.', '2026-03-23') }),
  ])
  .meta({ id: 'QuarantineRelease', description: 'Slik ender karantenen.', example: { as: 'discarded', reason: 'Testmelding, avsenderen er varslet.', on: '2026-03-23' } });
