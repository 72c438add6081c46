import { describe, expect, test } from '@jest/globals';
import type { Meeting } from '@forlop/ledger';
import { invitation } from '../src/working/invitation.js';

const meeting: Meeting = {
  id: '0198c0de-aaaa-7000-8000-00000000000a', pathwayId: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11', kind: 'tilbakeforingsmote', title: 'Tilbakeføringsmøte', contactType: '5', state: 'planned', sequence: 2,
  startsAt: '2026-10-24T08:00:00.000Z', endsAt: '2026-10-24T09:30:00.000Z', form: 'fysisk', place: 'Rom 2; blått, «æøå»', videoUrl: null,
  participants: [
    { id: 'a', code: 'fastlege', title: 'Fastlegen', name: 'Lege "Legesen"', email: 'lege@prove.example', required: false, answer: 'accepted', attended: null, invitations: [] },
    { id: 'b', code: 'skole', title: 'Skolen', name: null, email: 'skole@prove.example', required: true, answer: null, attended: null, invitations: [] },
    { id: 'c', code: 'pasient', title: 'Pasienten', name: 'Kari Testesen', email: null, required: false, answer: null, attended: null, invitations: [] },
  ],
  agenda: [{ title: 'Konklusjonen av utredningen', done: false }], minutes: [], check: { refusal: null, warnings: [] },
  history: [{ at: '2026-10-01T10:00:00.000Z', what: 'planned', detail: {}, text: 'Hemmelig', actor: 'person:anne' }],
};
const organiser = { name: 'Utmarka sykehus', email: 'mote@sykehus.example' };
const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');

describe('an invitation', () => {
  test('asks those who have an address, in Oslo time', () => {
    const lines = unfolded(invitation(meeting, organiser));
    expect(lines).toEqual(expect.arrayContaining([
      'METHOD:REQUEST', 'SEQUENCE:2', 'STATUS:CONFIRMED', 'DTSTAMP:20261001T100000Z', 'DTSTART;TZID=Europe/Oslo:20261024T100000', 'DTEND;TZID=Europe/Oslo:20261024T113000',
      'LOCATION:Rom 2\\; blått\\, «æøå»', 'ORGANIZER;CN="Utmarka sykehus":mailto:mote@sykehus.example',
      'ATTENDEE;CN="Lege Legesen";ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:lege@prove.example',
      'ATTENDEE;CN="skole@prove.example";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:skole@prove.example',
    ]));
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(2);
    // Two days later, clocks have been turned back.
    expect(unfolded(invitation({ ...meeting, startsAt: '2026-10-26T09:00:00.000Z', endsAt: '2026-10-26T10:00:00.000Z' }, organiser))).toContain('DTSTART;TZID=Europe/Oslo:20261026T100000');
  });

  test('says nothing of the patient or what it is about, and its name does not lead to the meeting', () => {
    expect(invitation(meeting, organiser)).not.toMatch(/Kari|Testesen|ilbakef|utredning|Hemmelig|0198c0de/i);
  });

  test.each(['cancelled', 'not-held'] as const)('is called off when the meeting is %s, under the same name', (state) => {
    const uid = (file: string) => unfolded(file).find((line) => line.startsWith('UID:'));
    const off = invitation({ ...meeting, state, sequence: 3 }, { name: 'Utmarka sykehus', email: null });
    expect(unfolded(off)).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:3', 'ORGANIZER;CN="Utmarka sykehus":mailto:ikke-svar@forlop.invalid']));
    expect(uid(off)).toBe(uid(invitation(meeting, organiser)));
  });

  test('is made of lines of at most 75 octets, each whole and ended', () => {
    const file = invitation({ ...meeting, place: 'Å'.repeat(300) }, organiser);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(unfolded(file)).toContain(`LOCATION:${'Å'.repeat(300)}`);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('an address or a name cannot add lines of its own', () => {
    const file = invitation({ ...meeting, place: 'Rom\r\nATTENDEE:mailto:ond@x.example', participants: [{ ...meeting.participants[0]!, name: 'A\r\nMETHOD:CANCEL' }] }, organiser);
    expect(unfolded(file).filter((line) => /^(METHOD|ATTENDEE)/.test(line))).toEqual(['METHOD:REQUEST', expect.stringContaining('CN="AMETHOD:CANCEL"')]);
  });
});
