import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '@forlop/pathway';

describe('canonical JSON', () => {
  test.each<[string, unknown, string]>([
    ['keys sorted, at every depth', { b: 1, a: { d: [], c: null } }, '{"a":{"c":null,"d":[]},"b":1}'],
    ['keys by code unit, not by language', { å: 1, Z: 2, a: 3, 10: 4, 9: 5 }, '{"10":4,"9":5,"Z":2,"a":3,"å":1}'],
    ['undefined members left out', { a: undefined, b: 1 }, '{"b":1}'],
    ['undefined in a list is null, as in JSON', [undefined, 1], '[null,1]'],
    ['no white space, strings escaped', { 'a"b': 'line\nbreak æ' }, '{"a\\"b":"line\\nbreak æ"}'],
    ['numbers as JSON writes them', [1.0, -0, 1e21, 0.1], '[1,0,1e+21,0.1]'],
    ['true, false and null', [true, false, null], '[true,false,null]'],
    ['objects without prototype', Object.assign(Object.create(null) as object, { b: 1, a: 2 }), '{"a":2,"b":1}'],
    ['the empty ones', [{}, [], ''], '[{},[],""]'],
  ])('%s', (_, value, json) => {
    expect(canonicalJson(value)).toBe(json);
  });

  test.each<[string, unknown]>([
    ['NaN', NaN], ['infinity', { a: [Infinity] }], ['undefined alone', undefined], ['a function', () => 1], ['a bigint', 1n], ['a symbol', Symbol('a')],
    ['a Date, which would lose its time', new Date(0)], ['a Map, which would lose its entries', { a: new Map([[1, 2]]) }], ['a Set', new Set([1])], ['bytes', new Uint8Array([1])],
  ])('%s throws', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('says the same as JSON, whatever the order of the keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const canonical = canonicalJson(value);
      expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(canonical);
    }));
  });
});

/** The same value with its keys in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([k, v]) => [k, reversed(v)]));
}
