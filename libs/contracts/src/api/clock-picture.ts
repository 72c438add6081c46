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

const axis = z
  .object({
    from: day('Den første dagen i bildet.', '2026-03-01'),
    to: day('Den siste dagen i bildet.', '2026-05-31'),
    length: z.int().min(1).meta({ description: 'Antall dager i bildet.', example: 92 }),
    months: list(day('Den første i en måned.', '2026-04-01')),
    at: z.record(z.string(), z.int()).meta({ description: 'Hvor hver dag som er nevnt, ligger: antall dager etter from.', example: { '2026-03-20': 19, '2026-03-27': 26, '2026-04-01': 31, '2026-04-08': 38 } }),
  })
  .meta({ id: 'DayAxis', description: 'Aksen dagene ligger på. Den som tegner, regner ikke med datoer selv.' });

const daysLeft = z.int().nullable().meta({ description: 'Kalenderdager til siste dag, mindre enn 0 når den er passert. Uten verdi: fristen løper ikke, eller har ingen grense.', example: 12 });

/** All clocks with what a picture of them needs. */
export const clockPictureSchema = z
  .object({
    pathwayId,
    asOf: day('Dagen det gjelder for.', '2026-03-27'),
    position,
    axis,
    clocks: list(clockShownSchema.extend({ daysLeft, shown: list(shownInterval).meta({ description: 'Hva listene viste når.' }), bookings: list(booking) })),
  })
  .meta({
    id: 'ClockPicture',
    description: 'Alle frister side om side, med timer, utsettelser og det som ble vist.',
    example: {
      pathwayId: recordedExample.pathwayId, asOf: '2026-03-27', position: 1043,
      axis: { from: '2026-03-01', to: '2026-05-31', length: 92, months: ['2026-03-01', '2026-04-01', '2026-05-01'], at: { '2026-03-01': 0, '2026-03-20': 19, '2026-03-27': 26, '2026-04-01': 31, '2026-04-08': 38, '2026-05-01': 61 } },
      clocks: [{
        ...clockRowExample, daysLeft: null, status: 'met', title: 'Vurdering av henvisningen', shown: [{ status: 'met', from: '2026-03-27', to: null, dueOn: '2026-04-08', knownAt: 1043 }],
        bookings: [{ eventId: recordedExample.eventIds[0]!, role: 'postponed', occurredOn: '2026-03-27', day: '2026-04-08', cause: '22', causeTitle: 'Pasientens eget ønske', actor: 'person:koordinator-1' }],
      }],
    },
  });
