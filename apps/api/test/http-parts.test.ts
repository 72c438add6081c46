import { expect, test } from '@jest/globals';
import { AllowedMethods } from '../src/http/allowed-methods.js';
import { given } from '../src/http/given.js';
import { errorFacts } from '@forlop/telemetry';

test('methods of an address are those of the document', () => {
  const methods = new AllowedMethods({ paths: { '/api/v1/pathways/{id}': { get: {} }, '/api/v1/pathways/{id}/facts': { post: {} }, '/a.b': { get: {}, put: {} } } as never });
  expect(methods.of('/api/v1/pathways/123')).toEqual(['GET']);
  expect(methods.of('/api/v1/pathways/123/facts/')).toEqual(['POST']);
  expect(methods.of('/a.b')).toEqual(['GET', 'PUT']);
  expect(methods.of('/aXb')).toEqual([]);
  expect(methods.of('/api/v1/pathways')).toEqual([]);
});

test('an error is logged without its message', () => {
  const error = Object.assign(new Error('Kari Testesen 15848800055', { cause: new TypeError('15848800055') }), { driverError: { code: '23505' } });
  const facts = errorFacts(error);
  expect(facts).toMatchObject({ name: 'Error', code: '23505', cause: { name: 'TypeError' } });
  expect(JSON.stringify(facts)).not.toMatch(/Kari|15848800055/);
  expect((facts as { at: string[] }).at[0]).toMatch(/^at /);
});

test('what was not given is left out', () => {
  expect(Object.keys(given({ a: 1, b: undefined, c: null }))).toEqual(['a', 'c']);
});
