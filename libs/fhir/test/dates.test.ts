import { expect, test } from '@jest/globals';
import { accepted, dateExtension, refused, serviceRequest, told } from './support.js';

const received = (value: unknown, key = 'valueDateTime') => serviceRequest({ extension: [{ url: dateExtension('mottattdato', '').url, [key]: value }] });

test.each<[sent: string, key: string, osloDate: string]>([
  ['2026-03-20', 'valueDateTime', '2026-03-20'],
  ['2026-03-20', 'valueDate', '2026-03-20'],
  ['2024-02-29', 'valueDateTime', '2024-02-29'],
  ['2026-03-20T23:59:59+01:00', 'valueDateTime', '2026-03-20'],
  ['2026-03-20T22:59:59Z', 'valueDateTime', '2026-03-20'],
  ['2026-03-20T23:00:00Z', 'valueDateTime', '2026-03-21'],
  ['2026-03-31T21:59:59Z', 'valueDateTime', '2026-03-31'],
  ['2026-03-31T22:00:00Z', 'valueDateTime', '2026-04-01'],
  ['2026-03-31T22:30:00.123Z', 'valueInstant', '2026-04-01'],
  // The night on which summer time starts: midnight in Norway is 23:00 UTC before it and 22:00 after.
  ['2026-03-28T22:59:59Z', 'valueDateTime', '2026-03-28'],
  ['2026-03-28T23:00:00Z', 'valueDateTime', '2026-03-29'],
  ['2026-03-29T22:00:00Z', 'valueDateTime', '2026-03-30'],
  ['2025-12-31T23:30:00Z', 'valueDateTime', '2026-01-01'],
  ['2026-04-01T08:00:00+10:00', 'valueDateTime', '2026-04-01'],
  ['2026-03-31T18:30:00-04:00', 'valueDateTime', '2026-04-01'],
])('mottattdato %s (%s) is %s in Norway', (sent, key, osloDate) => {
  expect(accepted(received(sent, key)).referral.mottattdato).toBe(osloDate);
});

test.each([
  ['2026'],
  ['2026-03'],
  ['2026-3-20'],
  ['20.03.2026'],
  ['2026-02-29'],
  ['2026-13-01'],
  ['2026-03-20T10:00:00'],
  ['2026-03-20T25:00:00Z'],
  ['2026-03-20T10:00:00+15:00'],
  ['2026-03-20 10:00'],
  ['0000-00-00'],
  ['i går'],
])('mottattdato «%s» is quarantined', (sent) => {
  const one = refused(received(sent));
  expect(one.reasonCode).toBe('ugyldig-dato');
  expect(one.whatWasRead.referral).not.toHaveProperty('mottattdato');
  expect(one.whatWasRead.receivedOn).toBe('2026-04-01');
});

test('without mottattdato, the date in Norway at the receipt here counts, and the sender is told', () => {
  const { referral, issues } = accepted(serviceRequest({ extension: undefined }));
  expect(referral.mottattdato).toBe('2026-04-01');
  expect(told(issues, 'information')).toEqual(['uten-mottattdato ServiceRequest']);
});

test.each([['authoredOn', '2026-01-02'], ['authoredOn', '2026-01'], ['occurrenceDateTime', '2026-05'], ['occurrenceDateTime', '2026-05-01']])('%s %s does not stand for mottattdato', (name, value) => {
  expect(accepted(serviceRequest({ extension: undefined, [name]: value })).referral.mottattdato).toBe('2026-04-01');
});

test('today is not in the future', () => {
  expect(accepted(received('2026-04-01')).referral.mottattdato).toBe('2026-04-01');
  expect(accepted(received('2026-04-01T21:59:59Z')).referral.mottattdato).toBe('2026-04-01');
});

test('on the day of birth is not before it', () => {
  expect(accepted(received('2010-04-15')).referral.mottattdato).toBe('2010-04-15');
});

test('a frist may lie ahead, or behind for a patient who was transferred', () => {
  const request = serviceRequest({ extension: [dateExtension('mottattdato', '2026-03-20'), dateExtension('fristForVurdering', '2026-04-08'), dateExtension('fristForHelsehjelp', '2026-02-01')] });
  expect(accepted(request)).toMatchObject({ issues: [], referral: { fristForVurdering: '2026-04-08', fristForHelsehjelp: '2026-02-01' } });
});

test('ansiennitetsdato on the day of mottattdato is usual', () => {
  const request = serviceRequest({ extension: [dateExtension('mottattdato', '2026-03-20'), dateExtension('ansiennitetsdato', '2026-03-20')] });
  expect(accepted(request).issues).toEqual([]);
});

test('ansiennitetsdato after mottattdato is accepted with a warning', () => {
  const request = serviceRequest({ extension: [dateExtension('mottattdato', '2026-03-20'), dateExtension('ansiennitetsdato', '2026-03-21')] });
  const { referral, issues } = accepted(request);
  expect(referral.ansiennitetsdato).toBe('2026-03-21');
  expect(told(issues, 'warning')).toEqual(['rekkefolge-pa-datoer ServiceRequest.extension[1].value']);
});

test('the same date twice is one date', () => {
  const request = serviceRequest({ extension: [dateExtension('mottattdato', '2026-03-20'), dateExtension('mottattdato', '2026-03-19T23:00:00Z')] });
  expect(accepted(request).referral.mottattdato).toBe('2026-03-20');
});
