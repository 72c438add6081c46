import * as z from 'zod';
import { code, eventData, eventId, instant, list, position, words, day } from './parts.js';

/** One thing wrong with a request. */
export const problemErrorSchema = z
  .object({
    path: z.string().meta({ description: 'JSON-peker til feltet i det som ble sendt. Tom når feilen gjelder det hele.', example: '/data/utfall' }),
    code: code('Stabil kode for feilen.', 'unknown-code'),
    sentence: words('Hva som er feil, og hva som skal til.', 'Utfall må være en av kodene rett, avslag, rad og videresendt.'),
  })
  .meta({ id: 'ProblemError', description: 'Én feil i forespørselen.' });

/** An event without what is sealed. */
export const recordedEventSchema = z
  .object({
    id: eventId,
    position,
    seq: z.int().meta({ description: 'Nummer i forløpet, fra 1.', example: 4 }),
    kind: z.enum(['fact', 'decision', 'observation']).meta({ description: 'fact: noe som hendte. decision: et valg en person tok. observation: noe systemet selv så eller gjorde.', example: 'decision' }),
    type: code('Hendelsestype.', 'vurdert'),
    occurredOn: day('Dagen det hendte.', '2026-03-27'),
    recordedAt: instant('Da det ble registrert.'),
    data: eventData,
    corrects: eventId.nullable().meta({ description: 'Hendelsen som denne retter.' }),
    retracts: eventId.nullable().meta({ description: 'Hendelsen som denne sier aldri hendte.' }),
    actor: code('Hvem som registrerte, som slag og id.', 'person:utvikler'),
  })
  .meta({ id: 'RecordedEvent', description: 'En hendelse i journalen, uten det som er forseglet.' });

/** Every answer that is not a success: RFC 9457, with a stable code and sentences in bokmål. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Problemets slag.', example: 'urn:forlop:problem:invalid-input' }),
    title: words('Kort overskrift for slaget.', 'Forespørselen har feil'),
    status: z.int().meta({ description: 'HTTP-status.', example: 400 }),
    detail: words('Hva som skjedde, i klart språk.', 'Ett felt i forespørselen har feil.'),
    code: code('Stabil kode.', 'invalid-input'),
    correlationId: z.string().meta({ description: 'Oppgi denne når du ber om hjelp. Den står også i svarhodet X-Correlation-Id og i loggen.', example: '7f0a2f0e-0c6b-4f6e-9a5e-8f2b1f0d3c11' }),
    errors: list(problemErrorSchema).meta({ description: 'Hver feil for seg. Tom når feilen ikke gjelder bestemte felt.' }),
    position: position.optional().meta({ description: 'Plassen til forløpets siste hendelse nå, ved konflikt og avslag.' }),
    changes: list(recordedEventSchema).optional().meta({ description: 'Hva andre har registrert siden, ved konflikt.' }),
  })
  .meta({
    id: 'Problem',
    description: 'Feilsvar etter RFC 9457.',
    example: {
      type: 'urn:forlop:problem:invalid-input',
      title: 'Forespørselen har feil',
      status: 400,
      detail: 'Ett felt i forespørselen har feil.',
      code: 'invalid-input',
      correlationId: '7f0a2f0e-0c6b-4f6e-9a5e-8f2b1f0d3c11',
      errors: [{ path: '/occurredOn', code: 'not-a-date', sentence: 'Datoen må skrives som ÅÅÅÅ-MM-DD og finnes i kalenderen.' }],
    },
  });

export type Problem = z.infer<typeof problemSchema>;
export type ProblemError = z.infer<typeof problemErrorSchema>;
