import type { OsloDate } from '@forlop/calendar';
import type { Json } from '@forlop/pathway';
import * as z from 'zod';
import { osloDateSchema } from '../oslo-date.js';

/** A list that nobody changes: what the ledger hands out may be answered as it is. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** An Oslo calendar date with its own description and example. */
export function day(description: string, example = '2026-04-08'): z.ZodType<OsloDate, string> {
  return osloDateSchema.meta({ description, example });
}

/** A date or nothing. */
export const dayOrNull = (description: string, example?: string) => day(description, example).nullable();

/** An instant in UTC. */
export const instant = (description: string) => z.iso.datetime().meta({ description, example: '2026-03-20T09:15:00.000Z' });

/** A sentence or other text that is read by people. */
export const words = (description: string, example: string) => z.string().meta({ description, example });

/** A text that must hold something. */
export function writing(description: string, example: string, longest = 1000) {
  return z.string().max(longest).regex(/\S/, 'Teksten kan ikke være tom.').meta({ description, example });
}

/** A stable machine code or an id of the definition. */
export const code = (description: string, example: string) => z.string().meta({ description, example });

export const uuid = (description: string, example: string) =>
  z.uuid({ error: 'Id-en må være en UUID.' }).meta({ description, example });

/** A JSON value. Whatever comes out of a parsed JSON body is one, so the type is all that is added. */
export const jsonValue = z.unknown() as unknown as z.ZodType<Json, Json>;

/** The data of an event: fields by name. Which there are, the definition says; free text is never among them. */
export const eventData = z
  .record(z.string(), jsonValue)
  .meta({ description: 'Hendelsens felt. Hvilke som finnes, står i forløpets definisjon. Fritekst hører ikke hjemme her.', example: { utfall: 'rett' } });

export const pathwayId = uuid('Forløpets id.', '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11');
export const eventId = uuid('Hendelsens id.', '0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12');
export const position = z
  .int()
  .min(0)
  .meta({ description: 'Plass i journalen. Den øker for hver hendelse som registreres.', example: 1042 });

/** An id with a name to show. */
export const organisationRef = z
  .object({ id: uuid('Virksomhetens id.', '0198c0de-1111-7000-8000-000000000001'), name: words('Navn.', 'Utmarka sykehus') })
  .meta({ id: 'OrganisationRef', description: 'Virksomheten som har ansvar for forløpet.' });

export const versionRef = z
  .object({ id: code('Id.', 'langvarig-utmattelse'), version: code('Versjon.', '2026.1') })
  .meta({ id: 'VersionRef', description: 'En definisjon eller kalender i en bestemt versjon.' });

export const pathwayMode = z
  .enum(['live', 'paused', 'historical'])
  .meta({ description: 'live: forløpet følges og minner om frister. paused: det står på vent. historical: importert historie som aldri minner noen.', example: 'live' });

export const personName = z
  .object({ given: words('For- og mellomnavn.', 'Kari'), family: words('Etternavn.', 'Testesen') })
  .meta({ id: 'PersonName', description: 'Navn.' });

export const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Text in the languages that it exists in. */
export const text = z
  .object({ nb: words('Bokmål.', 'Henvisningen er vurdert'), en: z.string().optional().meta({ description: 'Engelsk, der det finnes.' }) })
  .meta({ id: 'Text', description: 'Tekst på bokmål, og på engelsk der det finnes.' });

/** A role and who has it. */
export const roleHeld = z.object({
  role: code('Rollen i definisjonen.', 'koordinator'),
  person: z.string().nullable().meta({ description: 'Id-en til personen som har fått rollen. Uten verdi: ingen.', example: 'koordinator-17' }),
});
