import { describe, expect, test } from '@jest/globals';
import { runDateAdd, type DateAddInput } from '../src/date.js';

const lines = (...text: string[]) => text.join('\n');

describe('forlop date add, in words', () => {
  test('virkedager across Easter: the date, day 1, and each day that was not counted', () => {
    expect(runDateAdd({ date: '2026-03-20', n: '10', unit: 'virkedag' })).toEqual({
      exitCode: 0,
      text: lines(
        'onsdag 8. april 2026 (2026-04-08)',
        '',
        '10 virkedager etter fredag 20. mars 2026.',
        'Dag 1 er mandag 23. mars 2026.',
        'Kalender: norge 2026.1 (Norge: mandag til fredag unntatt helligdager).',
        '',
        'Dager som ikke er talt med:',
        '  torsdag 2. april 2026: skjærtorsdag (helligdag)',
        '  fredag 3. april 2026: langfredag (helligdag)',
        '  søndag 5. april 2026: 1. påskedag (helligdag)',
        '  mandag 6. april 2026: 2. påskedag (helligdag)',
        '  dessuten 3 lørdager og 2 søndager',
      ),
    });
  });

  test('a calendar’s own closed days are told from holidays, and two names on one day are both said', () => {
    expect(runDateAdd({ date: '2026-12-23', n: 1, unit: 'virkedag', calendar: 'norge-julestengt@2026.1' }).text).toBe(
      lines(
        'mandag 28. desember 2026 (2026-12-28)',
        '',
        '1 virkedag etter onsdag 23. desember 2026.',
        'Dag 1 er mandag 28. desember 2026.',
        'Kalender: norge-julestengt 2026.1 (Norge: mandag til fredag unntatt helligdager, julaften og nyttårsaften).',
        '',
        'Dager som ikke er talt med:',
        '  torsdag 24. desember 2026: julaften (stengt i denne kalenderen)',
        '  fredag 25. desember 2026: 1. juledag (helligdag)',
        '  lørdag 26. desember 2026: 2. juledag (helligdag)',
        '  dessuten 1 søndag',
      ),
    );
    expect(runDateAdd({ date: '2027-05-14', n: 1, unit: 'virkedag' }).text).toContain(
      '  mandag 17. mai 2027: 17. mai (helligdag) og 2. pinsedag (helligdag)',
    );
  });

  test('backwards', () => {
    expect(runDateAdd({ date: '2026-03-24', n: '-2', unit: 'virkedag' }).text).toBe(
      lines(
        'fredag 20. mars 2026 (2026-03-20)',
        '',
        '2 virkedager før tirsdag 24. mars 2026.',
        'Dag 1 er mandag 23. mars 2026.',
        'Kalender: norge 2026.1 (Norge: mandag til fredag unntatt helligdager).',
        '',
        'Dager som ikke er talt med:',
        '  1 lørdag og 1 søndag',
      ),
    );
  });

  test('no days at all', () => {
    expect(runDateAdd({ date: '2026-04-05', n: 0, unit: 'virkedag' }).text).toBe(
      lines(
        'søndag 5. april 2026 (2026-04-05)',
        '',
        '0 virkedager: datoen er den samme.',
        'Kalender: norge 2026.1 (Norge: mandag til fredag unntatt helligdager).',
      ),
    );
  });

  test('days that pass no closed day list none', () => {
    expect(runDateAdd({ date: '2026-03-23', n: 2, unit: 'virkedag' }).text).not.toContain('talt med');
  });

  test('weeks land where they land, and say so on a holiday (CAL-2)', () => {
    expect(runDateAdd({ date: '2026-02-01', n: '9', unit: 'uke' }).text).toBe(
      lines(
        'søndag 5. april 2026 (2026-04-05)',
        '',
        '9 uker etter søndag 1. februar 2026.',
        'Datoen er ikke en virkedag (søndag og 1. påskedag), men flyttes ikke: dager og uker regnes uten hensyn til helligdager.',
        'Kalender: norge 2026.1 (Norge: mandag til fredag unntatt helligdager).',
      ),
    );
    expect(runDateAdd({ date: '2026-04-14', n: '1', unit: 'uke' }).text).toBe(
      lines('tirsdag 21. april 2026 (2026-04-21)', '', '1 uke etter tirsdag 14. april 2026.'),
    );
  });

  test.each([
    ['2026-03-20', '10', 'virkedag', 'norge-lordag', 'onsdag 1. april 2026 (2026-04-01)'],
    ['2026-04-29', '10', 'virkedag', undefined, 'fredag 15. mai 2026 (2026-05-15)'],
    ['2026-12-17', '10', 'virkedag', 'norge', 'mandag 4. januar 2027 (2027-01-04)'],
    ['2026-12-17', '10', 'virkedag', 'norge-julestengt', 'onsdag 6. januar 2027 (2027-01-06)'],
    ['2026-02-01', '8', 'uke', undefined, 'søndag 29. mars 2026 (2026-03-29)'],
    ['2026-02-28', '+1', 'dag', undefined, 'søndag 1. mars 2026 (2026-03-01)'],
    ['2026-03-01', '-1', 'dag', undefined, 'lørdag 28. februar 2026 (2026-02-28)'],
  ])('%s %s %s %s', (date, n, unit, calendar, first) => {
    const { text, exitCode } = runDateAdd({ date, n, unit, calendar });
    expect([text.split('\n')[0], exitCode]).toEqual([first, 0]);
  });
});

describe('forlop date add --json', () => {
  test('virkedager with calendar, version and every skipped day', () => {
    const { text, exitCode } = runDateAdd({ date: '2026-04-29', n: '2', unit: 'virkedag', json: true });
    expect(exitCode).toBe(0);
    expect(JSON.parse(text)).toEqual({
      date: '2026-04-29',
      n: 2,
      unit: 'virkedag',
      result: '2026-05-04',
      weekday: 'mandag',
      isWorkingDay: true,
      calendar: { id: 'norge', version: '2026.1', title: 'Norge: mandag til fredag unntatt helligdager' },
      skipped: [
        { date: '2026-05-01', weekday: 'fredag', reasons: [{ kind: 'holiday', name: '1. mai' }] },
        { date: '2026-05-02', weekday: 'lørdag', reasons: [{ kind: 'weekday', name: 'lørdag' }] },
        { date: '2026-05-03', weekday: 'søndag', reasons: [{ kind: 'weekday', name: 'søndag' }] },
      ],
    });
  });

  test('weeks skip nothing', () => {
    expect(JSON.parse(runDateAdd({ date: '2026-04-03', n: 4, unit: 'uke', json: true }).text)).toMatchObject({
      result: '2026-05-01',
      isWorkingDay: false,
      skipped: [],
    });
  });

  test('an error is JSON too', () => {
    const { text, exitCode } = runDateAdd({ date: '2026-02-30', n: 1, unit: 'dag', json: true });
    expect(exitCode).toBe(2);
    expect(JSON.parse(text)).toEqual({
      error: { code: 'invalid-date', message: 'Datoen «2026-02-30» finnes ikke. Den måneden har dagene 1 til 28.' },
    });
  });
});

describe('forlop date add refuses', () => {
  const good = { date: '2026-03-20', n: '10', unit: 'virkedag' };

  test.each<[Partial<DateAddInput>, string]>([
    [{ date: '20.03.2026' }, '«20.03.2026» er ikke en dato. Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-03-20.'],
    [{ date: '1850-01-01' }, 'Datoen «1850-01-01» er utenfor årene 1900 til 2200, som kalenderen dekker.'],
    [{ n: 'ti' }, 'Antallet «ti» er ikke et helt tall med høyst ni sifre. Skriv for eksempel 10.'],
    [{ n: '' }, 'Antallet «» er ikke et helt tall med høyst ni sifre. Skriv for eksempel 10.'],
    [{ n: 1.5 }, 'Antallet «1.5» er ikke et helt tall med høyst ni sifre. Skriv for eksempel 10.'],
    [{ n: '9999999999' }, 'Antallet «9999999999» er ikke et helt tall med høyst ni sifre. Skriv for eksempel 10.'],
    [{ n: '999999' }, 'Datoen er utenfor årene som kalenderen norge 2026.1 dekker.'],
    [{ n: '99999', unit: 'uke' }, 'Datoen er utenfor årene 1900 til 2200, som kalenderen dekker.'],
    [{ unit: 'arbeidsdag' }, 'Enheten «arbeidsdag» er ukjent. Bruk virkedag, dag, uke.'],
    [{ unit: 'toString' }, 'Enheten «toString» er ukjent. Bruk virkedag, dag, uke.'],
    [{ calendar: 'sverige' }, 'Kalenderen «sverige» finnes ikke. Kalendere: norge, norge-lordag, norge-julestengt.'],
    [{ calendar: 'sverige', unit: 'uke' }, 'Kalenderen «sverige» finnes ikke. Kalendere: norge, norge-lordag, norge-julestengt.'],
    [{ calendar: 'norge@2020.1' }, 'Kalenderen norge finnes ikke i versjon «2020.1». Versjoner: 2026.1.'],
  ])('%j', (wrong, sentence) => {
    expect(runDateAdd({ ...good, ...wrong })).toEqual({ text: sentence, exitCode: 2 });
  });
});
