import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { referralSchema, systems, type Referral } from '../src/index.js';

type JsonSchema = { readonly [key: string]: unknown };

const shape = z.toJSONSchema(referralSchema) as JsonSchema;

/** Every property of the schema, with the path that a reader of the API documentation sees. */
function properties(schema: JsonSchema, path: string): [string, JsonSchema][] {
  const own = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const items = schema.items as JsonSchema | undefined;
  return [
    ...own.flatMap(([name, property]): [string, JsonSchema][] => [[`${path}.${name}`, property], ...properties(property, `${path}.${name}`)]),
    ...(items ? properties(items, `${path}[]`) : []),
  ];
}

/** The referral that the examples in the documentation add up to. */
function exampleOf(schema: JsonSchema): unknown {
  if (schema.example !== undefined) {
    return schema.example;
  }
  if (schema.type === 'array') {
    return [exampleOf(schema.items as JsonSchema)];
  }
  const own = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  return Object.fromEntries(own.map(([name, property]) => [name, exampleOf(property)]));
}

const minimal = {
  source: { kind: 'api', system: 'urn:test', id: '1' },
  patient: { birthDate: '2010-04-15' },
  mottattdato: '2026-03-20',
  reasonCodes: [],
};

test('the smallest referral is a patient, a source and a date', () => {
  expect(referralSchema.parse(minimal)).toEqual(minimal);
});

test.each(properties(shape, 'referral'))('%s is described', (_path, property) => {
  expect(property.description).toMatch(/\S/);
});

test('the documentation’s examples are a valid referral', () => {
  const example = exampleOf(shape) as Referral;
  expect(referralSchema.parse(example)).toEqual(example);
  expect(Object.keys(example).sort()).toEqual(Object.keys(referralSchema.shape).sort());
});

describe('what it refuses', () => {
  test.each<[string, object, (string | number)[], RegExp]>([
    ['an unknown field', { extra: 1 }, [], /extra/],
    ['a date that does not exist', { mottattdato: '2026-02-30' }, ['mottattdato'], /ÅÅÅÅ-MM-DD/],
    ['a date with a time', { mottattdato: '2026-03-20T00:00:00Z' }, ['mottattdato'], /ÅÅÅÅ-MM-DD/],
    ['a date before 1900', { ansiennitetsdato: '1899-12-31' }, ['ansiennitetsdato'], /1900/],
    ['no patient at all', { patient: {} }, ['patient'], /nummer, fødselsdato eller navn/],
    ['an empty name', { patient: { name: { given: ' ', family: '' } } }, ['patient', 'name'], /fornavn eller etternavn/],
    ['a wrong fødselsnummer', { patient: { identifier: { system: systems.fodselsnummer, value: '12345678901' } } }, ['patient', 'identifier', 'value'], /Fødselsnummeret/],
    ['a receiver’s number without its system', { receiver: { value: '123456785' } }, ['receiver', 'system'], /sammen/],
    ['a receiver’s system without a number', { receiver: { system: systems.reshId } }, ['receiver', 'value'], /sammen/],
    ['a receiver with a wrong number', { receiver: { system: systems.organisasjonsnummer, value: '123456784' } }, ['receiver', 'value'], /Organisasjonsnummeret/],
    ['a receiver without anything', { receiver: {} }, ['receiver'], /nummer eller navn/],
    ['a function loss over 100', { functionLossPercent: 101 }, ['functionLossPercent'], /./],
    ['a function loss below 0', { functionLossPercent: -1 }, ['functionLossPercent'], /./],
    ['an unknown severity', { severity: 'verst' }, ['severity'], /./],
    ['a text of spaces', { text: '  ' }, ['text'], /tom/],
    ['a definition id with other signs', { definition: '../x' }, ['definition'], /bindestrek/],
    ['a code without a system', { reasonCodes: [{ code: 'A04' }] }, ['reasonCodes', 0, 'system'], /./],
  ])('%s', (_what, change, path, says) => {
    const issues = referralSchema.safeParse({ ...minimal, ...change }).error?.issues ?? [];
    expect(issues).toHaveLength(1);
    expect(issues[0]?.path).toEqual(path);
    expect(issues[0]?.message).toMatch(says);
  });
});

test.each([
  ['born 29 February', { birthDate: '2024-02-29' }],
  ['a newborn with a family name only', { name: { given: '', family: 'Testesen' } }],
  ['a felles hjelpenummer', { identifier: { system: systems.fellesHjelpenummer, value: '81212121223' } }],
  ['a D-number', { identifier: { system: systems.dNummer, value: '57912075186' } }],
])('accepts %s', (_what, patient) => {
  expect(referralSchema.safeParse({ ...minimal, patient }).success).toBe(true);
});
