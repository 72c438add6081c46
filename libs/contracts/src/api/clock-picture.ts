import * as z from 'zod';
import { clockRowExample, recordedExample } from './examples.js';
import { shownInterval } from './explanation.js';
import { code, day, dayOrNull, eventId, list, pathwayId, position } from './parts.js';
import { clockShownSchema } from './pathway-view.js';

const booking = z
  .object({
    eventId: eventId.meta({ description: 'Hendelsen i tidslinjen, der begrunnelsen står.' }),
    role: z.enum(['offered', 'postponed', 'missed', 'cancelled']).meta({ description: 'offered: tilbudt. postponed: utsatt. missed: pasienten kom ikke. cancelled: avlyst.', example: 'postponed' }),
    occurredOn: day('Dagen det hendte.', '2026-03-27'),
    day: dayOrNull('Dagen som ble tilbudt, eller den nye.', '2026-04-08'),
    cause: z.string().nullable().meta({ description: 'Kode 8446.', example: '22' }),
    causeTitle: z.string().nullable().meta({ description: 'Hva koden heter.', example: 'Pasientens eget ønske' }),
    actor: code('Hvem som registrerte det.', 'person:koordinator-1'),
  })
  .meta({ id: 'ClockBooking', description: 'Noe som ble gjort med en time for fristen. Det står ved siden av fristen og flytter den ikke.' });

/** All clocks with what a picture of them needs. */
export const clockPictureSchema = z
  .object({ pathwayId, asOf: day('Dagen det gjelder for.', '2026-03-27'), position, clocks: list(clockShownSchema.extend({ shown: list(shownInterval).meta({ description: 'Hva listene viste når.' }), bookings: list(booking) })) })
  .meta({
    id: 'ClockPicture',
    description: 'Alle frister side om side, med timer, utsettelser og det som ble vist.',
    example: {
      pathwayId: recordedExample.pathwayId, asOf: '2026-03-27', position: 1043,
      clocks: [{
        ...clockRowExample, status: 'met', title: 'Vurdering av henvisningen', shown: [{ status: 'met', from: '2026-03-27', to: null, dueOn: '2026-04-08', knownAt: 1043 }],
        bookings: [{ eventId: recordedExample.eventIds[0]!, role: 'postponed', occurredOn: '2026-03-27', day: '2026-04-08', cause: '22', causeTitle: 'Pasientens eget ønske', actor: 'person:koordinator-1' }],
      }],
    },
  });
