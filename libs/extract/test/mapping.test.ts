import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { MappingError, mappingJsonSchema, readMapping } from '../src/index.js';
import { rules, sampleMapping } from './helpers.js';

/** What is wrong with the sample when a part of it is changed: path and line of each problem. */
function wrongWith(from: string | RegExp, to: string): readonly (readonly [string, number | null])[] {
  try {
    readMapping(sampleMapping.replace(from, to), 'uttrekk.yaml', rules);
    return [];
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    return error.problems.map(({ path, line }) => [path, line]);
  }
}
const lineOf = (text: string): number => sampleMapping.slice(0, sampleMapping.indexOf(text)).split('\n').length;

describe('a mapping', () => {
  test('of the sample has nothing wrong with it, as YAML and as JSON', () => {
    const mapping = readMapping(sampleMapping, 'uttrekk.yaml', rules);
    expect(mapping).toMatchObject({ referral: ['HenvisningID'], dates: ['DD.MM.YYYY'], beforeReceipt: 'refuse', file: { delimiter: ';', headerLine: 1 } });
    const { $schema: _, ...json } = { ...mapping };
    expect(readMapping(JSON.stringify(json), 'uttrekk.json', rules)).toEqual(mapping);
  });

  test.each<[string, string | RegExp, string, string, string]>([
    ['an unknown pathway', 'definition: langvarig-utmattelse', 'definition: finnes-ikke', 'definition', 'definition:'],
    ['an unknown event', 'event: helsehjelpStartet', 'event: startet', 'events[4].event', 'event: helsehjelpStartet'],
    ['an unknown field', 'hastegrad:', 'hast:', 'events[0].data.hast', 'hastegrad:'],
    ['a code that the pathway does not have', 'P: pasientens-onske', 'P: onske', 'events[8].data.utfall.codes.P', 'F: oppfolging'],
    ['an unknown code system', '"8445"', '"8444"', 'events[5].data.kode.codeSystem', '"8445"'],
    ['a required field left out', '    data: { kode: { column: Sluttkode, codeSystem: "8445" } }\n', '', 'events[5].data', 'event: ventetidSluttet'],
    ['formats that cannot be told apart', 'dates: DD.MM.YYYY', 'dates: [DD/MM/YYYY, MM/DD/YYYY]', 'dates', 'dates:'],
    ['a format that there is not', 'dates: DD.MM.YYYY', 'dates: DD.MM.YY', 'dates', 'dates:'],
    ['neither column nor value', '{ column: ReshID, by: resh }', '{ by: resh }', 'organisation', 'organisation:'],
    ['no receipt', 'event: henvisningMottatt', 'event: henvisningSupplert', 'events', 'event: henvisningMottatt'],
    ['nobody', 'person: { number: Fnr }', 'person: {}', 'person', 'person:'],
    ['the day as what tells events apart', 'id: RadID', 'id: Dato', 'events[6].id', 'id: RadID'],
    ['a word that is not in the format', 'referral: HenvisningID', 'referral: HenvisningID\nhenvisning: X', 'henvisning', 'person:'],
    ['another format', 'forlop-uttrekk/1', 'forlop-uttrekk/2', 'mapping', 'mapping:'],
  ])('with %s is told where', (_, from, to, path, at) => {
    expect(wrongWith(from, to)).toContainEqual([path, expect.any(Number)]);
    const [, line] = wrongWith(from, to).find(([where]) => where === path)!;
    expect(Math.abs(line! - lineOf(at))).toBeLessThanOrEqual(3);
  });

  test('that is no YAML is told with its line', () => {
    expect(wrongWith('person: { number: Fnr }', 'person: { number: Fnr')).toEqual([['', expect.any(Number)]]);
  });

  test('has a schema for editors that is current (node scripts/rules.mjs)', async () => {
    expect(JSON.parse(await readFile(new URL('../../../docs/extracts/mapping.schema.json', import.meta.url), 'utf8'))).toEqual(JSON.parse(JSON.stringify(mappingJsonSchema())));
  });
});
