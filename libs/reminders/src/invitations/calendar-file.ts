import { createHash } from 'node:crypto';

/** A meeting as a calendar knows it. Instants are ISO 8601 in UTC. */
export interface CalendarMeeting {
  readonly id: string;
  /** RFC 5545: grows each time that those who are asked must be told anew. */
  readonly sequence: number;
  readonly startsAt: string;
  readonly endsAt: string;
  /** When this was said of it. */
  readonly saidAt: string;
  readonly off: boolean;
  readonly summary: string;
  readonly place: string | null;
  readonly videoUrl: string | null;
  readonly organiser: { readonly name: string; readonly email: string | null };
  readonly attendees: readonly { readonly name: string; readonly email: string; readonly required: boolean; readonly answer: 'accepted' | 'declined' | 'tentative' | null }[];
}

/** Summer time by directive 2000/84/EC. */
const osloZone = [
  'BEGIN:VTIMEZONE', 'TZID:Europe/Oslo',
  'BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'DTSTART:19970330T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'DTSTART:19971026T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'END:VTIMEZONE',
];
const answers = { accepted: 'ACCEPTED', declined: 'DECLINED', tentative: 'TENTATIVE' } as const;
/** Where the house has no address of its own, an answer has nowhere to go: RFC 2606 keeps this one for nobody. */
const nobody = 'ikke-svar@forlop.invalid';

/** A meeting as iCalendar (RFC 5545, RFC 5546): asks those who are named, or tells them that it is off. The same meeting has the same `UID` always. */
export function calendarFile(meeting: CalendarMeeting): string {
  const { off, organiser } = meeting;
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Forlop//Moter//NB', `METHOD:${off ? 'CANCEL' : 'REQUEST'}`, ...osloZone,
    'BEGIN:VEVENT',
    // The meeting's own id would lead to it from a calendar that others read.
    `UID:${createHash('sha256').update(meeting.id).digest('hex').slice(0, 32)}@forlop`,
    `SEQUENCE:${meeting.sequence}`, `DTSTAMP:${utc(meeting.saidAt)}`,
    `DTSTART;TZID=Europe/Oslo:${wall(meeting.startsAt)}`, `DTEND;TZID=Europe/Oslo:${wall(meeting.endsAt)}`,
    `SUMMARY:${escaped(meeting.summary)}`, 'CLASS:CONFIDENTIAL', `STATUS:${off ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(meeting.place === null ? [] : [`LOCATION:${escaped(meeting.place)}`]),
    ...(meeting.videoUrl === null ? [] : [`URL:${meeting.videoUrl}`]),
    `ORGANIZER;CN=${parameter(organiser.name)}:mailto:${organiser.email ?? nobody}`,
    ...meeting.attendees.map(({ name, email, required, answer }) =>
      `ATTENDEE;CN=${parameter(name)};ROLE=${required ? 'REQ' : 'OPT'}-PARTICIPANT;PARTSTAT=${answer === null ? 'NEEDS-ACTION' : answers[answer]};RSVP=TRUE:mailto:${email}`),
    'END:VEVENT', 'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const utc = (instant: string): string => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'medium' });
/** What clocks on the wall in Norway show. */
const wall = (instant: string): string => clock.format(new Date(instant)).replace(' ', 'T').replaceAll(/[-:]/g, '');

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');
/** RFC 5545, 3.2: a quoted parameter holds no quotes and no control characters. */
const parameter = (text: string): string => `"${text.replaceAll(/["\p{Cc}]/gu, '')}"`;

const longest = 75;
/** RFC 5545, 3.1: lines of at most 75 octets, never within a character. */
function folded(line: string): string {
  const parts: string[] = [''];
  for (const character of line) {
    const limit = parts.length === 1 ? longest : longest - 1;
    if (Buffer.byteLength(parts.at(-1)! + character) > limit) parts.push('');
    parts[parts.length - 1] += character;
  }
  return parts.join('\r\n ');
}
