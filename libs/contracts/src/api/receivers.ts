import * as z from 'zod';
import { hprNumberSchema } from '../identifiers.js';
import { day, dayOrNull, instant, uuid } from './parts.js';

const receiverId = (description: string) => uuid(description, '0198c0de-9999-7000-8000-000000000009');

const chosen = {
  channel: z.enum(['email', 'dialogmelding', 'webhook']).nullable().meta({ description: 'Ønsket vei; null: den huset foretrekker. Brukes når huset har den og adressen er kjent.', example: 'email' }),
  frequency: z.enum(['each', 'daily', 'weekly']).meta({ description: 'each: når de kommer. daily: samlet kl. 9. weekly: samlet på mandag.', example: 'daily' }),
  maxPerWeek: z.int().min(1).max(100).nullable().meta({ description: 'Høyst så mange i uken; resten venter til neste. Gjelder ikke det koordinatoren overtar, og det som trekkes tilbake. null: ingen grense.', example: 10 }),
  language: z.enum(['nb', 'nn', 'en']).meta({ description: 'Språket.', example: 'nb' }),
};

export const preferencesRequestSchema = z
  .strictObject({
    ...chosen,
    away: z.strictObject({ from: day('Første dag borte.', '2026-07-06'), to: day('Siste dag borte; null: inntil videre.', '2026-07-24').nullable() }).nullable().meta({ description: 'Fravær; null: ikke borte.' }),
    standIn: z.union([z.strictObject({ id: receiverId('Vikaren, som mottaker.') }), z.strictObject({ hprNumber: hprNumberSchema })]).nullable().meta({ description: 'Hvem som svarer under fravær, etter id eller HPR-nummer; null: ingen, og koordinatoren får vite det.', example: { hprNumber: '9144889' } }),
  })
  .refine(({ away }) => away === null || away.to === null || away.to >= away.from, { error: 'Siste dag borte kan ikke være før den første.', path: ['away', 'to'] })
  .meta({
    id: 'PreferencesRequest', description: 'Alt en mottaker kan velge. Det som sto før, erstattes.',
    example: { channel: 'email', frequency: 'daily', maxPerWeek: 10, language: 'nb', away: { from: '2026-07-06', to: '2026-07-24' }, standIn: { hprNumber: '9144889' } },
  });

const detail = (description: string, example: string | null) => z.string().nullable().meta({ description, example });

export const receiverSchema = z
  .object({
    id: receiverId('Mottakerens id.'),
    name: detail('Navn; null for pasienter, som står i journalen sin.', 'Lege Legesen'),
    email: detail('E-post.', 'lege@kontor.example'),
    hprNumber: detail('HPR-nummer.', '9144889'),
    herId: detail('HER-id.', '80123'),
    ...chosen,
    awayFrom: dayOrNull('Første dag borte.'),
    awayTo: dayOrNull('Siste dag borte.'),
    standInId: receiverId('Vikaren.').nullable(),
    unreachable: detail('Hvorfor adressen ikke brukes: den tok ikke imot.', null),
    undigestedAt: instant('Når samlemeldinger ble meldt av: hver påminnelse kommer for seg.').nullable(),
  })
  .meta({
    id: 'Receiver', description: 'En mottaker av påminnelser, og det som er valgt.',
    example: {
      id: '0198c0de-9999-7000-8000-000000000009', name: 'Lege Legesen', email: 'lege@kontor.example', hprNumber: '9144889', herId: '80123', channel: 'email', frequency: 'daily', maxPerWeek: 10, language: 'nb',
      awayFrom: '2026-07-06', awayTo: '2026-07-24', standInId: null, unreachable: null, undigestedAt: null,
    },
  });
