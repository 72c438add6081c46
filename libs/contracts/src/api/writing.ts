import * as z from 'zod';
import { refusalSchema } from './kernel.js';
import { code, day, eventData, eventId, list, pathwayId, pathwayMode, position, scalar, words, writing } from './parts.js';
import { recordedExample } from './examples.js';

const happenedOn = (what = 'Dagen det hendte. Ikke etter i dag.') => day(what, '2026-03-27');
const note = writing('Begrunnelse eller notat. Den forsegles, og havner aldri i data.', 'Drøftet i inntaksmøtet.', 20_000);
const reason = writing('Begrunnelse. Den forsegles.', 'Registrert på feil dag.', 4000);
const expectedPosition = position.meta({ description: 'Plassen til den siste hendelsen du har sett. Har andre registrert noe siden, blir ingenting gjort, og svaret er 409 med det som er nytt.' });

/** A person's choice. */
export const commandRequestSchema = z
  .strictObject({ occurredOn: happenedOn(), data: eventData.optional(), text: note.optional(), expectedPosition: expectedPosition.optional() })
  .meta({ id: 'CommandRequest', description: 'En kommando.', example: { occurredOn: '2026-03-27', data: { svarkode: '2' }, expectedPosition: 1042 } });

/** What a write did. */
export const recordedSchema = z
  .object({
    pathwayId,
    position: position.meta({ description: 'Plassen til forløpets siste hendelse nå.' }),
    eventIds: list(eventId).meta({ description: 'Hendelsene som ble registrert. Tom når de var kjent fra før.' }),
  })
  .meta({ id: 'Recorded', example: recordedExample, description: 'Det som ble registrert.' });

export const commandAnswerSchema = recordedSchema
  .extend({ warnings: list(refusalSchema).meta({ description: 'Det kommandoen advarte om, og som begrunnelsen gjelder.', example: [] }) })
  .meta({ id: 'CommandAnswer', example: { ...recordedExample, warnings: [] }, description: 'Kommandoen er utført.' });

const fact = z
  .strictObject({
    id: eventId.optional().meta({ description: 'Avsenderens egen id, når samme hendelse kan bli sendt flere ganger. En kjent id registreres ikke på nytt.' }),
    type: writing('Hendelsestype i forløpets definisjon.', 'svarSendt', 200),
    occurredOn: happenedOn(),
    data: eventData.optional(),
    text: note.optional(),
  })
  .meta({ id: 'Fact', description: 'Noe som har hendt.' });

/** Facts are recorded all or none, and never refused for the state. */
export const factsRequestSchema = z
  .strictObject({ facts: z.array(fact).min(1).max(100).readonly().meta({ description: 'Hendelsene. Alle blir registrert, eller ingen.' }) })
  .meta({ id: 'FactsRequest', description: 'Hendelser som skal registreres.', example: { facts: [{ type: 'svarSendt', occurredOn: '2026-03-27', data: { til: 'pasient' } }] } });

export const correctionRequestSchema = z
  .strictObject({ occurredOn: happenedOn('Dagen det egentlig hendte.'), data: eventData.optional().meta({ description: 'Hendelsens felt slik de skal være. Uten verdi er feltene tomme.' }), text: note.optional() })
  .meta({ id: 'CorrectionRequest', description: 'En rettelse gir hendelsen ny dato eller nytt innhold. Den gamle blir stående i journalen.', example: { occurredOn: '2026-03-26', data: { utfall: 'rett' }, text: 'Registrert på feil dag.' } });

export const retractionRequestSchema = z
  .strictObject({ reason })
  .meta({ id: 'RetractionRequest', description: 'Hendelsen har aldri hendt.', example: { reason: 'Registrert på feil pasient.' } });

const versionChoice = z.strictObject({ id: writing('Id.', 'langvarig-utmattelse', 200), version: writing('Versjon.', '2026.1', 50) });

/** An explicit move to other rules; parts that are not given stay. */
export const moveRequestSchema = z
  .strictObject({
    definition: versionChoice.optional().meta({ description: 'Ny definisjon eller versjon.' }),
    calendar: versionChoice.optional().meta({ description: 'Ny kalender.' }),
    parameters: z.record(z.string(), scalar).optional().meta({ description: 'Nye valg.' }),
    reason,
    on: day('Dagen flyttingen gjelder fra.', '2026-03-27'),
  })
  .refine((move) => move.definition ?? move.calendar ?? move.parameters, 'Oppgi definisjon, kalender eller valg som forløpet skal flyttes til.')
  .meta({ id: 'MoveRequest', description: 'Flytting til andre regler. Frister som er holdt, brutt eller meddelt, beholder datoene sine.', example: { definition: { id: 'langvarig-utmattelse', version: '2026.2' }, reason: 'Ny versjon er vedtatt.', on: '2026-03-27' } });

export const modeRequestSchema = z
  .strictObject({ mode: pathwayMode, reason })
  .meta({ id: 'ModeRequest', description: 'Ny modus. Ingenting som er passert, blir sendt når et forløp settes i gang.', example: { mode: 'paused', reason: 'Pasienten er i utlandet etter eget ønske.' } });

export const ownerRequestSchema = z
  .strictObject({
    person: z
      .string()
      .regex(/^[A-Za-z0-9._:-]{1,64}$/, 'Id-en kan ha høyst 64 tegn: bokstaver, tall, . _ : og -.')
      .meta({ description: 'Id-en til personen i virksomhetens egen brukerkatalog.', example: 'koordinator-17' }),
    occurredOn: happenedOn('Dagen ansvaret gjelder fra.'),
    text: note.optional(),
    expectedPosition: expectedPosition.optional(),
  })
  .meta({ id: 'OwnerRequest', description: 'Hvem som får rollen for denne pasienten.', example: { person: 'koordinator-17', occurredOn: '2026-03-27' } });

export const contactRequestSchema = z
  .strictObject({
    name: writing('Navn.', 'Lege Legesen', 500),
    email: z.email({ error: 'E-postadressen er ikke gyldig.' }).max(320).nullable().meta({ description: 'E-postadresse. Uten verdi: rollen har ingen.', example: 'lege@legekontor.example' }),
  })
  .meta({ id: 'ContactRequest', description: 'Hvem en rolle er for denne pasienten. Opplysningene forsegles.', example: { name: 'Lege Legesen', email: 'lege@legekontor.example' } });

export const contactAnswerSchema = z
  .object({ pathwayId, role: code('Rollen.', 'fastlege') })
  .meta({ id: 'ContactAnswer', example: { pathwayId: recordedExample.pathwayId, role: 'fastlege' }, description: 'Kontakten er lagret.' });

export const confirmationRequestSchema = z
  .strictObject({})
  .optional()
  .meta({ id: 'ConfirmationRequest', description: 'Bekreftelsen trenger ikke innhold: den som er logget inn, bekrefter.', example: {} });

export const effectsRequestSchema = z
  .strictObject({ on: z.boolean().meta({ description: 'Om noe kan sendes fra denne installasjonen.', example: true }), why: reason })
  .meta({ id: 'EffectsRequest', description: 'Bryteren for alt som sendes ut.', example: { on: false, why: 'Gjenoppretting fra sikkerhetskopi pågår.' } });

export const effectsSchema = z
  .object({ on: z.boolean().meta({ example: true }), by: words('Hvem som satte den.', 'person:utvikler'), at: z.string().meta({ description: 'Når.', example: '2026-03-20T09:15:00.000Z' }), why: words('Hvorfor.', 'Installasjonen er satt opp.') })
  .meta({ id: 'Effects', example: { on: true, by: 'person:utvikler', at: '2026-03-20T09:15:00.000Z', why: 'Installasjonen er satt opp.' }, description: 'Om noe sendes ut fra denne installasjonen.' });
