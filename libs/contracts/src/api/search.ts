import * as z from 'zod';
import { code, dayOrNull, list, organisationRef, pathwayId, pathwayMode, roleHeld, versionRef, writing } from './parts.js';
import { patientShownSchema } from './pathway-view.js';
import { searchPageExample } from './examples.js';

/** Whom one looks for goes in the body, never in an address: addresses end up in logs. */
export const searchRequestSchema = z
  .union([
    z.strictObject({
      identifier: z.strictObject({
        value: writing('Nummeret.', '15848812342', 100),
        system: writing('Systemet nummeret hører til. Uten verdi: alle kjente.', 'urn:oid:2.16.578.1.12.4.1.4.1', 200).optional(),
      }),
    }),
    z.strictObject({
      name: writing('Ett eller flere hele navn, i vilkårlig rekkefølge. Alle må finnes, og begynnelsen av et navn gir ingen treff. Store bokstaver, aksenter og bindestrek spiller ingen rolle.', 'Kari Testesen', 200),
      limit: z.int().min(1).max(200).optional().meta({ description: 'Antall treff, høyst 200. Uten verdi: 50.', example: 50 }),
      cursor: z.string().min(1).max(2000).optional().meta({ description: 'nextCursor fra siden før.' }),
    }),
  ])
  .meta({ id: 'SearchRequest', description: 'Hvem det søkes etter: et nummer eller et navn.', example: { name: 'Kari Testesen' } });

export const searchHitSchema = z
  .object({ pathwayId, patient: patientShownSchema, mode: pathwayMode, definition: versionRef, step: code('Steget.', 'vurdering'), organisation: organisationRef,
    nextDueOn: dayOrNull('Den første datoen noen må holde.', '2026-04-08'),
    owner: roleHeld.meta({ description: 'Hvem som følger opp pasienten.' }),
    next: roleHeld.nullable().meta({ description: 'Hvem sin tur det er. Uten verdi: ingen ventes det på.' }),
  })
  .meta({ id: 'SearchHit', description: 'Et treff.' });

export const searchPageSchema = z
  .object({
    hits: list(searchHitSchema),
    more: z.boolean().meta({ description: 'Det finnes flere treff.', example: false }),
    nextCursor: z.string().nullable().meta({ description: 'Send den som cursor for å få flere.' }),
  })
  .meta({ id: 'SearchPage', example: searchPageExample, description: 'En side med treff.' });
