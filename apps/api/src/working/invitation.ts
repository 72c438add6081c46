import type { Meeting } from '@forlop/ledger';
import { calendarFile } from '@forlop/reminders';

/**
 * A meeting as the file that whoever arranges it downloads: asks all who have an address, or tells them that it is off. Says nothing of the patient,
 * nor what kind of meeting it is, which can tell of an illness; what is written as place stands in it.
 */
export function invitation(meeting: Meeting, organiser: { readonly name: string; readonly email: string | null }): string {
  const { id, sequence, startsAt, endsAt, place, videoUrl, state } = meeting;
  return calendarFile({
    id, sequence, startsAt, endsAt, place, videoUrl, organiser,
    summary: 'Samarbeidsmøte',
    off: state === 'cancelled' || state === 'not-held',
    saidAt: meeting.history.at(-1)?.at ?? startsAt,
    attendees: meeting.participants.flatMap(({ name, email, required, answer }) => (email === null ? [] : [{ name: name ?? email, email, required, answer }])),
  });
}
