import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { checkEvent, compile, type Definition, type EventDraft, type Json } from '@forlop/pathway';
import { nb, prove } from './prove.js';

/** `prove` with one more event that has a field of every type. */
const definition = compile({
  ...prove,
  events: {
    ...prove.events,
    alt: {
      title: nb('Alt'), rank: 5, text: 'optional',
      fields: {
        dag: { title: nb('Dag'), type: 'date' },
        plan: { title: nb('Plan'), type: 'date', mayBeFuture: true },
        kode: { title: nb('Kode'), type: 'code', codes: { a: nb('A'), b: nb('B') } },
        koder: { title: nb('Koder'), type: 'codes', codes: { a: nb('A'), b: nb('B') } },
        antall: { title: nb('Antall'), type: 'number', min: 1, max: 5 },
        minst: { title: nb('Minst'), type: 'number', min: 2 },
        hoyst: { title: nb('Høyst'), type: 'number', max: 9 },
        samtykke: { title: nb('Samtykke'), type: 'boolean' },
        timeId: { title: nb('Time'), type: 'id' },
      },
    },
    krav: { title: nb('Krav'), rank: 6, fields: { kode: { title: nb('Kode'), type: 'code', required: true, codes: { a: nb('A') } } } },
  },
} satisfies Definition);

const context = { today: osloDate('2026-03-10'), birthDate: osloDate('2012-05-05') };
const check = (draft: Partial<EventDraft>) =>
  checkEvent(definition, { type: 'alt', occurredOn: '2026-03-10', data: {}, hasText: false, ...draft }, context);
const codes = (draft: Partial<EventDraft>) => check(draft).map(({ path, code }) => `${path} ${code}`);

test.each<[string, Json, string | null]>([
  ['dag', '2026-03-10', null],
  ['dag', '2026-03-11', 'date-in-future'],
  ['dag', '2012-05-05', null],
  ['dag', '2012-05-04', 'date-before-birth'],
  ['dag', '2026-02-30', 'not-a-date'],
  ['dag', '10.03.2026', 'not-a-date'],
  ['dag', 20260310, 'wrong-type'],
  ['plan', '2026-03-11', null],
  ['plan', '2012-05-04', 'date-before-birth'],
  ['kode', 'a', null],
  ['kode', 'c', 'unknown-code'],
  ['kode', 'toString', 'unknown-code'],
  ['kode', 1, 'wrong-type'],
  ['koder', ['a', 'b'], null],
  ['koder', [], null],
  ['koder', 'a', 'wrong-type'],
  ['koder', { a: true }, 'wrong-type'],
  ['antall', 1, null],
  ['antall', 5, null],
  ['antall', 0, 'out-of-range'],
  ['antall', 6, 'out-of-range'],
  ['antall', '3', 'wrong-type'],
  ['minst', 1, 'out-of-range'],
  ['minst', 2, null],
  ['hoyst', 10, 'out-of-range'],
  ['hoyst', 9, null],
  ['samtykke', false, null],
  ['samtykke', 'ja', 'wrong-type'],
  ['timeId', 'a.B_c:9-', null],
  ['timeId', 'x'.repeat(64), null],
  ['timeId', 'x'.repeat(65), 'wrong-type'],
  ['timeId', '', 'wrong-type'],
  ['timeId', 'fri tekst', 'wrong-type'],
  ['timeId', 7, 'wrong-type'],
  ['ukjent', 1, 'unknown-field'],
  ['toString', 1, 'unknown-field'],
  ['dag', null, null],
])('the field %s with %j: %s', (field, value, error) => {
  expect(codes({ data: { [field]: value } })).toEqual(error === null ? [] : [`/data/${field} ${error}`]);
});

test('in a list each wrong code is named by its place', () => {
  expect(codes({ data: { koder: ['a', 'x', 2] } })).toEqual(['/data/koder/1 unknown-code', '/data/koder/2 wrong-type']);
});

test('a number that JSON cannot hold is no number', () => {
  expect(codes({ data: { antall: NaN } })).toEqual(['/data/antall wrong-type']);
  expect(codes({ data: { minst: Infinity } })).toEqual(['/data/minst wrong-type']);
});

test.each([
  ['2026-03-10', null],
  ['2026-03-11', 'date-in-future'],
  ['2012-05-05', null],
  ['2012-05-04', 'date-before-birth'],
  ['2026-13-01', 'not-a-date'],
  ['', 'not-a-date'],
])('occurredOn %s, today 2026-03-10, born 2012-05-05: %s', (occurredOn, error) => {
  expect(codes({ occurredOn })).toEqual(error === null ? [] : [`/occurredOn ${error}`]);
});

test('without a birth date nothing lies before it', () => {
  expect(checkEvent(definition, { type: 'alt', occurredOn: '1950-01-01', data: {}, hasText: false }, { ...context, birthDate: null })).toEqual([]);
});

test.each(['finnes-ikke', 'toString', '__proto__', '@fyller18', 'forlopOpprettet'])('the event type %s is unknown', (type) => {
  expect(codes({ type, hasText: true })).toEqual(['/type unknown-event']);
});

test.each<[string, boolean, Record<string, Json>, string[]]>([
  ['alt', true, {}, []],
  ['alt', false, {}, []],
  ['mottatt', true, {}, ['/text text-not-allowed']],
  ['utsatt', false, { kode: '1' }, ['/text reason-required']],
  ['utsatt', true, { kode: '1' }, []],
])('the text of %s, given: %s', (type, hasText, data, errors) => {
  expect(codes({ type, hasText, data })).toEqual(errors);
});

test.each<[Record<string, Json>]>([[{}], [{ kode: null }]])('a required field that is missing: %j', (data) => {
  expect(codes({ type: 'krav', data })).toEqual(['/data/kode required']);
});

test('everything wrong is said at once', () => {
  expect(codes({ type: 'utsatt', occurredOn: '2030-01-01', data: { nyDato: 'snart', annet: 1 } })).toEqual([
    '/occurredOn date-in-future', '/text reason-required', '/data/annet unknown-field', '/data/kode required', '/data/nyDato not-a-date',
  ]);
});

test('a field name is written into the path as JSON pointers are', () => {
  expect(codes({ data: { 'a/b~c': 1 } })).toEqual(['/data/a~1b~0c unknown-field']);
});

describe('sentences', () => {
  const sentence = (draft: Partial<EventDraft>) => check(draft)[0]?.sentence;
  test.each<[Partial<EventDraft>, string]>([
    [{ type: 'x' }, 'Hendelsestypen «x» finnes ikke i prove 1.0.0.'],
    [{ occurredOn: '2026-03-11' }, 'Datoen: 2026-03-11 er etter i dag (2026-03-10). Det som ikke har hendt ennå, kan ikke registreres.'],
    [{ occurredOn: '2000-01-01' }, 'Datoen: 2000-01-01 er før pasienten ble født.'],
    [{ occurredOn: '1.1.2026' }, 'Datoen: «1.1.2026» er ikke en dato. Bruk formen ÅÅÅÅ-MM-DD.'],
    [{ data: { antall: 9 } }, 'Antall må være mellom 1 og 5.'],
    [{ data: { minst: 1 } }, 'Minst må være minst 2.'],
    [{ data: { hoyst: 10 } }, 'Høyst må være høyst 9.'],
    [{ data: { kode: 'x' } }, 'Kode: koden «x» er ukjent. Kjente koder: a, b.'],
    [{ type: 'krav' }, 'Kode mangler.'],
    [{ type: 'mottatt', hasText: true }, '«Mottatt» har ikke plass til fritekst.'],
    [{ type: 'utsatt', data: { kode: '1' } }, 'Skriv en begrunnelse for «Utsatt».'],
    [{ type: 'meddelt', data: { x: 1 } }, '«Meddelt» har ikke feltet «x». Kjente felt: ingen.'],
    [{ type: 'krav', data: { kode: 'a', x: 1 } }, '«Krav» har ikke feltet «x». Kjente felt: kode.'],
  ])('%j', (draft, expected) => {
    expect(sentence(draft)).toBe(expected);
  });
});
