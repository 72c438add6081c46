import { appointments } from './calendar/appointments.js';
import { breaking } from './calendar/breaking.js';
import { mirrorAppointment } from './calendar/mirror-appointment.js';
import { mirrorCapacity } from './calendar/mirror-capacity.js';
import { appointmentRequests } from './calendar/request-list.js';
import { appointmentRequestsOf, requestAppointment, withdrawAppointmentRequest } from './calendar/requests.js';
import { stepCounts } from './calendar/step-counts.js';
import { calendarWeeks } from './calendar/weeks.js';
import type { LedgerContext } from './context.js';
import type { MirroredCalendar } from './types/mirrored-calendar.js';

/** The calls about the hospital's calendar, each a function of one file. */
export function mirroredCalendarOf(context: LedgerContext): MirroredCalendar {
  return {
    mirrorAppointment: (told, actor, within) => mirrorAppointment(context, told, actor, within),
    mirrorCapacity: (told, actor, within) => mirrorCapacity(context, told, actor, within),
    appointments: (pathwayId) => appointments(context, pathwayId),
    requestAppointment: (pathwayId, wish, actor, within) => requestAppointment(context, pathwayId, wish, actor, within),
    withdrawAppointmentRequest: (pathwayId, actor, within) => withdrawAppointmentRequest(context, pathwayId, actor, within),
    appointmentRequestsOf: (pathwayId) => appointmentRequestsOf(context, pathwayId),
    appointmentRequests: (query) => appointmentRequests(context, query),
    calendarWeeks: async (query) => calendarWeeks(context, query),
    stepCounts: (query) => stepCounts(context, query),
    breaking: async (query) => breaking(context, query),
  };
}
