import * as z from 'zod';
import { recordedExample } from './examples.js';
import { code, day, dayOrNull, instant, list, pathwayId, uuid, words, writing } from './parts.js';

const patientId = uuid('Pasientens id. Den sier ingenting om hvem det er.', '0198c0de-7777-7000-8000-000000000007');
const erasureId = uuid('Anmodningens id.', '0198c0de-8888-7000-8000-000000000001');
const holdId = uuid('Id-en til bestemmelsen om bevaring.', '0198c0de-9999-7000-8000-000000000001');
const person = (description: string) => code(description, 'person:5f0c7c5e6a0e4c53');
const ids = { erasure: '0198c0de-8888-7000-8000-000000000001', hold: '0198c0de-9999-7000-8000-000000000001', patient: '0198c0de-7777-7000-8000-000000000007', pathway: recordedExample.pathwayId };

const legalBasis = z.enum(['retention-over', 'patients-demand', 'wrong-person', 'order']).meta({
  description:
    'retention-over: det er ikke lenger bruk for opplysningene (pasientjournalloven § 25). patients-demand: pasienten krever det (helsepersonelloven § 43). ' +
    'wrong-person: de gjelder en annen (helsepersonelloven § 43). order: pålegg fra tilsynsmyndighet eller domstol.',
  example: 'patients-demand',
});

const obstacleSchema = z
  .object({
    code: z.enum(['live', 'owed', 'quarantined', 'held', 'retention', 'no-retention-rule']).meta({
      description:
        'live: forløpet er ikke avsluttet. owed: en frist løper. quarantined: en henvisning er i karantene. held: noen har bestemt at opplysningene skal bevares. ' +
        'retention: de skal oppbevares lenger. no-retention-rule: definisjonen sier ikke hvor lenge.',
      example: 'live',
    }),
    pathwayId: pathwayId.nullable(),
    until: dayOrNull('Første dag det ikke lenger er til hinder. Null når det ikke er kjent.'),
    rule: z.string().nullable().meta({ description: 'Regelens id, eller id-en til bestemmelsen om bevaring.', example: null }),
    sentence: words('Hva som hindrer.', 'Forløpet er ikke avsluttet.'),
  })
  .meta({ id: 'ErasureObstacle', description: 'Noe som hindrer at pasienten slettes.' });

const obstacleExample = { code: 'live', pathwayId: ids.pathway, until: null, rule: null, sentence: 'Forløpet er ikke avsluttet.' };

export const erasureRequestSchema = z
  .strictObject({ legalBasis, reason: writing('Hvorfor, og hvordan vilkårene er vurdert. Ikke skriv hvem det gjelder.', 'Krav fra pasienten, vurdert av journalansvarlig.', 2000) })
  .meta({ id: 'ErasureRequest', description: 'En anmodning om at pasienten slettes, i alle sine forløp.', example: { legalBasis: 'patients-demand', reason: 'Krav fra pasienten, vurdert av journalansvarlig.' } });

export const erasureRequestedSchema = z
  .object({
    outcome: z.enum(['requested', 'waiting']).meta({ description: 'requested: anmodningen er registrert. waiting: noen har alt bedt om det, og den anmodningen gjelder.', example: 'requested' }),
    id: erasureId,
    pathwayId,
    obstacles: list(obstacleSchema).meta({ description: 'Det som hindrer sletting nå. Anmodningen venter til det er borte.' }),
  })
  .meta({ id: 'ErasureRequested', description: 'Hva anmodningen førte til.', example: { outcome: 'requested', id: ids.erasure, pathwayId: ids.pathway, obstacles: [obstacleExample] } });

const erasureRow = z
  .object({
    id: erasureId,
    patientId,
    pathwayId,
    legalBasis,
    reason: z.string().nullable().meta({ description: 'Begrunnelsen, for dem som ser pasienten.', example: null }),
    requestedBy: person('Hvem som ba om det.'),
    requestedAt: instant('Når.'),
    state: z.enum(['open', 'withdrawn', 'carried-out']).meta({ description: 'open: venter. withdrawn: trukket. carried-out: gjennomført.', example: 'open' }),
    endedBy: z.string().nullable().meta({ description: 'Hvem som trakk den eller gjennomførte den.', example: null }),
    endedAt: instant('Når den ble trukket eller gjennomført.').nullable(),
  })
  .meta({ id: 'Erasure', description: 'En anmodning om sletting.' });

export const erasuresQuerySchema = z
  .strictObject({
    state: z.enum(['open', 'withdrawn', 'carried-out']).optional().meta({ description: 'Bare anmodninger som er kommet så langt.', example: 'open' }),
    limit: z.coerce.number().int().min(1).max(200).optional().meta({ description: 'Rader (1–200).', example: 50 }),
  });

export const erasuresSchema = z
  .object({ rows: list(erasureRow) })
  .meta({
    id: 'Erasures', description: 'Anmodninger om sletting, de som venter først.',
    example: { rows: [{ id: ids.erasure, patientId: ids.patient, pathwayId: ids.pathway, legalBasis: 'patients-demand', reason: null, requestedBy: 'person:5f0c7c5e6a0e4c53', requestedAt: '2026-03-20T09:15:00.000Z', state: 'open', endedBy: null, endedAt: null }] },
  });

export const erasureObstaclesSchema = z
  .object({ id: erasureId, obstacles: list(obstacleSchema) })
  .meta({ id: 'ErasureObstacles', description: 'Det som hindrer at en anmodning gjennomføres nå.', example: { id: ids.erasure, obstacles: [obstacleExample] } });

export const withdrawnErasureSchema = z.object({ id: erasureId, state: z.literal('withdrawn') }).meta({ id: 'WithdrawnErasure', description: 'Anmodningen er trukket.', example: { id: ids.erasure, state: 'withdrawn' } });

export const carriedOutSchema = z
  .object({
    seq: z.int().meta({ description: 'Nummer i slettelisten.', example: 1 }),
    erasureId,
    patientIds: list(z.string()).meta({ description: 'Alle registreringer av personen.' }),
    pathwayIds: list(z.string()).meta({ description: 'Forløpene, som nå ingen kan si hvem sine er.' }),
    legalBasis,
    requestedBy: person('Hvem som ba om det.'),
    requestedAt: instant('Når det ble bedt om.'),
    carriedOutBy: person('Hvem som gjennomførte det.'),
    erasedAt: instant('Når det ble gjort.'),
  })
  .meta({
    id: 'CarriedOutErasure', description: 'En sletting som er gjennomført.',
    example: {
      seq: 1, erasureId: ids.erasure, patientIds: [ids.patient], pathwayIds: [ids.pathway], legalBasis: 'patients-demand', requestedBy: 'person:5f0c7c5e6a0e4c53', requestedAt: '2026-03-20T09:15:00.000Z',
      carriedOutBy: 'person:9b1d4c5e6a0e4c77', erasedAt: '2026-03-23T09:15:00.000Z',
    },
  });

export const erasureHoldRequestSchema = z
  .strictObject({ reason: writing('Hvorfor opplysningene må bevares.', 'Klagesak hos Statsforvalteren.', 2000) })
  .meta({ id: 'ErasureHoldRequest', description: 'Opplysningene skal bevares.', example: { reason: 'Klagesak hos Statsforvalteren.' } });

const holdExample = { id: ids.hold, patientId: ids.patient, reason: 'Klagesak hos Statsforvalteren.', setBy: 'person:5f0c7c5e6a0e4c53', setAt: '2026-03-20T09:15:00.000Z' };

export const erasureHoldSchema = z
  .object({ id: holdId, patientId, reason: words('Hvorfor.', 'Klagesak hos Statsforvalteren.'), setBy: person('Hvem som bestemte det.'), setAt: instant('Når.') })
  .meta({ id: 'ErasureHold', description: 'En bestemmelse om at opplysningene skal bevares.', example: holdExample });

export const erasureHoldsSchema = z.object({ pathwayId, holds: list(erasureHoldSchema) }).meta({ id: 'ErasureHolds', description: 'Bestemmelser om bevaring som gjelder nå.', example: { pathwayId: ids.pathway, holds: [holdExample] } });

export const holdLiftRequestSchema = z
  .strictObject({ reason: writing('Hvorfor opplysningene ikke lenger må bevares.', 'Klagesaken er avsluttet.', 2000) })
  .meta({ id: 'HoldLiftRequest', description: 'Bevaringen oppheves.', example: { reason: 'Klagesaken er avsluttet.' } });

export const liftedHoldSchema = z.object({ id: holdId, pathwayId }).meta({ id: 'LiftedHold', description: 'Bevaringen er opphevet.', example: { id: ids.hold, pathwayId: ids.pathway } });

export const retentionQuerySchema = z
  .strictObject({
    limit: z.coerce.number().int().min(1).max(200).optional().meta({ description: 'Rader på siden (1–200).', example: 50 }),
    after: patientId.optional().meta({ description: 'Den siste pasienten på siden før.', example: ids.patient }),
  });

export const retentionDueSchema = z
  .object({
    rows: list(
      z.object({
        patientId,
        pathwayIds: list(z.string()),
        from: day('Første dag ingen regel holdt dem.'),
        held: z.boolean().meta({ description: 'Noen har bestemt at de skal bevares.', example: false }),
        requested: z.string().nullable().meta({ description: 'Id-en til anmodningen som venter. Null når ingen har bedt om sletting.', example: null }),
      }),
    ),
  })
  .meta({ id: 'RetentionDue', description: 'Pasienter som ikke lenger må oppbevares. Ingen slettes av dette.', example: { rows: [{ patientId: ids.patient, pathwayIds: [ids.pathway], from: '2036-03-20', held: false, requested: null }] } });
