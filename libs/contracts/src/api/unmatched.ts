import * as z from 'zod';
import { code, instant, list, pathwayId, uuid, words, writing } from './parts.js';

const messageId = uuid('Meldingens id her.', '0198c0de-5555-7000-8000-000000000005');
const orNull = (description: string, example: string | null) => z.string().nullable().meta({ description, example });
const at = (description: string) => instant(description).nullable();
const count = (description: string, example: number) => z.int().min(0).meta({ description, example });

const fields = {
  id: messageId,
  channel: z.enum(['email', 'dialogmelding', 'webhook']).meta({ description: 'Veien den kom.', example: 'dialogmelding' }),
  kind: z.enum(['app-rec', 'dialogmelding', 'unreadable']).meta({ description: 'app-rec: en kvittering. dialogmelding: noen skriver. unreadable: den kan ikke leses.', example: 'dialogmelding' }),
  code: code('Hvorfor den ikke hører til noe: unknown-message, wrong-sender, eller unreadable-…', 'unknown-message'),
  senderHerId: orNull('HER-id-en den kom fra, etter transporten.', '80123'),
  receiverHerId: orNull('HER-id-en den kom til. Virksomheten med den har meldingen.', '8000001'),
  receivedAt: instant('Når den kom.'),
  owner: orNull('Hvem som tar seg av den; null: ingen ennå.', 'person:0198c0de-4444-7000-8000-000000000004'),
  settledAt: at('Når den ble avklart.'),
  settledBy: orNull('Hvem som avklarte den.', null),
  outcome: z.enum(['attached', 'set-aside']).nullable().meta({ description: 'attached: lagt på et forløp. set-aside: lagt til side.', example: null }),
};

const example = {
  id: '0198c0de-5555-7000-8000-000000000005', channel: 'dialogmelding', kind: 'dialogmelding', code: 'unknown-message', senderHerId: '80123', receiverHerId: '8000001', receivedAt: '2026-03-20T09:15:00.000Z',
  owner: null, settledAt: null, settledBy: null, outcome: null,
};

export const unmatchedSchema = z.object(fields).meta({ id: 'UnmatchedMessage', description: 'En melding som ikke hører til noe. Hva den sier, står ikke her.', example });

export const unmatchedQuerySchema = z.strictObject({
  settled: z.enum(['true', 'false']).transform((given) => given === 'true').optional().meta({ description: 'true: de som er avklart. Uten verdi: de som venter.', example: 'false' }),
  cursor: z.string().min(1).max(100).meta({ description: 'nextCursor fra siden før.' }).optional(),
  limit: z.coerce.number().int().min(1).max(200).meta({ description: 'Antall rader, høyst 200. Uten verdi: 50.', example: 50 }).optional(),
});

export const unmatchedPageSchema = z
  .object({
    rows: list(unmatchedSchema),
    more: z.boolean().meta({ description: 'Det finnes flere rader etter denne siden.', example: false }),
    nextCursor: z.string().nullable().meta({ description: 'Send den som cursor for å få neste side. Uten verdi: dette var den siste.' }),
  })
  .meta({ id: 'UnmatchedPage', description: 'En side av listen, den eldste først.', example: { rows: [example], more: false, nextCursor: null } });

export const unmatchedCountsSchema = z
  .object({ open: count('Meldinger som venter.', 2), unowned: count('Av dem: ingen tar seg av.', 1), oldestReceivedAt: at('Når den eldste kom.') })
  .meta({ id: 'UnmatchedCounts', description: 'Hvor mange som venter.', example: { open: 2, unowned: 1, oldestReceivedAt: '2026-03-20T09:15:00.000Z' } });

const entry = z.object({
  at: instant('Når.'),
  what: z.enum(['opened', 'given', 'attached', 'set-aside', 'forgotten']).meta({ description: 'Hva som skjedde.', example: 'opened' }),
  actor: words('Hvem.', 'person:0198c0de-4444-7000-8000-000000000004'),
  owner: orNull('Hvem den ble gitt til.', null),
});

export const unmatchedOpenedSchema = z
  .object({
    ...fields,
    text: orNull('Hva den sier; null når den ikke kan leses, er lagt på et forløp, eller er glemt.', 'Pasienten har time 10. april.'),
    content: orNull('Dokumentet slik det kom, i base64.', 'PE1zZ0hlYWQ+PC9Nc2dIZWFkPg=='),
    reason: orNull('Hvorfor den ble lagt til side.', null),
    entries: list(entry).meta({ description: 'Alt som har skjedd med den, det eldste først.' }),
  })
  .meta({
    id: 'UnmatchedOpened', description: 'En melding som er åpnet.',
    example: { ...example, text: 'Pasienten har time 10. april.', content: 'PE1zZ0hlYWQ+PC9Nc2dIZWFkPg==', reason: null, entries: [{ at: '2026-03-20T09:20:00.000Z', what: 'opened', actor: 'person:0198c0de-4444-7000-8000-000000000004', owner: null }] },
  });

export const unmatchedOwnerSchema = z
  .strictObject({ person: z.uuid({ error: 'Id-en må være en UUID.' }).nullable().optional().meta({ description: 'Id-en til den som skal ta seg av den (GET /me). Uten verdi: du selv. null: ingen.', example: '0198c0de-4444-7000-8000-000000000004' }) })
  .meta({ id: 'UnmatchedOwner', description: 'Hvem som tar seg av meldingen.', example: {} });

export const unmatchedAttachmentSchema = z
  .strictObject({ pathwayId, text: writing('Hva som skal stå på forløpet. Uten verdi: det meldingen sier. Må oppgis når den ikke kan leses.', 'Fastlegen skriver at pasienten har time 10. april.', 10_000).optional() })
  .meta({ id: 'UnmatchedAttachment', description: 'Forløpet som meldingen hører til.', example: { pathwayId: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11' } });

export const unmatchedAttachedSchema = z.object({ ...fields, pathwayId }).meta({
  id: 'UnmatchedAttached', description: 'Meldingen er lagt på forløpet.',
  example: { ...example, settledAt: '2026-03-20T09:30:00.000Z', settledBy: 'person:0198c0de-4444-7000-8000-000000000004', outcome: 'attached', pathwayId: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11' },
});

export const setAsideRequestSchema = z
  .strictObject({ reason: writing('Hvorfor. Forsegles.', 'Kvittering for en melding som et annet system har sendt.') })
  .meta({ id: 'SetAsideRequest', description: 'Hvorfor meldingen legges til side.', example: { reason: 'Kvittering for en melding som et annet system har sendt.' } });
