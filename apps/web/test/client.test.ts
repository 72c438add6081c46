import { describe, expect, test } from '@jest/globals';
import { csrfToken } from '../src/client/csrf.js';
import { isConflict, isPassing, noAnswer, Problem, problemFrom } from '../src/client/problem.js';
import { SessionGate } from '../src/client/session-gate.js';

describe('the token against forgery', () => {
  test.each([
    ['forlop-csrf=abc', 'abc'],
    ['other=1; __Host-forlop-csrf=a%3Db; more=2', 'a=b'],
    ['not-forlop-csrf=abc', null],
    ['', null],
  ])('of «%s»', (cookies, token) => expect(csrfToken(cookies)).toBe(token));
});

describe('a problem', () => {
  test('keeps sentence, code and correlation id', () => {
    const problem = problemFrom(409, { status: 409, title: 'T', detail: 'Noen andre var først.', code: 'conflict', correlationId: 'id', changes: [] }, '');
    expect([problem.message, problem.code, problem.body.correlationId, isConflict(problem)]).toEqual(['Noen andre var først.', 'conflict', 'id', true]);
  });

  test("is made of a proxy's own page too", () => {
    expect(problemFrom(502, '<html>', 'Bad Gateway')).toMatchObject({ status: 502, code: 'http-502', message: 'Bad Gateway' });
  });

  test.each([[0, true], [429, true], [503, true], [400, false], [403, false], [409, false], [500, false]])('of status %i passes by itself: %s', (status, passes) => {
    expect(isPassing(status === 0 ? noAnswer('') : new Problem({ status, title: '', detail: '', code: 'x' }))).toBe(passes);
  });
});

describe('the gate', () => {
  test('holds all who come while the session is away, and lets them on together', async () => {
    const gate = new SessionGate();
    const told: boolean[] = [];
    gate.subscribe(() => told.push(gate.isClosed));
    const on: number[] = [];
    const waiting = [1, 2].map((n) => gate.close().then(() => on.push(n)));
    await Promise.resolve();
    expect([on, told]).toEqual([[], [true]]);
    gate.open();
    await Promise.all(waiting);
    expect([on, told, gate.isClosed]).toEqual([[1, 2], [true, false], false]);
  });
});
