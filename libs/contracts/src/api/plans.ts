import * as z from 'zod';
import { recordedExample } from './examples.js';
import { code, day, dayOrNull, list, pathwayId, words, writing } from './parts.js';
import { entryExample, happenedOn, note, nullable, patientExample, workEntrySchema, workId, workPatientSchema } from './work-parts.js';

const state = z.enum(['not-begun', 'agreed', 'done', 'not-relevant']).meta({ description: 'not-begun: ikke begynt. agreed: avtalt. done: gjort. not-relevant: ikke relevant, med begrunnelse.', example: 'agreed' });
const item = {
  item: code('Punktets id.', 'nav'), title: words('Punktet.', 'Kontakt med NAV'), owner: code('Rollen som har det.', 'koordinator'), ownerTitle: words('Rollen.', 'Koordinatoren'),
  person: z.string().nullable().meta({ description: 'Personen som har det.', example: 'Anne Andersen' }), state,
};
const itemExample = { item: 'nav', title: 'Kontakt med NAV', owner: 'koordinator', ownerTitle: 'Koordinatoren', person: 'Anne Andersen', state: 'agreed' };
const planExample = {
  id: '0198c0de-aaaa-7000-8000-00000000000a', pathwayId: recordedExample.pathwayId, plan: 'UNG-VOKSEN-TILTAK', title: 'Tiltak for unge voksne', status: 'proposed', sources: ['Nasjonalt fagnettverk, «Unge voksne» - 18-25 år'],
  calledFor: true, missing: false, items: [{ ...itemExample, level: 'bor', dueOn: '2026-05-01', note: null, reason: null }], history: [entryExample],
};

export const carePlansSchema = z
  .object({
    pathwayId,
    plans: list(z.object({
      id: workId('Planens id; null når den mangler.').nullable(), pathwayId, plan: code('Planen i definisjonen.', 'UNG-VOKSEN-TILTAK'), title: words('Tittel.', 'Tiltak for unge voksne'), status: code('Regelens status.', 'proposed'),
      sources: list(z.string()).meta({ description: 'Kildene.' }), calledFor: z.boolean().meta({ description: 'Gjelder for pasienten nå.', example: true }),
      missing: z.boolean().meta({ description: 'Gjelder, og ingen har tatt den i bruk.', example: false }),
      items: list(z.object({ ...item, level: z.enum(['skal', 'bor', 'kan']), dueOn: dayOrNull('Dato.'), note: z.string().nullable(), reason: z.string().nullable() })), history: list(workEntrySchema),
    })),
  })
  .meta({ id: 'CarePlans', description: 'Planene som gjelder for pasienten, eller som hun har.', example: { pathwayId: recordedExample.pathwayId, plans: [planExample] } });
export const carePlanRequestSchema = z.strictObject({ plan: writing('Planen i definisjonen.', 'UNG-VOKSEN-TILTAK', 100) }).meta({ id: 'CarePlanRequest', example: { plan: 'UNG-VOKSEN-TILTAK' } });
export const planItemRequestSchema = z
  .strictObject({
    state, owner: writing('Rollen som har det.', 'koordinator', 100), person: nullable('Personen som har det.', 'Anne Andersen', 200), dueOn: day('Dato.', '2026-05-01').nullable(),
    note: nullable('Notat. Det forsegles.', null, 4000), on: happenedOn, text: note.optional(),
  })
  .meta({ id: 'PlanItemRequest', description: 'Et punkt slik det skal stå.', example: { state: 'agreed', owner: 'koordinator', person: 'Anne Andersen', dueOn: '2026-05-01', note: null } });
export const openPlanItemsQuerySchema = z
  .strictObject({ until: day('Bare med dato til og med.', '2026-05-01').optional(), owner: z.string().max(100).optional().meta({ description: 'Rollen som har det.', example: 'koordinator' }), limit: z.coerce.number().int().min(1).max(500).optional().meta({ description: 'Høyst så mange (1–500).', example: 100 }) });
export const openPlanItemsSchema = z
  .object({
    rows: list(z.object({ ...item, dueOn: day('Dato.', '2026-05-01'), overdue: z.boolean().meta({ description: 'Datoen er passert.', example: false }), planId: workId('Planens id.'), plan: code('Planen.', 'UNG-VOKSEN-TILTAK'), pathwayId, patient: workPatientSchema })),
    more: z.boolean().meta({ description: 'Det finnes flere enn dem som vises.', example: false }),
  })
  .meta({ id: 'OpenPlanItems', description: 'Uavklarte punkter med dato, det nærmeste først.', example: { rows: [{ ...itemExample, dueOn: '2026-05-01', overdue: false, planId: planExample.id, plan: planExample.plan, pathwayId: recordedExample.pathwayId, patient: patientExample }], more: false } });
