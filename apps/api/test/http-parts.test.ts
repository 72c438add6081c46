import { describe, expect, test } from '@jest/globals';
import { actorsFor, NoLogInError } from '../src/http/actors-for.js';
import { DevelopmentActors } from '../src/http/actor.js';
import { AllowedMethods } from '../src/http/allowed-methods.js';
import { given } from '../src/http/given.js';
import { errorFacts } from '@forlop/telemetry';
import type { ApiRequest } from '../src/http/request.js';

const request = (path: string, actor?: string) => ({ path, get: () => actor }) as unknown as ApiRequest;

describe('who asks', () => {
  test.each([
    [undefined, { kind: 'person', id: 'utvikler' }],
    ['kari.k', { kind: 'person', id: 'kari.k' }],
  ])('in development the header says: %s', (header, actor) => {
    expect(new DevelopmentActors().actorOf(request('/api/v1/search', header))).toEqual(actor);
  });

  test('a sender of FHIR is an integration', () => {
    expect(new DevelopmentActors().actorOf(request('/api/v1/fhir/ServiceRequest', 'epj'))).toEqual({ kind: 'integration', id: 'epj' });
  });

  test.each(['', 'a b', 'å', 'x'.repeat(65), 'a\nb'])('a header that cannot stand in the ledger is refused: %j', (header) => {
    expect(() => new DevelopmentActors().actorOf(request('/', header))).toThrow(/X-Forlop-Actor/);
  });

  test('without log-in nothing starts outside development', () => {
    expect(actorsFor('development')).toBeInstanceOf(DevelopmentActors);
    expect(() => actorsFor('production')).toThrow(NoLogInError);
    expect(() => actorsFor('production')).toThrow(/innlogging er ikke installert/);
  });
});

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
