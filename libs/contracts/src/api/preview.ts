import * as z from 'zod';
import { clockKey, clockKind, clockStatusSchema, findingSchema, nextStepSchema, refusalSchema } from './kernel.js';
import { code, day, dayOrNull, list, pathwayId, position, words } from './parts.js';
import { previewExample } from './examples.js';

const says = z
  .object({
    dueOn: dayOrNull('Siste dag i tide. En utsettelse flytter den aldri.', '2026-06-12'),
    status: clockStatusSchema,
    bookedOn: dayOrNull('Timen eller den planlagte dagen som gjelder.', '2026-06-24'),
    metOn: dayOrNull('Dagen den ble oppfylt.'),
    delayCause: z.string().nullable().meta({ description: 'Kode 8446 for siste utsettelse.', example: '22' }),
    breachBy: z.enum(['hospital', 'patient']).nullable().meta({ description: 'Hvem bruddet tilskrives hvis den planlagte dagen blir stående og ligger etter fristen. Uten verdi: fristen holder, eller ingen dag er planlagt.', example: 'patient' }),
  })
  .meta({ description: 'Det fristen sier.' });

const obligation = z
  .object({
    key: code('Oppgavens nøkkel.', 'VARSLE-HELFO#1'),
    kind: code('Slag. notify-helfo: varsel til Helfo om fristbrudd.', 'notify-helfo'),
    duty: code('Regelens id.', 'VARSLE-HELFO'),
    title: words('Tittel.', 'Varsle Helfo om fristbrudd'),
    to: code('Rollen som må gjøre det.', 'koordinator'),
    opensOn: day('Fra denne dagen.', '2026-06-13'),
    needsConfirmation: z.boolean().meta({ description: 'Ingenting sendes før en navngitt person bekrefter.', example: true }),
  })
  .meta({ id: 'PreviewedObligation', description: 'En oppgave som kommandoen åpner eller lukker.' });

const step = z.object({ id: code('Stegets id.', 'venter-pa-oppstart'), title: words('Tittel.', 'Venter på oppstart') });

/** What a command would change, before it is given. */
export const commandPreviewSchema = z
  .object({
    pathwayId,
    asOf: day('Dagen det er regnet ut for.', '2026-06-10'),
    position: position.meta({ description: 'Send den som expectedPosition når kommandoen gis.' }),
    warnings: list(refusalSchema).meta({ description: 'Det kommandoen advarer om. Da trengs en begrunnelse.', example: [] }),
    step: z.object({ before: step, after: step }).meta({ description: 'Steget før og etter.' }),
    clocks: list(
      z.object({ key: clockKey, clock: code('Regel-id.', 'FRIST-START'), title: words('Fristens tittel.', 'Start av helsehjelp'), kind: clockKind, before: says.nullable(), after: says.nullable() }),
    ).meta({ description: 'Fristene som blir annerledes. Uten before: den begynner. Uten after: den faller bort.' }),
    opens: list(obligation).meta({ description: 'Oppgaver som kommandoen åpner, nå eller på en senere dag.' }),
    closes: list(obligation).meta({ description: 'Oppgaver som ikke lenger trengs.' }),
    nextSteps: list(nextStepSchema).meta({ description: 'Hva som er neste, og hvem som må gjøre det.' }),
    noNextStep: z.boolean().meta({ description: 'Pasienten ville stå uten neste steg.', example: false }),
    findings: list(findingSchema).meta({ description: 'Det som ikke ville passe.' }),
  })
  .meta({ id: 'CommandPreview', example: previewExample, description: 'Det en kommando ville endre. Ingenting er registrert.' });
