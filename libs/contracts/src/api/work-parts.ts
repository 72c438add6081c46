import * as z from 'zod';
import { recordedExample } from './examples.js';
import { refusalSchema } from './kernel.js';
import { code, day, eventData, instant, list, pathwayId, uuid, words, writing } from './parts.js';
import { recordedSchema } from './writing.js';

export const workId = (what: string) => uuid(what, '0198c0de-aaaa-7000-8000-00000000000a');
export const note = writing('Begrunnelse eller notat. Den forsegles.', 'Avtalt på telefon.', 20_000);
export const happenedOn = day('Dagen det hendte; i dag når den ikke er oppgitt.', '2026-03-27').optional();
export const nullable = (description: string, example: string | null, longest = 500) => z.string().max(longest).nullable().meta({ description, example });

/** What a piece of work did, on itself and on the pathway. */
export const workedSchema = z
  .object({
    id: workId('Tilbudets, møtets eller planens id.'),
    pathwayId,
    warnings: list(refusalSchema).meta({ description: 'Det definisjonen advarte om, og som begrunnelsen gjelder.', example: [] }),
    recorded: recordedSchema.nullable().meta({ description: 'Hendelsen på forløpet; null der definisjonen ikke har noen.' }),
  })
  .meta({ id: 'Worked', description: 'Gjort.', example: { id: '0198c0de-aaaa-7000-8000-00000000000a', pathwayId: recordedExample.pathwayId, warnings: [], recorded: recordedExample } });

export const workEntrySchema = z
  .object({ at: instant('Når.'), what: code('Hva som skjedde.', 'moved'), detail: eventData.meta({ description: 'Koder, dager og tidspunkter.', example: {} }), text: words('Begrunnelse eller notat.', 'Avtalt på telefon.').nullable(), actor: code('Hvem.', 'person:anne') })
  .meta({ id: 'WorkEntry', description: 'Noe som skjedde med et tilbud, et møte eller en plan.' });

/** Whose it is, in a list over several patients. */
export const workPatientSchema = z
  .object({ id: uuid('Pasientens id.', '0198c0de-7777-7000-8000-000000000007'), name: z.object({ given: z.string(), family: z.string() }).nullable() })
  .meta({ id: 'WorkPatient', description: 'Pasienten.' });

export const entryExample = { at: '2026-03-20T09:15:00.000Z', what: 'offered', detail: { on: '2026-03-20' }, text: null, actor: 'person:anne' };
export const patientExample = { id: '0198c0de-7777-7000-8000-000000000007', name: { given: 'Kari', family: 'Testesen' } };
