import * as z from 'zod';
import { organisasjonsnummerSchema, herIdSchema, reshIdSchema } from '../identifiers.js';
import { list, uuid, writing } from './parts.js';
import { organisationExample } from './examples.js';

const organisationFields = {
  name: writing('Navn.', 'Utmarka sykehus', 500),
  kind: z.enum(['region', 'hospital', 'unit', 'practice', 'municipality', 'helfo', 'other']).meta({ description: 'Slag.', example: 'hospital' }),
  parentId: uuid('Virksomheten den hører til.', '0198c0de-1111-7000-8000-000000000001').optional(),
  orgNumber: organisasjonsnummerSchema.optional(),
  reshId: reshIdSchema.optional(),
  herId: herIdSchema.optional(),
  email: z.email({ error: 'E-postadressen er ikke gyldig.' }).max(320).optional().meta({ description: 'Adresse for beskjeder.', example: 'inntak@sykehus.example' }),
};

export const organisationRequestSchema = z
  .strictObject(organisationFields)
  .meta({ id: 'OrganisationRequest', description: 'En ny virksomhet.', example: { name: 'Utmarka sykehus', kind: 'hospital', orgNumber: '310000000' } });

export const organisationSchema = z
  .object({ id: uuid('Virksomhetens id.', '0198c0de-1111-7000-8000-000000000001'), ...organisationFields })
  .meta({ id: 'Organisation', example: organisationExample, description: 'En virksomhet som sender eller mottar henvisninger.' });

export const organisationsSchema = z.object({ organisations: list(organisationSchema) }).meta({ id: 'Organisations', example: { organisations: [organisationExample] }, description: 'Alle virksomheter.' });

const part = z.enum(['up', 'down']);

export const readinessSchema = z
  .object({
    status: z.enum(['ok', 'degraded', 'down']).meta({ description: 'ok: alt svarer. degraded: Temporal svarer ikke, men alt kan registreres. down: databasen svarer ikke.', example: 'ok' }),
    checks: z.object({ postgres: part.meta({ example: 'up' }), temporal: part.meta({ example: 'up' }) }),
    detail: z.string().nullable().meta({ description: 'Hva som mangler.', example: null }),
  })
  .meta({ id: 'Readiness', example: { status: 'ok', checks: { postgres: 'up', temporal: 'up' }, detail: null }, description: 'Om tjenesten kan ta imot forespørsler.' });

export const livenessSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Liveness', example: { status: 'ok' }, description: 'Tjenesten lever.' });
