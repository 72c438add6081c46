import * as z from 'zod';
import { herIdSchema, organisasjonsnummerSchema } from '../identifiers.js';
import { code, instant, list, uuid, words, writing } from './parts.js';

const subscriberId = uuid('Abonnentens id.', '0198c0de-8888-7000-8000-000000000008');
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** TLS everywhere but on this machine: in production the courier refuses that too. */
function isPostable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname)));
}

const url = z
  .string()
  .max(2000)
  .refine(isPostable, 'Adressen må begynne med https:// og kan ikke ha brukernavn eller passord.')
  .meta({ description: 'Adressen det sendes til. Over TLS, uten brukernavn og passord. Om den ligger i et lukket nett, avgjøres når det sendes.', example: 'https://journal.legekontor.example/forlop' });

const served = z
  .union([
    z.strictObject({ herId: herIdSchema }),
    z.strictObject({ orgNumber: organisasjonsnummerSchema }),
    z.strictObject({ receiverId: uuid('En mottaker av påminnelser; aldri en pasient.', '0198c0de-9999-7000-8000-000000000009') }),
  ])
  .meta({ description: 'Hvem abonnenten betjener: et kontor etter HER-id eller organisasjonsnummer, eller én mottaker.', example: { herId: '80123' } });

const label = writing('Hva abonnenten kalles.', 'Prøvevik legekontor, journalsystem', 200);
const serves = list(served);

export const subscriberRequestSchema = z
  .strictObject({ label, url, serves: z.array(served).min(1).max(100) })
  .meta({ id: 'SubscriberRequest', description: 'Et journalsystem som skal få påminnelser.', example: { label: 'Prøvevik legekontor, journalsystem', url: 'https://journal.legekontor.example/forlop', serves: [{ herId: '80123' }] } });

export const rotationRequestSchema = z
  .strictObject({ previousDays: z.int().min(0).max(30).meta({ description: 'Så mange dager signerer også den forrige hemmeligheten. 0: den slutter nå, for eksempel fordi den er kommet på avveie.', example: 7 }) })
  .meta({ id: 'RotationRequest', description: 'Bytte av hemmelighet.', example: { previousDays: 7 } });

export const endSubscriberRequestSchema = z
  .strictObject({ why: writing('Hvorfor.', 'Kontoret har byttet journalsystem.') })
  .meta({ id: 'EndSubscriberRequest', description: 'Hvorfor abonnementet avsluttes.', example: { why: 'Kontoret har byttet journalsystem.' } });

const count = (description: string, example: number) => z.int().min(0).meta({ description, example });
const at = (description: string) => instant(description).nullable();
const reason = (description: string) => z.string().nullable().meta({ description, example: 'http-503' });

const subscriberExample = {
  id: '0198c0de-8888-7000-8000-000000000008', label: 'Prøvevik legekontor, journalsystem', url: 'https://journal.legekontor.example/forlop', serves: [{ herId: '80123' }],
  registeredBy: 'person:0198c0de-4444-7000-8000-000000000004', registeredAt: '2026-03-20T09:15:00.000Z', rotatedAt: null, previousUntil: null, endedAt: null, endedBy: null, endedWhy: null,
  ping: { askedAt: '2026-03-20T09:16:00.000Z', doneAt: '2026-03-20T09:16:03.000Z', code: null },
  figures: { sent: 14, underWay: 0, dead: 0, lastSentAt: '2026-03-27T08:00:00.000Z', lastFailedAt: null, lastCode: null },
};

export const subscriberSchema = z
  .object({
    id: subscriberId, label, url, serves,
    registeredBy: words('Hvem som registrerte den.', 'person:0198c0de-4444-7000-8000-000000000004'),
    registeredAt: instant('Når.'),
    rotatedAt: at('Når hemmeligheten sist ble byttet.'),
    previousUntil: at('Så lenge signerer også den forrige hemmeligheten.'),
    endedAt: at('Når den ble avsluttet.'),
    endedBy: reason('Hvem som avsluttet den. system:courier: abonnenten selv (410).'),
    endedWhy: reason('Hvorfor.'),
    ping: z
      .object({ askedAt: instant('Når noen ba om den.'), doneAt: at('Når den ble sendt; null: ikke ennå.'), code: reason('Hvorfor den ikke ble tatt imot; null når den ble det.') })
      .nullable()
      .meta({ description: 'Siste prøvemelding.' }),
    figures: z
      .object({
        sent: count('Påminnelser som er tatt imot.', 14),
        underWay: count('Påminnelser som sendes eller prøves på nytt nå.', 0),
        dead: count('Påminnelser som er gitt opp. Koordinatorene har dem.', 0),
        lastSentAt: at('Sist noe ble tatt imot.'),
        lastFailedAt: at('Sist noe ble gitt opp.'),
        lastCode: reason('Hvorfor.'),
      })
      .meta({ description: 'Hvordan det går.' }),
  })
  .meta({ id: 'Subscriber', description: 'Et journalsystem som får påminnelser. Hemmeligheten vises aldri.', example: subscriberExample });

export const subscribersSchema = z.object({ subscribers: list(subscriberSchema) }).meta({ id: 'Subscribers', description: 'Alle abonnenter, også de som er avsluttet.', example: { subscribers: [subscriberExample] } });

export const subscriberSecretSchema = z
  .object({
    subscriber: subscriberSchema,
    secret: code('Hemmeligheten (Standard Webhooks, whsec_…). Vises bare her, bare denne ene gangen: null når forespørselen er sendt på nytt.', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=').nullable(),
  })
  .meta({ id: 'SubscriberSecret', description: 'Abonnenten med ny hemmelighet.', example: { subscriber: subscriberExample, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=' } });
