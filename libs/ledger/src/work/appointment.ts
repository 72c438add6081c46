import type { LedgerContext } from '../context.js';
import { textOf } from '../commands/command.js';
import { observations } from '../core/observation-types.js';
import type { Transaction } from '../database/transaction.js';
import { isOsloDate } from '@forlop/calendar';
import type { Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { Recorded } from '../types/writing.js';
import { recordObservation } from './observe.js';

/** Records that the unit that books was asked for an appointment, on or before a day. The hospital's own system books. @throws LedgerError `bad-data`. */
export function askForAppointment(context: LedgerContext, pathwayId: string, { by, text }: { readonly by: string | null; readonly text?: string | undefined }, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObservation(context, pathwayId, ({ today }) => {
    if (by !== null && (!isOsloDate(by) || by < today)) throw new LedgerError('bad-data', 'Dagen timen trengs innen, må være en dato, og ikke før i dag.');
    return { type: observations.appointmentAsked, data: by === null ? {} : { innen: by }, text: textOf(text) };
  }, actor, within);
}
