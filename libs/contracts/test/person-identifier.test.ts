import { describe, expect, test } from '@jest/globals';
import { isOsloDate, osloDate } from '@forlop/calendar';
import fc from 'fast-check';
import { checkPersonIdentifier, personIdentifierSchema, syntheticFodselsnummer, systems } from '../src/index.js';

const before2032 = { on: osloDate('2026-03-20') };
const after2032 = { on: osloDate('2032-01-01') };

/** NAV's and Skatteetaten's published synthetic examples (navikt/fnrvalidator issue 116): an oracle that is not ours. */
const published: readonly [birthDate: string | undefined, sex: string, fodselsnummer: string, dNummer: string][] = [
  ['1976-10-15', 'mann', '15507600333', '55507608360'],
  ['2020-02-29', 'kvinne', '29422059278', '69422056629'],
  ['2003-04-05', 'kvinne', '05440355678', '45440356293'],
  ['1994-02-12', 'mann', '12429400544', '52429405181'],
  ['1952-10-12', 'mann', '12505209719', '52505209540'],
  ['1936-08-21', 'kvinne', '21483609245', '61483601467'],
  ['2020-11-17', 'mann', '17912099997', '57912075186'],
  ['2020-02-29', 'kvinne', '29822099635', '69822075096'],
  ['2003-04-05', 'kvinne', '05840399895', '45840375084'],
  ['1994-02-12', 'mann', '12829499914', '52829400197'],
  ['1952-10-12', 'mann', '12905299938', '52905200100'],
  ['1936-08-21', 'kvinne', '21883649874', '61883600222'],
  [undefined, 'kvinne', '21929774873', '61929750062'],
];

describe('numbers of the synthetic series', () => {
  test.each(published)('born %s, %s: %s and %s', (birthDate, sex, fodselsnummer, dNummer) => {
    const expected = { ok: true, synthetic: true, sex, ...(birthDate && { birthDate }) };
    expect(checkPersonIdentifier(systems.fodselsnummer, fodselsnummer, before2032)).toEqual({
      ...expected,
      kind: 'fodselsnummer',
      system: systems.fodselsnummer,
      value: fodselsnummer,
    });
    expect(checkPersonIdentifier(systems.dNummer, dNummer, before2032)).toEqual({ ...expected, kind: 'd-nummer', system: systems.dNummer, value: dNummer });
  });

  test('are refused where only real persons are wanted', () => {
    expect(checkPersonIdentifier(systems.fodselsnummer, '17912099997', { synthetic: false })).toMatchObject({ ok: false, code: 'syntetisk-nummer' });
  });

  test.each(['01760099828'])('Norsk helsenett adds 65 to the month: %s', (number) => {
    expect(checkPersonIdentifier(systems.fodselsnummer, number, before2032)).toMatchObject({ ok: true, birthDate: '2000-11-01', synthetic: true });
  });
});

describe('refused numbers', () => {
  const table: readonly [why: string, system: string, number: string, code: string, says: RegExp][] = [
    ['the published profile’s own example', systems.fodselsnummer, '12345678901', 'ugyldig-fodselsnummer', /kontrollsifrene/],
    ['ten digits', systems.fodselsnummer, '1791209999', 'ugyldig-fodselsnummer', /elleve siffer/],
    ['twelve digits', systems.fodselsnummer, '179120999970', 'ugyldig-fodselsnummer', /elleve siffer/],
    ['a letter', systems.fodselsnummer, '1791209999x', 'ugyldig-fodselsnummer', /elleve siffer/],
    ['digits of another script', systems.fodselsnummer, '١٧٩١٢٠٩٩٩٩٧', 'ugyldig-fodselsnummer', /elleve siffer/],
    ['first check digit one too high', systems.fodselsnummer, '01820099814', 'ugyldig-fodselsnummer', /kontrollsifrene/],
    ['second check digit wrong', systems.fodselsnummer, '01820099807', 'ugyldig-fodselsnummer', /kontrollsifrene/],
    ['two digits swapped', systems.fodselsnummer, '10820099806', 'ugyldig-fodselsnummer', /kontrollsifrene/],
    ['29 February in a common year', systems.fodselsnummer, '29820195092', 'ugyldig-fodselsnummer', /fødselsdato/],
    ['no series for 1953 and 749', systems.fodselsnummer, '01815374998', 'ugyldig-fodselsnummer', /individnummeret/],
    ['D-number with wrong digits', systems.dNummer, '57912075187', 'ugyldig-d-nummer', /kontrollsifrene/],
    ['felles hjelpenummer with wrong digits', systems.fellesHjelpenummer, '81212121224', 'ugyldig-hjelpenummer', /kontrollsifrene/],
    ['a hospital’s own number sent as a national one', systems.fellesHjelpenummer, '15507600333', 'ugyldig-hjelpenummer', /HNR/],
    ['a hospital’s own number without 40 on the month', 'HNR', '17912099997', 'ugyldig-hjelpenummer', /40/],
    ['only spaces', systems.fodselsnummer, '  ', 'mangler-nummer', /mangler/],
  ];
  test.each(table)('%s', (_why, system, number, code, says) => {
    const check = checkPersonIdentifier(system, number, before2032);
    expect(check).toMatchObject({ ok: false, code, message: expect.stringMatching(says) });
    expect(JSON.stringify(check)).not.toContain(number.trim() || 'nothing');
  });
});

describe('numbers that are not fødselsnummer', () => {
  test.each(['81212121223', '94545456561'])('felles hjelpenummer %s tells neither date nor sex', (number) => {
    expect(checkPersonIdentifier(systems.fellesHjelpenummer, number)).toEqual({
      ok: true,
      kind: 'felles-hjelpenummer',
      system: systems.fellesHjelpenummer,
      value: number,
      synthetic: false,
    });
  });

  test('a felles hjelpenummer never follows the rule of 2032', () => {
    expect(checkPersonIdentifier(systems.fellesHjelpenummer, '81111111103', after2032)).toMatchObject({ ok: true });
    expect(checkPersonIdentifier(systems.fellesHjelpenummer, '81111111111', after2032)).toMatchObject({ ok: false });
  });

  test('a hospital’s own hjelpenummer has 40 on the month and is not a test number', () => {
    expect(checkPersonIdentifier('urn:forlop:hnr:310000000', '15507600333', { synthetic: false })).toEqual({
      ok: true,
      kind: 'hjelpenummer',
      system: 'urn:forlop:hnr:310000000',
      value: '15507600333',
      synthetic: false,
      birthDate: '1976-10-15',
      sex: 'mann',
    });
  });

  test.each([
    ['a D-number sent as a fødselsnummer', systems.fodselsnummer, '57912075186', 'd-nummer', systems.dNummer],
    ['a fødselsnummer sent as a D-number', systems.dNummer, '17912099997', 'fodselsnummer', systems.fodselsnummer],
    ['a felles hjelpenummer sent as a fødselsnummer', systems.fodselsnummer, '81212121223', 'felles-hjelpenummer', systems.fellesHjelpenummer],
    ['a fødselsnummer sent as a hjelpenummer', systems.fellesHjelpenummer, '17912099997', 'fodselsnummer', systems.fodselsnummer],
    ['the name of the system as HL7 Norge once wrote it', 'http://hl7.no/fhir/NamingSystem/FNR', '17912099997', 'fodselsnummer', systems.fodselsnummer],
    ['a bare OID', '2.16.578.1.12.4.1.4.1', '179120 99997', 'fodselsnummer', systems.fodselsnummer],
  ])('%s is taken as what it is', (_what, system, number, kind, canonical) => {
    expect(checkPersonIdentifier(system, number, before2032)).toMatchObject({ ok: true, kind, system: canonical, value: number.replace(' ', '') });
  });

  test('a number of a system that is not Norwegian is accepted unverified', () => {
    expect(checkPersonIdentifier('http://example.org/mrn', ' A 1 ')).toEqual({ ok: true, kind: 'annet', system: 'http://example.org/mrn', value: 'A 1', synthetic: false });
  });
});

describe('the rule of 2032 (Skatteetaten)', () => {
  // 01.02.2000 with individnummer 998: remainders 0, 1, 2 and 3. The last is a neighbour with no remainder at all.
  test.each([
    ['01820099806', true, true],
    ['01820099814', false, true],
    ['01820099822', false, true],
    ['01820099830', false, true],
    ['01820099849', false, false],
  ])('%s: before %s, from the day %s', (number, before, from) => {
    expect(checkPersonIdentifier(systems.fodselsnummer, number, { on: osloDate('2031-12-31') }).ok).toBe(before);
    expect(checkPersonIdentifier(systems.fodselsnummer, number, after2032).ok).toBe(from);
    expect(checkPersonIdentifier(systems.fodselsnummer, number).ok).toBe(from);
  });

  // The examples for a child born 2032-01-02: remainder 0 and remainder 2.
  test.each(['02013299997', '02013299903'])('%s is valid and tells neither century nor sex', (number) => {
    const check = checkPersonIdentifier(systems.fodselsnummer, number, after2032);
    expect(check).toMatchObject({ ok: true, kind: 'fodselsnummer' });
    expect(check).not.toHaveProperty('birthDate');
    expect(check).not.toHaveProperty('sex');
  });

  test('a number of an old series below 900 still tells its date', () => {
    expect(checkPersonIdentifier(systems.fodselsnummer, '21483609245', after2032)).toMatchObject({ birthDate: '1936-08-21', sex: 'kvinne' });
  });

  test('an individnummer without a series is a number of the new kind', () => {
    expect(checkPersonIdentifier(systems.fodselsnummer, '01815374998', after2032)).toEqual({
      ok: true,
      kind: 'fodselsnummer',
      system: systems.fodselsnummer,
      value: '01815374998',
      synthetic: true,
    });
  });
});

describe('syntheticFodselsnummer', () => {
  const births = fc.integer({ min: 0, max: 51133 }).map((day) => new Date(Date.UTC(1900, 0, 1) + day * 86_400_000).toISOString().slice(0, 10));
  const sexes = fc.constantFrom('kvinne' as const, 'mann' as const);

  test('makes numbers that are valid and give back date and sex', () => {
    fc.assert(
      fc.property(births, fc.nat(20), sexes, (birthDate, serial, sex) => {
        const number = syntheticFodselsnummer({ birthDate, serial, sex });
        expect(number[2]).toMatch(/[89]/);
        expect(checkPersonIdentifier(systems.fodselsnummer, number, before2032)).toMatchObject({ ok: true, synthetic: true, birthDate, sex });
      }),
    );
  });

  test('makes a different number for each serial', () => {
    const numbers = Array.from({ length: 150 }, (_, serial) => syntheticFodselsnummer({ birthDate: '2010-04-15', serial, sex: 'mann' }));
    expect(new Set(numbers).size).toBe(150);
  });

  test.each([
    ['2040-01-01', 0],
    ['2010-04-15', 500],
    ['2010-04-15', 0.5],
    ['2010-04-15', -1],
  ])('says so when %s has no number %s', (birthDate, serial) => {
    expect(() => syntheticFodselsnummer({ birthDate, serial, sex: 'kvinne' })).toThrow(RangeError);
  });
});

describe('any text', () => {
  const anySystem = fc.constantFrom(...Object.values(systems), 'HNR', 'x', '');

  test('gives an answer, and a date only when it is one', () => {
    fc.assert(
      fc.property(anySystem, fc.oneof(fc.string(), fc.stringMatching(/^\d{11}$/)), (system, number) => {
        const check = checkPersonIdentifier(system, number);
        const birthDate = check.ok ? check.birthDate : undefined;
        expect(birthDate === undefined || isOsloDate(birthDate)).toBe(true);
      }),
    );
  });

  test('one wrong digit is always found before 2032', () => {
    fc.assert(
      fc.property(fc.nat(150), fc.nat(10), fc.integer({ min: 1, max: 9 }), (serial, place, change) => {
        const number = syntheticFodselsnummer({ birthDate: '2001-05-05', serial, sex: 'mann' });
        const wrong = number.slice(0, place) + ((Number(number[place]) + change) % 10) + number.slice(place + 1);
        expect(checkPersonIdentifier(systems.fodselsnummer, wrong, before2032).ok).toBe(false);
      }),
    );
  });
});

test('the schema refuses with the code and without the number', () => {
  const result = personIdentifierSchema.safeParse({ system: systems.fodselsnummer, value: '12345678901' });
  expect(result.error?.issues).toMatchObject([{ path: ['value'], params: { code: 'ugyldig-fodselsnummer' } }]);
  expect(JSON.stringify(result.error)).not.toContain('12345678901');
});
