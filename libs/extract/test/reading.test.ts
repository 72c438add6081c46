import { describe, expect, test } from '@jest/globals';
import { changed, extractOf, readAll, sampleExtract, sampleLines, sampleMapping } from './helpers.js';
import { mostLines } from '../src/index.js';

/** Where each finding is, and what it is. */
const places = ({ findings }: Awaited<ReturnType<typeof readAll>>) => findings.map(({ line, column, code }) => [line, column, code]);
const keys = ({ referrals }: Awaited<ReturnType<typeof readAll>>) => referrals.map(({ key }) => key);

describe('the sample in docs/extracts', () => {
  test('is read whole: four referrals, each with its facts in the pathway\'s own words', async () => {
    const read = await readAll(sampleExtract);
    expect(read.findings).toEqual([]);
    expect(keys(read)).toEqual(['H-1001', 'H-1002', 'H-1003', 'H-1004']);
    const [, second] = read.referrals;
    expect(second!.receivedOn).toBe('2025-01-22');
    expect(second!.facts.map(({ key, occurredOn, data }) => [key, occurredOn, data])).toEqual([
      ['henvisningMottatt', '2025-01-22', { ansiennitetsdato: '2025-01-10', hastegrad: 'urgent' }],
      ['vurdert', '2025-02-07', { utfall: 'rett', svarkode: '2' }],
      ['svarSendt', '2025-02-10', { til: 'pasient' }],
      ['fristSatt', '2025-02-07', { dato: '2025-04-04', arsak: 'forste' }],
      ['helsehjelpStartet', '2025-04-22', { kontakttype: '1' }],
      ['ventetidSluttet', '2025-04-22', { kode: '1' }],
      ['forlopAvsluttet', '2025-12-12', { utfall: 'oppfolging-fullfort' }],
      ['utsatt|U-1', '2025-03-31', { kode: '1', nyDato: '2025-04-22', gjelder: 'oppstart' }],
    ]);
  });
});

const [, whole, contact, , second, postponed] = sampleLines as [string, string, string, string, string, string];

/** One thing wrong with line 2 of the file. */
const wrongCells: readonly (readonly [why: string, cells: Readonly<Record<string, string>>, column: string, code: string])[] = [
  ['a day that is not in the calendar', { Vurdert: '31.02.2024' }, 'Vurdert', 'ikke-dato'],
  ['a leap day in a common year', { Mottatt: '29.02.2023' }, 'Mottatt', 'ikke-dato'],
  ['a date in another format', { Vurdert: '2024-03-12' }, 'Vurdert', 'annet-datoformat'],
  ['a date with the month first', { Vurdert: '3/12/2024' }, 'Vurdert', 'annet-datoformat'],
  ['words instead of a date', { Startet: 'i mai' }, 'Startet', 'ikke-dato'],
  ['a day to come', { Startet: '01.04.2026' }, 'Startet', 'fram-i-tid'],
  ['a day before birth', { Ansiennitet: '14.04.1985' }, 'Ansiennitet', 'for-fodsel'],
  ['an end before the start', { VentetidSlutt: '01.03.2024' }, 'VentetidSlutt', 'slutt-for-start'],
  ['assessed before received', { Vurdert: '03.03.2024', Frist: '' }, 'Vurdert', 'slutt-for-start'],
  ['closed before care began', { Avsluttet: '20.05.2024', Utfall: 'F' }, 'Avsluttet', 'slutt-for-start'],
  ['seniority after the receipt', { Ansiennitet: '05.03.2024' }, 'Mottatt', 'slutt-for-start'],
  ['an end code that 8445 does not have', { Sluttkode: '6' }, 'Sluttkode', 'ukjent-kode'],
  ['a contact type that 8432 does not have', { Kontakttype: '4' }, 'Kontakttype', 'ukjent-kode'],
  ['an answer that 9148 does not have', { Svar: '5' }, 'Svar', 'ukjent-kode'],
  ['a code that the mapping does not translate', { Hast: 'X' }, 'Hast', 'ukjent-kode'],
  ['an end without a code', { Sluttkode: '' }, 'Sluttkode', 'mangler-verdi'],
  ['a wrong check digit', { Fnr: '15848501116' }, 'Fnr', 'ugyldig-nummer'],
  ['a number that is too short', { Fnr: '1584850' }, 'Fnr', 'ugyldig-nummer'],
  ['nobody', { Fnr: '' }, 'Fnr', 'mangler-person'],
  ['no organisation', { ReshID: '' }, 'ReshID', 'ukjent-virksomhet'],
  ['no referral', { HenvisningID: '' }, 'HenvisningID', 'mangler-nokkel'],
];

describe('a line that cannot be used', () => {
  test.each(wrongCells)('%s: is refused with its line and column, and the rest is in', async (_, cells, column, code) => {
    const read = await readAll(extractOf(changed(1, cells), second));
    expect(places(read).slice(0, 1)).toEqual([[2, column, code]]);
    expect(keys(read)).toEqual(['H-1002']);
    expect(read.findings[0]!.sentence).toMatch(/\.$/);
  });

  test('says what is wrong without the person\'s number', async () => {
    const { findings } = await readAll(extractOf(changed(1, { Fnr: '15848501116' })));
    expect(JSON.stringify(findings)).not.toContain('15848501116');
  });

  test('of a contact costs the contact alone', async () => {
    const read = await readAll(extractOf(whole, changed(2, { Dato: '31.06.2024' }), second));
    expect(places(read)).toEqual([[3, 'Dato', 'ikke-dato']]);
    expect(keys(read)).toEqual(['H-1001', 'H-1002']);
    expect(read.referrals[0]!.facts.some(({ type }) => type === 'kontaktRegistrert')).toBe(false);
  });

  test('of the receipt leaves the other lines nowhere to be', async () => {
    const read = await readAll(extractOf(changed(1, { Mottatt: '31.02.2024' }), contact));
    expect(places(read)).toEqual([[2, 'Mottatt', 'ikke-dato'], [3, null, 'uten-henvisning']]);
  });

  test('may be kept, where the mapping asks to see what does not fit', async () => {
    const read = await readAll(extractOf(changed(1, { Vurdert: '03.03.2024' })), { mapping: sampleMapping.replace('person:', 'beforeReceipt: keep\nperson:') });
    expect(read.findings).toEqual([]);
    expect(read.referrals).toHaveLength(1);
  });
});

describe('lines that repeat', () => {
  test('the same line again is a duplicate, and changes nothing', async () => {
    const once = await readAll(extractOf(whole, contact, second));
    const twice = await readAll(extractOf(whole, contact, whole, second, contact));
    expect(twice.referrals).toEqual(once.referrals.map((referral) => expect.objectContaining({ key: referral.key, facts: referral.facts.map((fact) => expect.objectContaining({ key: fact.key, data: fact.data })) })));
    expect([once.duplicates, twice.duplicates]).toEqual([0, 2]);
  });

  test('a key that more lines share than a referral can have is refused whole, told of once, and not held', async () => {
    const [header, receipt] = [sampleLines[0]!, sampleLines[1]!];
    const contacts = Array.from({ length: mostLines + 5 }, (_, n) => `K;H-1001;K-${n};15848501139;99000001;;;;;;;;;;;;;;21.05.2024;1;;Lege`);
    const { referrals, findings, duplicates } = await readAll([header, receipt, receipt, ...contacts, ...sampleLines.slice(4)].join('\n'));
    expect(referrals.map(({ key }) => key)).toEqual(['H-1002', 'H-1003', 'H-1004']);
    expect(findings).toEqual([{ line: 2, column: null, code: 'for-mange-linjer', sentence: expect.stringMatching(/^10\s007 linjer/) }]);
    expect(duplicates).toBe(1);
  });

  test.each([
    ['the same event on another day', { Startet: '22.05.2024' }, 'Startet'],
    ['another person', { Fnr: second.split(';')[3]! }, null],
    ['another organisation', { ReshID: '99000002' }, null],
  ])('%s: the first stands, the second is refused', async (_, cells, column) => {
    const read = await readAll(extractOf(whole, changed(1, cells)));
    expect(places(read)).toEqual([[3, column, 'motstrid']]);
    expect(read.findings[0]!.sentence).toContain('linje 2');
    expect(read.referrals[0]!.facts.find(({ type }) => type === 'helsehjelpStartet')!.occurredOn).toBe('2024-05-21');
  });

  test('of the same referral may come in any order', async () => {
    const forwards = await readAll(extractOf(whole, contact, second, postponed));
    const backwards = await readAll(extractOf(postponed, contact, second, whole));
    const told = ({ referrals }: typeof forwards) => new Map(referrals.map(({ key, facts }) => [key, new Map(facts.map((fact) => [fact.key, [fact.occurredOn, fact.data]]))]));
    expect(told(backwards)).toEqual(told(forwards));
  });
});

describe('columns', () => {
  const without = (name: string): string => {
    const at = sampleLines[0]!.split(';').indexOf(name);
    return sampleLines.map((line) => line.split(';').filter((_, i) => i !== at).join(';')).join('\n');
  };

  test.each(['HenvisningID', 'Fnr', 'ReshID', 'Mottatt'])('nothing is read without %s', async (column) => {
    const read = await readAll(without(column));
    expect(read.findings).toEqual([expect.objectContaining({ line: null, column, code: 'mangler-kolonne' })]);
    expect(read.referrals).toEqual([]);
  });

  test('a column that one event needs costs that event, and is said once', async () => {
    const read = await readAll(without('Frist'));
    expect(places(read)).toEqual([[null, 'Frist', 'mangler-kolonne']]);
    expect(read.referrals).toHaveLength(4);
    expect(read.referrals.flatMap(({ facts }) => facts.filter(({ type }) => type === 'fristSatt'))).toEqual([]);
  });

  test('one that is spelt a little otherwise is asked about', async () => {
    const read = await readAll(sampleExtract.replace('HenvisningID', 'henvisning_id'));
    expect(read.findings[0]!.sentence).toContain('Mente du «henvisning_id»?');
  });
});
