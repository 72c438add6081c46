import * as z from 'zod';
import { hprNumberSchema } from '../identifiers.js';
import { recordedExample } from './examples.js';
import { code, day, dayOrNull, eventId, instant, list, organisationRef, pathwayId, uuid, words, writing } from './parts.js';

const organisationId = uuid('Virksomhetens id.', '0198c0de-1111-7000-8000-000000000001');
const personNumber = z
  .string()
  .regex(/^\d{11}$/, 'Nummeret har elleve siffer.')
  .meta({ description: 'Fødselsnummer eller D-nummer. Bare en nøkkelhash av det lagres.', example: '01907000045' });
const reason = writing('Begrunnelse.', 'Pasienten følges opp begge steder.', 2000);
const longId = '0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12';

/** An organisation, or a person by number. */
const holder = {
  organisationId: organisationId.optional(),
  hprNumber: hprNumberSchema.optional(),
  personNumber: personNumber.optional(),
  name: writing('Hva personen kalles i listen. Forsegles.', 'Kontakt Prøvesen', 500).optional(),
};
const oneHolder = ({ organisationId: organisation, hprNumber, personNumber: number }: { organisationId?: unknown; hprNumber?: unknown; personNumber?: unknown }): boolean =>
  [organisation, hprNumber, number].filter((given) => given !== undefined).length === 1;
const oneHolderSentence = 'Oppgi enten en virksomhet, et HPR-nummer eller et fødselsnummer.';

export const participantRequestSchema = z
  .strictObject({
    ...holder,
    role: code('Rollen, slik forløpets definisjon kaller den.', 'kommune'),
    from: day('Første dag. Uten verdi: i dag.').optional(),
    through: day('Siste dag. Uten verdi: til den trekkes tilbake.').optional(),
    reason: reason.optional(),
  })
  .refine(oneHolder, oneHolderSentence)
  .meta({ id: 'ParticipantRequest', description: 'Noen som skal delta i forløpet og derfor se det.', example: { organisationId: '0198c0de-1111-7000-8000-000000000001', role: 'tredjelinje' } });

const participantSchema = z
  .object({
    id: code('Navnet på tilgangen eller sperringen når den trekkes tilbake.', longId),
    basis: z.enum(['responsible', 'participant', 'contact', 'blocked']).meta({ description: 'responsible: har ansvaret. participant: deltar. contact: er pasientens kontakt. blocked: sperret av pasienten.', example: 'participant' }),
    role: code('Rollen.', 'kommune'),
    organisation: organisationRef.nullable(),
    name: z.string().nullable().meta({ description: 'Navn på en person.', example: null }),
    from: day('Første dag.'),
    through: dayOrNull('Siste dag.'),
    steps: list(z.string()).nullable().meta({ description: 'Stegene tilgangen er begrenset til; null: alle.', example: null }),
    now: z.boolean().meta({ description: 'Om den gjelder i dag, i steget forløpet er i.', example: true }),
  })
  .meta({ id: 'Participant', description: 'En som ser, så eller skal se forløpet, eller er sperret.' });

export const participantsSchema = z
  .object({ pathwayId, participants: list(participantSchema) })
  .meta({
    id: 'Participants', description: 'Hvem som har tilgang til forløpet.',
    example: { pathwayId: recordedExample.pathwayId, participants: [{ id: 'responsible:1', basis: 'responsible', role: 'ansvarlig', organisation: { id: '0198c0de-1111-7000-8000-000000000001', name: 'Utmarka sykehus' }, name: null, from: '2026-03-20', through: null, steps: null, now: true }] },
  });

export const withdrawalRequestSchema = z
  .strictObject({ reason: reason.optional() })
  .meta({ id: 'WithdrawalRequest', description: 'Hvorfor noe trekkes tilbake.', example: { reason: 'Samarbeidet er avsluttet.' } });

export const transferRequestSchema = z
  .strictObject({ to: organisationId, on: day('Dagen den nye virksomheten overtar. Kan ligge fram i tid.'), reason })
  .meta({ id: 'TransferRequest', description: 'En annen virksomhet overtar forløpet. Fristen følger pasienten.', example: { to: '0198c0de-1111-7000-8000-000000000001', on: '2026-04-08', reason: 'Pasienten har flyttet.' } });

export const blockRequestSchema = z
  .strictObject({ ...holder, reason: reason.optional() })
  .refine(oneHolder, oneHolderSentence)
  .meta({ id: 'BlockRequest', description: 'Hvem pasienten ikke vil at skal se forløpet.', example: { organisationId: '0198c0de-1111-7000-8000-000000000001' } });

const glassKind = z
  .enum(['liv-og-helse', 'helsehjelp'])
  .meta({ description: 'liv-og-helse: fare for liv eller helse, og går foran pasientens egen sperring. helsehjelp: nødvendig for å gi helsehjelp nå.', example: 'helsehjelp' });

export const breakGlassRequestSchema = z
  .strictObject({ kind: glassKind, reason })
  .meta({ id: 'BreakGlassRequest', description: 'Nødtilgang. Begrunnelsen vises for pasientens enhet og for den som har ansvar for sikkerheten.', example: { kind: 'helsehjelp', reason: 'Pasienten er innlagt akutt hos oss i natt.' } });

export const breakGlassSchema = z
  .object({
    id: eventId,
    pathwayId,
    actor: code('Hvem.', 'person:5f0c7c5e6a0e4c53'),
    actorName: z.string().nullable().meta({ description: 'Navnet, slik innsynsloggen har det. Tomt i svaret til den som åpner.', example: 'Vakt Prøvesen' }),
    organisation: organisationRef.nullable(),
    kind: glassKind,
    from: instant('Fra.'),
    until: instant('Til.'),
    reason: z.string().nullable().meta({ description: 'Begrunnelsen, for dem som ser forløpet.', example: 'Pasienten er innlagt akutt hos oss i natt.' }),
  })
  .meta({
    id: 'BreakGlass', description: 'En bruk av nødtilgang.',
    example: { id: longId, pathwayId: recordedExample.pathwayId, actor: 'person:5f0c7c5e6a0e4c53', actorName: null, organisation: null, kind: 'helsehjelp', from: '2026-03-20T09:15:00.000Z', until: '2026-03-20T13:15:00.000Z', reason: null },
  });

export const breakGlassByNumberRequestSchema = z
  .strictObject({ personNumber: personNumber.meta({ description: 'Pasientens fødselsnummer eller D-nummer. Det lagres ikke.', example: '15848800055' }), kind: glassKind, reason })
  .meta({ id: 'BreakGlassByNumberRequest', description: 'Nødtilgang for den som bare har nummeret. Begrunnelsen vises for pasientens enhet og for den som har ansvar for sikkerheten.', example: { personNumber: '15848800055', kind: 'helsehjelp', reason: 'Pasienten er innlagt akutt hos oss i natt.' } });

export const breakGlassOpenedSchema = z
  .object({ rows: list(breakGlassSchema) })
  .meta({
    id: 'BreakGlassOpened', description: 'Forløpene som er åpnet.',
    example: { rows: [{ id: longId, pathwayId: recordedExample.pathwayId, actor: 'person:5f0c7c5e6a0e4c53', actorName: null, organisation: null, kind: 'helsehjelp', from: '2026-03-20T09:15:00.000Z', until: '2026-03-20T13:15:00.000Z', reason: 'Pasienten er innlagt akutt hos oss i natt.' }] },
  });

export const breakGlassUsesQuerySchema = z.strictObject({
  since: instant('Fra og med. Uten verdi: alle.').optional(),
  cursor: z.string().max(500).optional().meta({ description: 'Fra siden før.' }),
  limit: z.coerce.number().int().min(1).max(200).optional().meta({ description: 'Rader på siden (1–200).', example: 50 }),
});

export const breakGlassUsesSchema = z
  .object({ uses: list(breakGlassSchema), nextCursor: z.string().nullable(), more: z.boolean() })
  .meta({ id: 'BreakGlassUses', description: 'En side av bruken av nødtilgang, den nyeste først.', example: { uses: [], nextCursor: null, more: false } });

const personRole = z
  .enum(['coordinator', 'clinician', 'lms', 'local-contact', 'auditor', 'governance', 'user-representative', 'administrator'])
  .meta({ description: 'Rollen.', example: 'coordinator' });

export const roleGrantRequestSchema = z
  .strictObject({
    personNumber,
    name: writing('Navn. Forsegles.', 'Koordinator Prøvesen', 500).optional(),
    role: personRole,
    organisationId: organisationId.optional(),
    identities: z.boolean().optional().meta({ description: 'Kan se hvem pasientene er, selv om rollen ikke gir det.', example: false }),
    protectedAddresses: z.boolean().optional().meta({ description: 'Kan se hvor pasienter med adressebeskyttelse bor.', example: false }),
    from: day('Første dag. Uten verdi: i dag.').optional(),
    through: day('Siste dag. Uten verdi: til den trekkes tilbake.').optional(),
    why: reason,
  })
  .meta({ id: 'RoleGrantRequest', description: 'En rolle til en person.', example: { personNumber: '01907000045', role: 'coordinator', organisationId: '0198c0de-1111-7000-8000-000000000001', why: 'Ansatt som forløpskoordinator.' } });

const roleGrantExample = {
  id: longId, name: 'Koordinator Prøvesen', role: 'coordinator', organisation: { id: '0198c0de-1111-7000-8000-000000000001', name: 'Utmarka sykehus' }, identities: false, protectedAddresses: false,
  from: '2026-03-20', through: null, grantedBy: 'person:5f0c7c5e6a0e4c53', why: 'Ansatt som forløpskoordinator.', withdrawnAt: null, withdrawnBy: null, withdrawnWhy: null,
};

export const roleGrantSchema = z
  .object({
    id: uuid('Tildelingens id.', longId),
    name: z.string().nullable().meta({ description: 'Navn.' }),
    role: code('Rollen.', 'coordinator'),
    organisation: organisationRef.nullable(),
    identities: z.boolean(),
    protectedAddresses: z.boolean(),
    from: day('Første dag.'),
    through: dayOrNull('Siste dag.'),
    grantedBy: code('Hvem som ga den.', 'person:5f0c7c5e6a0e4c53'),
    why: words('Hvorfor.', 'Ansatt som forløpskoordinator.'),
    withdrawnAt: instant('Når den ble trukket tilbake.').nullable(),
    withdrawnBy: z.string().nullable(),
    withdrawnWhy: z.string().nullable(),
  })
  .meta({ id: 'RoleGrant', description: 'En rolle som en person har eller hadde.', example: roleGrantExample });

export const roleGrantsQuerySchema = z
  .strictObject({ organisationId: organisationId.optional(), past: z.stringbool().optional().meta({ description: 'Også dem som er avsluttet.', example: false }) });

export const roleGrantsSchema = z.object({ grants: list(roleGrantSchema) }).meta({ id: 'RoleGrants', description: 'Roller.', example: { grants: [roleGrantExample] } });

export const roleWithdrawalRequestSchema = z.strictObject({ why: reason }).meta({ id: 'RoleWithdrawalRequest', description: 'Hvorfor rollen trekkes tilbake.', example: { why: 'Sluttet.' } });

export const accessLogQuerySchema = z
  .strictObject({
    pathwayId: pathwayId.optional(),
    actor: code('Hvem som så eller gjorde noe.', 'person:5f0c7c5e6a0e4c53').optional(),
    outcome: z.enum(['read', 'wrote', 'refused']).optional().meta({ description: 'read: så. wrote: registrerte. refused: ble avvist.', example: 'refused' }),
    from: instant('Fra og med.').optional(),
    to: instant('Til.').optional(),
    cursor: z.string().max(500).optional().meta({ description: 'Fra siden før.' }),
    limit: z.coerce.number().int().min(1).max(200).optional().meta({ description: 'Rader på siden (1–200).', example: 50 }),
  });

const loggedAccessSchema = z
  .object({
    id: z.int(),
    at: instant('Når.'),
    action: code('Hva som ble gjort, som fast navn.', 'pathway.read'),
    outcome: z.enum(['read', 'wrote', 'refused']),
    actor: z.string().nullable(),
    actorName: z.string().nullable(),
    role: z.string().nullable(),
    unitId: z.string().nullable(),
    unitName: z.string().nullable(),
    legalEntityId: z.string().nullable(),
    legalEntityName: z.string().nullable(),
    basis: z.string().nullable(),
    what: words('Slags opplysninger.', 'tidslinjen'),
    pathwayIds: list(z.string()),
    detail: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
    correlationId: z.string().nullable(),
  })
  .meta({ id: 'LoggedAccess', description: 'En visning, en handling eller en avvisning: hvem, når, hvorfor, for hvilken enhet og virksomhet.' });

export const accessLogPageSchema = z
  .object({ rows: list(loggedAccessSchema), nextCursor: z.string().nullable(), more: z.boolean() })
  .meta({
    id: 'AccessLogPage', description: 'Innsynsloggen, den nyeste først.',
    example: {
      rows: [{
        id: 17, at: '2026-03-20T09:15:00.000Z', action: 'pathway.read', outcome: 'read', actor: 'person:5f0c7c5e6a0e4c53', actorName: 'Koordinator Prøvesen', role: 'coordinator', unitId: '0198c0de-1111-7000-8000-000000000001',
        unitName: 'Utmarka sykehus', legalEntityId: null, legalEntityName: null, basis: 'unit', what: 'forløpet', pathwayIds: [recordedExample.pathwayId], detail: { route: 'GET /api/v1/pathways/:id' }, correlationId: null,
      }],
      nextCursor: null, more: false,
    },
  });

export const meSchema = z
  .object({
    id: code('Id-en du har i journalen.', '5f0c7c5e6a0e4c53'),
    kind: z.enum(['person', 'system']),
    name: z.string().nullable(),
    roles: list(z.object({ role: code('Rollen.', 'coordinator'), title: words('Hva den kalles.', 'Forløpskoordinator') })),
    unit: organisationRef.nullable(),
    actions: list(z.string()).meta({ description: 'Det rollene gir adgang til.' }),
    othersMay: z.record(z.string(), list(z.string())).meta({ description: 'Det rollene ikke gir adgang til, med rollene som gir det.', example: { 'quarantine.release': ['coordinator'] } }),
  })
  .meta({
    id: 'Me', description: 'Den som er logget inn.',
    example: { id: '5f0c7c5e6a0e4c53', kind: 'person', name: 'Koordinator Prøvesen', roles: [{ role: 'coordinator', title: 'Forløpskoordinator' }], unit: { id: '0198c0de-1111-7000-8000-000000000001', name: 'Utmarka sykehus' }, actions: ['worklist.read'], othersMay: { 'settings.write': ['administrator'] } },
  });

const sessionExample = { id: '3f1c9a5e'.repeat(8), began: '2026-03-20T07:30:00.000Z', until: '2026-03-20T15:30:00.000Z', browser: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', current: true };

export const sessionsSchema = z
  .object({
    sessions: list(
      z.object({
        id: code('Øktens id. Den gir ingen adgang.', sessionExample.id),
        began: instant('Når innloggingen skjedde.'),
        until: instant('Når økten senest er over. Den er over før, når ingen har brukt den på en halv time.'),
        browser: z.string().nullable().meta({ description: 'Slik nettleseren kaller seg.' }),
        current: z.boolean().meta({ description: 'Om det er økten som spør.' }),
      }),
    ),
  })
  .meta({ id: 'Sessions', description: 'Økter som gjelder, den nyeste først.', example: { sessions: [sessionExample] } });

export const endSessionsRequestSchema = z
  .union([
    z.strictObject({ personNumber: personNumber.meta({ description: 'Fødselsnummer eller D-nummer for den som skal logges ut. Det lagres ikke.', example: '01907000045' }) }),
    z.strictObject({ everybody: z.literal(true).meta({ description: 'Alle skal logges ut, du også.' }) }),
  ])
  .meta({ id: 'EndSessionsRequest', description: 'Hvem som skal logges ut: én person eller alle.', example: { personNumber: '01907000045' } });

export const endedSessionsSchema = z.object({ ended: z.int().meta({ description: 'Så mange økter ble avsluttet.' }) }).meta({ id: 'EndedSessions', description: 'Økter som ble avsluttet.', example: { ended: 1 } });
